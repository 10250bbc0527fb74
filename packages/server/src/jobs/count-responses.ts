import type { Database } from '../db/database.ts';
import { withTenant } from '../db/tenant-scope.ts';
import { listTenantsToCount } from '../features/counts/day-counts.queries.ts';
import { settleDayCounts } from '../features/counts/day-counts.service.ts';
import { lockScoringShared } from '../features/scoring/scoring-lock.ts';
import type { Log } from '../log.ts';

const LOOK_EVERY_MS = 1000;

export type CountingParts = { db: Database; log: Log };
export type Counting = { /** Waits for the counting that is under way. */ stop(): Promise<void> };

/**
 * Counts new responses soon after they were stored: once a second what the last second brought, in every server.
 *
 * The list of pending responses is the truth, so nobody has to say that there is something to do, and nothing is lost when
 * a server is killed: the next look, here or elsewhere, finds it. Figures are exact in between; they only cost more the
 * longer the list is. Looking costs one query of an empty table.
 */
export function startCounting(parts: CountingParts): Counting {
  let counting = Promise.resolve();
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    counting = countPending(parts)
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!isStopped) parts.log.warn({ err: error }, 'could not look for responses to count; trying again in a second');
      })
      .finally(() => {
        if (!isStopped) timer = setTimeout(look, LOOK_EVERY_MS);
      });
  };
  look();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await counting;
    },
  };
}

/** Counts what is pending in each tenant, and answers how many had something. A tenant that fails does not stop the others. */
export async function countPending({ db, log }: CountingParts): Promise<number> {
  const tenantIds = await listTenantsToCount(db);
  for (const tenantId of tenantIds) {
    try {
      await withTenant(db, tenantId, async (trx) => {
        await lockScoringShared(trx, tenantId);
        await settleDayCounts(trx, tenantId);
      });
    } catch (error) {
      log.warn({ err: error, tenant_id: tenantId }, 'the responses of a tenant could not be counted; trying again in a second');
    }
  }
  return tenantIds.length;
}
