import type { Readable } from 'node:stream';
import type { RecognitionTold } from '@likeness/contract';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { Failure, notFound } from '../../failures/failure.ts';
import { fromCursor, toPage } from '../../http/cursor.ts';
import { recordChange } from '../audit/audit.store.ts';
import { publishEvent } from '../events/event.store.ts';
import type { Run } from '../runs/run.ts';
import { checkImport } from './check-import.ts';
import { assertNotStored } from './import-state.ts';
import type { ImportParts } from './import-parts.ts';
import { findImport, listImports, lockImport } from './import.queries.ts';
import { deleteImport, updateImport } from './import.store.ts';
import { toImport, type Import, type ImportMapping, type ImportRow } from './import.ts';
import { recogniseAgain } from './recognise-again.ts';
import { openRefusedRowsFile } from './refused-rows-file.ts';
import { uploadImport, type ArrivingFile } from './upload-import.ts';

export type ImportService = {
  /** Takes a file in and answers what was recognised, with a proposed mapping. See `uploadImport`. */
  upload(caller: Caller, file: ArrivingFile): Promise<Import>;
  list(caller: Caller, page: { limit: number; cursor?: string | undefined }): Promise<{ items: Import[]; next_cursor: string | null }>;
  get(caller: Caller, importId: number): Promise<Import>;
  /** Reads the file anew under what a person says about it. See `recogniseAgain`. */
  recognise(caller: Caller, importId: number, told: z.output<typeof RecognitionTold>): Promise<Import>;
  /** The dry run. See `checkImport`. */
  check(caller: Caller, importId: number, mapping: ImportMapping): Promise<Import>;
  /** Queues the import of a checked file. Throws `wrong_state` before the check, and once it is under way or done. */
  start(caller: Caller, importId: number): Promise<Run>;
  /** Queues taking back a stored import. Throws `wrong_state` for any other, or while that is under way. */
  undo(caller: Caller, importId: number): Promise<Run>;
  /** Throws away an import that holds no responses, with its file. */
  delete(caller: Caller, importId: number): Promise<void>;
  /** The refused rows of the last check or of the import, as a CSV file. */
  openRefusedRows(caller: Caller, importId: number): Promise<Readable>;
};

/** Survey files on their way in, and back out. What the runs do is in `import.handler.ts` and `undo-import.handler.ts`. */
export function createImportService(parts: ImportParts): ImportService {
  const { db } = parts;
  const getRow = async ({ tenantId }: Caller, importId: number): Promise<ImportRow> => {
    const row = await readTenant(db, tenantId, (trx) => findImport(trx, tenantId, importId));
    if (row === null) throw notFound('import');
    return row;
  };
  const get = async (caller: Caller, importId: number): Promise<Import> => toImport(await getRow(caller, importId));
  return {
    get,
    upload: async (caller, file) => get(caller, await uploadImport(parts, caller, file)),
    list: async ({ tenantId }, { limit, cursor }) => {
      const [beforeId = null] = fromCursor(cursor, ['number']) ?? [];
      const rows = await readTenant(db, tenantId, (trx) => listImports(trx, tenantId, { limit, beforeId: beforeId === null ? null : Number(beforeId) }));
      return toPage(rows, limit, toImport, (row) => [row.id]);
    },
    recognise: async (caller, importId, told) => {
      await recogniseAgain(parts, caller, importId, told);
      return get(caller, importId);
    },
    check: async (caller, importId, mapping) => {
      await checkImport(parts, caller, importId, mapping);
      return get(caller, importId);
    },
    start: (caller, importId) => startRun(parts, caller, importId, 'import'),
    undo: (caller, importId) => startRun(parts, caller, importId, 'undo-import'),
    delete: ({ tenantId, ...caller }, importId) =>
      withTenant(db, tenantId, async (trx) => {
        const row = await lockImport(trx, tenantId, importId);
        if (row === null) throw notFound('import');
        if (row.status !== 'undone') assertNotStored(row);
        await deleteImport(trx, tenantId, importId);
        await recordChange(trx, { tenantId, ...caller }, { action: 'import.deleted', subjectType: 'import', subjectId: importId });
        await publishEvent(trx, tenantId, 'import.changed', { id: importId, status: null });
      }),
    openRefusedRows: async (caller, importId) => {
      const row = await getRow(caller, importId);
      return openRefusedRowsFile(db, caller.tenantId, importId, row.recognition?.columns.map(({ header }) => header) ?? []);
    },
  };
}

async function startRun({ db, runs }: ImportParts, caller: Caller, importId: number, kind: 'import' | 'undo-import'): Promise<Run> {
  const { tenantId } = caller;
  const run = await withTenant(db, tenantId, async (trx) => {
    const row = await lockImport(trx, tenantId, importId);
    if (row === null) throw notFound('import');
    if (kind === 'import') assertStartable(row);
    else assertUndoable(row);
    if (kind === 'import') await updateImport(trx, tenantId, importId, { status: 'importing' });
    await recordChange(trx, caller, { action: kind === 'import' ? 'import.started' : 'import.undo_started', subjectType: 'import', subjectId: importId });
    await publishEvent(trx, tenantId, 'import.changed', { id: importId, status: kind === 'import' ? 'importing' : row.status });
    return runs.requestRun(trx, caller, { kind, importId });
  });
  runs.dispatchRuns();
  return run;
}

function assertStartable(row: ImportRow): void {
  assertNotStored(row);
  if (row.report === null) throw new Failure('wrong_state', 'Check this import first: the check says what would be stored.');
}

function assertUndoable(row: ImportRow): void {
  if (row.isUnderWay) throw new Failure('wrong_state', 'This import is under way, or being taken back. Follow its run.');
  if (row.status !== 'imported') throw new Failure('wrong_state', 'This import has stored nothing, so there is nothing to take back.');
}
