import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { systemCaller } from '../access/caller.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { withTenant } from '../db/tenant-scope.ts';
import { isUnfinished } from '../features/runs/run.queries.ts';
import type { RunService } from '../features/runs/run.service.ts';
import type { Log } from '../log.ts';
import { describeRecurrence, isDaily, toRecurrence } from './recurrence.ts';
import { hasPersonasToSync, listTenantZones, startOfToday } from './tenants-to-sync.queries.ts';

const QUEUE = 'nightly-sync';

export type SyncSettings = { isEnabled: boolean; /** A cron line; null: nightly at 02:00. */ schedule: string | null };
export type NightlySyncParts = { db: Database; clock: Clock; log: Log; runs: Pick<RunService, 'requestRun' | 'dispatchRuns'> };

export type NightlySync = {
  /** Gives each time zone in use its schedule, and takes away those that are not. */
  reschedule(): Promise<void>;
};

/**
 * Starts the daily sync: at 02:00 in each tenant's time zone, once across any number of servers.
 *
 * One schedule a time zone, not a tenant: there are a few dozen zones and any number of tenants. A job only requests a
 * run of each tenant of its zone that was not synchronised today, so one job too many does nothing. What was missed while
 * no server ran is requested now: whoever was last synchronised before today may have complete days to write. Switched
 * off, it takes its schedules away.
 */
export async function startNightlySync(boss: PgBoss, parts: NightlySyncParts, settings: SyncSettings): Promise<NightlySync> {
  const { db, clock, log } = parts;
  await boss.createQueue(QUEUE, { notify: true, retryLimit: 5, retryDelay: 60, retryBackoff: true });
  const recurrence = toRecurrence(settings.schedule);
  const reschedule = (): Promise<void> => scheduleZones(boss, db, settings.isEnabled ? recurrence : null);
  if (!settings.isEnabled) {
    await reschedule();
    log.info({}, '[Cron] Persona sync job disabled (ENABLE_PERSONA_SYNC)');
    return { reschedule };
  }
  await boss.work<{ timeZone: string }>(QUEUE, { notifyPollingIntervalSeconds: 5 }, async ([job]) => {
    const due = (zone: string): Date | 'all' => (isDaily(recurrence) ? startOfToday(clock.now(), zone) : 'all');
    if (job) await requestSyncs(parts, (zone) => (zone === job.data.timeZone ? due(zone) : 'none'));
  });
  await reschedule();
  await requestSyncs(parts, (zone) => startOfToday(clock.now(), zone));
  log.info({ recurrence }, `[Cron] Persona sync job enabled (${describeRecurrence(recurrence)})`);
  return { reschedule };
}

async function scheduleZones(boss: PgBoss, db: Database, recurrence: string | null): Promise<void> {
  const zones = new Set(recurrence === null ? [] : (await listTenantZones(db)).map((tenant) => tenant.timeZone));
  const known = new Map((await boss.getSchedules(QUEUE)).map((schedule) => [schedule.key, schedule]));
  const wantedKeys = new Set([...zones].map(toKey));
  for (const key of known.keys()) if (!wantedKeys.has(key)) await boss.unschedule(QUEUE, key);
  if (recurrence === null) return;
  for (const timeZone of zones) {
    if (known.get(toKey(timeZone))?.cron !== recurrence) await boss.schedule(QUEUE, recurrence, { timeZone }, { tz: timeZone, key: toKey(timeZone) });
  }
}

/** A time zone's name in the letters that a schedule's key may have. */
function toKey(timeZone: string): string {
  return timeZone.replaceAll('+', '.');
}

/** For each zone: all its tenants, none, or those last synchronised before a moment. A tenant that fails does not stop the others. */
type Choice = (timeZone: string) => 'all' | 'none' | Date;

async function requestSyncs({ db, log, runs }: NightlySyncParts, choose: Choice): Promise<void> {
  for (const { id, timeZone } of await listTenantZones(db)) {
    const choice = choose(timeZone);
    if (choice === 'none') continue;
    try {
      await withTenant(db, id, async (trx) => {
        // Servers that start together ask one after the other, and the second finds the run of the first.
        await sql`select pg_advisory_xact_lock(hashtextextended(${`likeness:nightly-sync:${id}`}, 0))`.execute(trx);
        const isDue = (await hasPersonasToSync(trx, id, choice === 'all' ? null : choice)) && !(await isUnfinished(trx, id, 'sync', null));
        if (isDue) await runs.requestRun(trx, systemCaller(id), { kind: 'sync' });
      });
    } catch (error) {
      log.error({ err: error, tenant_id: id }, 'the sync of a tenant could not be requested');
    }
  }
  runs.dispatchRuns();
}
