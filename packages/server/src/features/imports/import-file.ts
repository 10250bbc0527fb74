import { Readable } from 'node:stream';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { notFound } from '../../failures/failure.ts';
import { spoolSource, type SpooledSource, type SurveySource } from '../../survey-file/survey-source.ts';
import type { SurveyFileLimits } from '../../survey-file/limits.ts';
import { findChunk } from './import.queries.ts';
import { insertChunk } from './import.store.ts';
import type { ImportRow } from './import.ts';

const CHUNK_BYTES = 1024 * 1024;

/** Keeps a file in the database, in pieces of 1 MB; never more than two of them are in memory. */
export async function storeImportFile(trx: TenantTransaction, tenantId: number, importId: number, source: SurveySource): Promise<void> {
  let position = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const flush = async (): Promise<void> => {
    await insertChunk(trx, tenantId, importId, position, Buffer.concat(waiting));
    position += 1;
    waiting = [];
    waitingBytes = 0;
  };
  for await (const chunk of source.open() as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes >= CHUNK_BYTES) await flush();
  }
  if (waitingBytes > 0) await flush();
}

/**
 * The uploaded file of an import, copied from the database to a temporary file; always call `dispose`.
 *
 * Copied first, and not read where it lies: reading it row by row would take a second session of the database beside the
 * one that stores the rows, and several imports at once could then wait for each other's sessions for ever.
 *
 * Throws `not_found` when the file is gone, because its import was deleted.
 */
export async function openImportFile(
  db: Database,
  tenantId: number,
  row: Pick<ImportRow, 'id' | 'file_name' | 'byte_count'>,
  limits: Partial<SurveyFileLimits>,
): Promise<SpooledSource> {
  return spoolSource(row.file_name, Readable.from(readChunks(db, tenantId, row), { objectMode: false }), { limits: { ...limits, fileBytes: row.byte_count } });
}

async function* readChunks(db: Database, tenantId: number, row: Pick<ImportRow, 'id' | 'byte_count'>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for (let position = 0; bytes < row.byte_count; position += 1) {
    const chunk = await readTenant(db, tenantId, (trx) => findChunk(trx, tenantId, row.id, position));
    if (chunk === null) throw notFound('import');
    bytes += chunk.length;
    yield chunk;
  }
}
