import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { ImportRow, RefusedRow } from './import.ts';

/** One import of the tenant, or null. */
export async function findImport(trx: TenantTransaction, tenantId: number, id: number): Promise<ImportRow | null> {
  return (await selectImports(trx, tenantId, sql`i.id = ${id}`, 1, true))[0] ?? null;
}

/** Locks an import until the transaction ends, so that its state cannot change meanwhile, and answers it; null: there is none. */
export async function lockImport(trx: TenantTransaction, tenantId: number, id: number): Promise<ImportRow | null> {
  await trx.selectFrom('imports').select('id').where('tenant_id', '=', tenantId).where('id', '=', id).forNoKeyUpdate().execute();
  return findImport(trx, tenantId, id);
}

/**
 * The tenant's imports, newest first, below an id; one more than `limit` when there is one. Without recognition and
 * mapping, which can be long: those come with the single import.
 */
export async function listImports(trx: TenantTransaction, tenantId: number, page: { limit: number; beforeId: number | null }): Promise<ImportRow[]> {
  return selectImports(trx, tenantId, page.beforeId === null ? sql`true` : sql`i.id < ${page.beforeId}`, page.limit + 1, false);
}

async function selectImports(
  trx: TenantTransaction,
  tenantId: number,
  condition: ReturnType<typeof sql>,
  limit: number,
  isWhole: boolean,
): Promise<ImportRow[]> {
  const result = await sql<ImportRow>`
    SELECT i.id, i.status, i.file_name, i.byte_count, i.form_id,
      ${isWhole ? sql`i.recognition` : sql`NULL`} AS recognition, ${isWhole ? sql`i.mapping` : sql`NULL`} AS mapping,
      i.report, i.created_by, i.created_by_name, i.created_at, i.imported_at, i.undone_at,
      EXISTS (
        SELECT FROM runs r WHERE r.tenant_id = i.tenant_id AND r.import_id = i.id AND r.status IN ('queued', 'running')
      ) AS "isUnderWay"
    FROM imports i
    WHERE i.tenant_id = ${tenantId} AND ${condition}
    ORDER BY i.id DESC
    LIMIT ${limit}`.execute(trx);
  return result.rows;
}

/** One piece of an uploaded file, or null when the file has no such piece (any more). */
export async function findChunk(trx: TenantTransaction, tenantId: number, importId: number, position: number): Promise<Buffer | null> {
  const row = await trx
    .selectFrom('import_chunks')
    .select('bytes')
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .where('position', '=', position)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

/** The refused rows of an import in the order of the file, after a row number. */
export async function listRefusedRows(
  trx: TenantTransaction,
  tenantId: number,
  importId: number,
  page: { afterRow: number; limit: number },
): Promise<Omit<RefusedRow, 'note'>[]> {
  const rows = await trx
    .selectFrom('import_refused_rows')
    .select(['row_number as rowNumber', 'field', 'code', 'reason', 'cells'])
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .where('row_number', '>', page.afterRow)
    .orderBy('row_number')
    .limit(page.limit)
    .execute();
  // Written by `insertRefusedRows` alone.
  return rows.map((row) => ({ ...row, cells: row.cells as string[] }));
}

/** Which of these external ids does the form have already? Without a form: none. */
export async function listKnownExternalIds(trx: TenantTransaction, tenantId: number, formId: number | null, externalIds: readonly string[]): Promise<string[]> {
  if (formId === null || externalIds.length === 0) return [];
  const { rows } = await sql<{ external_id: string }>`
    SELECT r.external_id
    FROM form_responses r
    WHERE r.tenant_id = ${tenantId} AND r.form_id = ${formId} AND r.external_id = ANY (${externalIds}::text[])`.execute(trx);
  return rows.map((row) => row.external_id);
}

/** Does another import refer to this form? */
export async function isFormOfOtherImport(trx: TenantTransaction, tenantId: number, formId: number, importId: number): Promise<boolean> {
  const row = await trx
    .selectFrom('imports')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('form_id', '=', formId)
    .where('id', '<>', importId)
    .executeTakeFirst();
  return row !== undefined;
}
