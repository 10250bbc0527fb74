import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/**
 * Stores the keys of a form that are not there yet, and answers whether there is such a form.
 *
 * In order: two transactions that bring the same keys then wait for each other instead of deadlocking.
 */
export async function insertFormKeys(trx: TenantTransaction, tenantId: number, formId: number, keys: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ forms: number }>`
    WITH form AS (
      SELECT f.tenant_id, f.id FROM forms f WHERE f.tenant_id = ${tenantId} AND f.id = ${formId}
    ),
    inserted AS (
      INSERT INTO form_keys (tenant_id, form_id, key)
      SELECT f.tenant_id, f.id, given.key FROM form f CROSS JOIN unnest(${keys}::text[]) AS given (key)
      ORDER BY given.key COLLATE "C"
      ON CONFLICT DO NOTHING
    )
    SELECT count(*) AS forms FROM form`.execute(trx);
  return (rows[0]?.forms ?? 0) > 0;
}
