import type { Caller } from '../../access/caller.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { Recognition } from '../../survey-file/recognition.ts';
import type { ImportMapping, ImportReport, ImportStatus, RefusedRow } from './import.ts';

export type NewImport = { fileName: string; byteCount: number; recognition: Recognition; mapping: ImportMapping; createdBy: Pick<Caller, 'actor' | 'name'>; now: Date };

/** Adds a recognised import, without its file yet, and answers its id. */
export async function insertImport(trx: TenantTransaction, tenantId: number, given: NewImport): Promise<number> {
  const { id } = await trx
    .insertInto('imports')
    .values({
      tenant_id: tenantId,
      file_name: given.fileName,
      byte_count: given.byteCount,
      status: 'recognised',
      recognition: JSON.stringify(given.recognition),
      mapping: JSON.stringify(given.mapping),
      created_by: given.createdBy.actor,
      created_by_name: given.createdBy.name,
      created_at: given.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export type ImportChange = {
  status: ImportStatus;
  formId?: number | null;
  recognition?: Recognition;
  mapping?: ImportMapping;
  report?: ImportReport | null;
  importedAt?: Date;
  undoneAt?: Date;
};

/** Changes what is given, and leaves the rest. */
export async function updateImport(trx: TenantTransaction, tenantId: number, id: number, change: ImportChange): Promise<void> {
  await trx
    .updateTable('imports')
    .set({
      status: change.status,
      ...(change.formId !== undefined && { form_id: change.formId }),
      ...(change.recognition !== undefined && { recognition: JSON.stringify(change.recognition) }),
      ...(change.mapping !== undefined && { mapping: JSON.stringify(change.mapping) }),
      ...(change.report !== undefined && { report: change.report === null ? null : JSON.stringify(change.report) }),
      ...(change.importedAt !== undefined && { imported_at: change.importedAt }),
      ...(change.undoneAt !== undefined && { undone_at: change.undoneAt }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** Removes an import with its file, its refused rows and its runs. */
export async function deleteImport(trx: TenantTransaction, tenantId: number, id: number): Promise<void> {
  await trx.deleteFrom('imports').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
}

/** Keeps one piece of the uploaded file. */
export async function insertChunk(trx: TenantTransaction, tenantId: number, importId: number, position: number, bytes: Buffer): Promise<void> {
  await trx.insertInto('import_chunks').values({ tenant_id: tenantId, import_id: importId, position, bytes }).execute();
}

/** Lets go of the uploaded file. */
export async function deleteChunks(trx: TenantTransaction, tenantId: number, importId: number): Promise<void> {
  await trx.deleteFrom('import_chunks').where('tenant_id', '=', tenantId).where('import_id', '=', importId).execute();
}

const ROWS_AT_ONCE = 500;

/** Keeps rows that were not taken, with their cells, in a few statements. */
export async function insertRefusedRows(trx: TenantTransaction, tenantId: number, importId: number, rows: readonly RefusedRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const values = rows.slice(start, start + ROWS_AT_ONCE).map((row) => ({
      tenant_id: tenantId,
      import_id: importId,
      row_number: row.rowNumber,
      field: row.field,
      code: row.code,
      reason: row.reason,
      cells: JSON.stringify(row.cells),
    }));
    await trx.insertInto('import_refused_rows').values(values).execute();
  }
}

/** Forgets the refused rows of an import. */
export async function deleteRefusedRows(trx: TenantTransaction, tenantId: number, importId: number): Promise<void> {
  await trx.deleteFrom('import_refused_rows').where('tenant_id', '=', tenantId).where('import_id', '=', importId).execute();
}
