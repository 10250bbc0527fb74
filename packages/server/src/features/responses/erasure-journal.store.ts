import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/**
 * Forgets which responses were erased before a moment.
 *
 * The newest of what is forgotten stays as an entry without ids: a frame that has not seen its transaction may have missed
 * any of them, and is loaded anew.
 */
export async function forgetErasuresBefore(trx: TenantTransaction, tenantId: number, before: Date): Promise<void> {
  await sql`
    WITH expired AS (
      SELECT id, erased_in FROM response_erasures WHERE tenant_id = ${tenantId} AND erased_at < ${before}
    ),
    newest AS (
      SELECT id FROM expired ORDER BY erased_in DESC, id DESC LIMIT 1
    ),
    emptied AS (
      UPDATE response_erasures e SET response_ids = '{}' FROM newest n
      WHERE e.tenant_id = ${tenantId} AND e.id = n.id AND e.response_ids <> '{}'
    )
    DELETE FROM response_erasures e USING expired x
    WHERE e.tenant_id = ${tenantId} AND e.id = x.id AND x.id NOT IN (SELECT n.id FROM newest n)`.execute(trx);
}
