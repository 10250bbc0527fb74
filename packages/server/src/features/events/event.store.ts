import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';

/** The channel on which servers tell each other that a tenant has new events; the payload is the tenant's id. */
export const EVENT_CHANNEL = 'likeness_events';

/** Kinds of live changes; the contract's `streamEvents` lists them for readers. */
export type EventType =
  | 'run.changed'
  | 'persona.changed'
  | 'persona.scored'
  | 'response.stored'
  | 'responses.stored'
  | 'responses.erased'
  | 'import.changed'
  | 'settings.changed';

/** Adds an event to the tenant's stream; readers of every server hear of it when the transaction commits. */
export async function publishEvent(trx: TenantTransaction, tenantId: number, type: EventType, payload: JsonObject): Promise<void> {
  await trx.insertInto('events').values({ tenant_id: tenantId, type, payload: JSON.stringify(payload) }).execute();
  await sql`select pg_notify(${EVENT_CHANNEL}, ${String(tenantId)})`.execute(trx);
}

/** Removes the tenant's events that were published before a moment; answers how many. */
export async function deleteEventsBefore(trx: TenantTransaction, tenantId: number, before: Date): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('events')
    .where('tenant_id', '=', tenantId)
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
