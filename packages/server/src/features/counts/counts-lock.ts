import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/**
 * Until the transaction ends: nobody else changes the tenant's stored counts. New responses may be stored meanwhile; they
 * wait in the list of pending ones.
 *
 * Always taken after the scoring lock, so that nobody waits in a circle.
 */
export async function lockCounts(trx: TenantTransaction, tenantId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`likeness:counts:${tenantId}`}, 0))`.execute(trx);
}
