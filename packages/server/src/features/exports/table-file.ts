import { Readable } from 'node:stream';
import { XLSX_CONTENT_TYPE } from '@likeness/contract';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { toCsvChunks } from './csv-chunks.ts';
import type { ExportTable } from './export-table.ts';
import { streamFromTenant } from './stream-from-tenant.ts';
import { createTurns } from './turns.ts';
import { writeWorkbook } from './write-workbook.ts';

export type TableFormat = 'csv' | 'xlsx';

/** As what a table is wanted; `signal` aborts when nobody waits for it any more. */
export type FileRequest = { format: TableFormat; signal?: AbortSignal | undefined };

/** A table as a file on its way to whoever asked for it. */
export type TableFile = { format: TableFormat; contentType: string; body: Readable };

export type TableFiles = {
  /** A table whose rows come out of one unmoving picture of the tenant's rows. */
  fromTenant(tenantId: number, request: FileRequest, prepare: (trx: TenantTransaction) => Promise<ExportTable>): Promise<TableFile>;
  /** A table that brings its rows by itself. */
  of(request: FileRequest, prepare: () => Promise<ExportTable>): Promise<TableFile>;
};

const WORKBOOKS_AT_ONCE = 2;

/**
 * Makes files of tables. CSV streams, whatever its length; a workbook is made whole, in its turn (two at a time), before the
 * answer begins, so that what is too large for it is refused in words.
 */
export function createTableFiles(db: Database): TableFiles {
  const inTurn = createTurns(WORKBOOKS_AT_ONCE);
  const toWorkbook = async (table: ExportTable, { signal }: FileRequest): Promise<TableFile> => {
    const bytes = await writeWorkbook(table, { sheetName: 'Likeness', signal });
    return { format: 'xlsx', contentType: XLSX_CONTENT_TYPE, body: Readable.from([bytes]) };
  };
  return {
    fromTenant: async (tenantId, request, prepare) => {
      if (request.format === 'xlsx') return inTurn(() => readTenant(db, tenantId, async (trx) => toWorkbook(await prepare(trx), request)));
      return toCsv(await streamFromTenant(db, tenantId, async (trx) => toCsvChunks(await prepare(trx))));
    },
    of: async (request, prepare) => {
      if (request.format === 'xlsx') return inTurn(async () => toWorkbook(await prepare(), request));
      return toCsv(Readable.from(toCsvChunks(await prepare()), { objectMode: false }));
    },
  };
}

function toCsv(body: Readable): TableFile {
  return { format: 'csv', contentType: 'text/csv; charset=utf-8', body };
}
