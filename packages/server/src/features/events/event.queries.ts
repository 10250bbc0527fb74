import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';

export type StoredEvent = { id: number; type: string; payload: JsonObject };

/**
 * Which events has the tenant published after this one? By id, `limit` at most.
 *
 * Ids are given before transactions commit, so an event can appear after one with a higher id.
 */
export async function listEventsAfter(
  trx: TenantTransaction,
  tenantId: number,
  afterId: number,
  limit: number,
): Promise<StoredEvent[]> {
  return trx
    .selectFrom('events')
    .select(['id', 'type', 'payload'])
    .where('tenant_id', '=', tenantId)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** The id of the tenant's newest event; 0 when there is none. */
export async function findNewestEventId(trx: TenantTransaction, tenantId: number): Promise<number> {
  const newest = await trx
    .selectFrom('events')
    .select((row) => row.fn.max('id').as('id'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return newest?.id ?? 0;
}
