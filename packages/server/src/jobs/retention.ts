import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { withTenant } from '../db/tenant-scope.ts';
import { deleteEventsBefore } from '../features/events/event.store.ts';
import { forgetErasuresBefore } from '../features/responses/erasure-journal.store.ts';
import type { Log } from '../log.ts';
import { listTenantZones } from './tenants-to-sync.queries.ts';

const KEPT_MS = 24 * 3_600_000;

/**
 * Removes what is kept for a day only: events for readers that come back, answers to requests that may be repeated, and which
 * responses were erased, for frames that have them still.
 *
 * Answers how many events and answers went. A tenant that fails is logged and does not stop the others.
 */
export async function removeExpired({ db, clock, log }: { db: Database; clock: Clock; log: Log }): Promise<{ events: number; idempotencyKeys: number }> {
  const before = new Date(clock.now().getTime() - KEPT_MS);
  const removed = { events: 0, idempotencyKeys: 0 };
  for (const { id } of await listTenantZones(db)) {
    try {
      await withTenant(db, id, async (trx) => {
        removed.events += await deleteEventsBefore(trx, id, before);
        const keys = await trx.deleteFrom('idempotency_keys').where('tenant_id', '=', id).where('created_at', '<', before).executeTakeFirst();
        removed.idempotencyKeys += Number(keys.numDeletedRows);
        await forgetErasuresBefore(trx, id, before);
      });
    } catch (error) {
      log.error({ err: error, tenant_id: id }, 'expired events and keys of a tenant could not be removed');
    }
  }
  return removed;
}
