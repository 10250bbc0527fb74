import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/**
 * Until the transaction ends: scores of this tenant may be added, and no persona changes the edition that its scores
 * belong to. Any number of transactions at once. Take it before inserting responses, or a calculation that ends
 * meanwhile would not know of them.
 *
 * The transaction has its number (xid) from here on, before any response gets an id: that is how frames know that no
 * response below an id can still appear (`findFrameState`).
 */
export async function lockScoringShared(trx: TenantTransaction, tenantId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${lockName(tenantId)}, 0)), pg_current_xact_id()`.execute(trx);
}

/** Until the transaction ends: nobody else adds scores or responses of this tenant. Waits for those who do. */
export async function lockScoringExclusive(trx: TenantTransaction, tenantId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${lockName(tenantId)}, 0))`.execute(trx);
}

function lockName(tenantId: number): string {
  return `likeness:scoring:${tenantId}`;
}
