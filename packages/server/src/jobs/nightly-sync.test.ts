import { dayOf, listDays } from '@likeness/core';
import { setTimeout as delay } from 'node:timers/promises';
import { TestClock } from 'pg-boss';
import { describe, expect, it } from 'vitest';
import type { Database } from '../db/database.ts';
import { withTenant } from '../db/tenant-scope.ts';
import { requestRun } from '../features/runs/run.service.ts';
import type { Log } from '../log.ts';
import { testDatabase } from '../testing/index.ts';
import { openJobQueue } from './job-queue.ts';
import { startNightlySync } from './nightly-sync.ts';
import { NIGHTLY } from './recurrence.ts';

const errors: string[] = [];
const log: Log = { info: () => undefined, warn: () => undefined, error: (details, message) => void errors.push(`${message}: ${String((details as { err?: unknown }).err)}`) };

const ZONES = ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Europe/Berlin'];
/** A database with a tenant of each zone. The job queue's own clock must never go back in one. */
async function newInstallation(): Promise<Database> {
  const db = await testDatabase();
  for (const [index, time_zone] of ZONES.entries()) {
    const id = index + 1;
    await withTenant(db, id, async (trx) => {
      await trx.insertInto('tenants').values({ id, name: time_zone, time_zone }).execute();
      await trx.insertInto('cx_personas').values({ tenant_id: id, name: 'Maya', edition: 1, last_synced_at: new Date('2026-01-01') }).execute();
    });
  }
  return db;
}

/** The runs that were requested since the last time, by zone; they are taken for done at this moment. */
async function takeRuns(db: Database, now: Date): Promise<string[]> {
  const taken: string[] = [];
  for (const [index, timeZone] of ZONES.entries()) {
    const runs = await withTenant(db, index + 1, async (trx) => {
      const requested = await trx.deleteFrom('runs').returning('id').execute();
      if (requested.length > 0) await trx.updateTable('cx_personas').set({ last_synced_at: now }).execute();
      return requested;
    });
    taken.push(...runs.map(() => timeZone));
  }
  return taken;
}

describe('02:00 every night', async () => {
  const db = await newInstallation();

  it.each(ZONES)('comes on every day of two years in %s, whatever the clocks do', async (timeZone) => {
    const { boss, stop } = await openJobQueue({ db, log });
    const fired = [2026, 2027].flatMap((year) =>
      boss.previewSchedule(NIGHTLY, { tz: timeZone, from: new Date(`${year - 1}-12-31T12:00Z`), count: 2 * 365 + 5 }),
    );
    await stop();
    const days = new Set(fired.map((at) => dayOf(at, timeZone)));
    expect(listDays('2026-01-02', '2027-12-31').filter((day) => !days.has(day))).toEqual([]);
  });
});

describe.each([
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Europe/Berlin', '2026-10-25'],
])('around the change of clocks in %s on %s', async (timeZone, day) => {
  const db = await newInstallation();

  it('two servers request one run a night', async () => {
    const from = Date.parse(`${day}T00:00Z`) - 12 * 3_600_000;
    const clock = new TestClock(from);
    const servers = [await openJobQueue({ db, log, clock }), await openJobQueue({ db, log, clock })];
    const parts = { db, log, clock: { now: () => new Date(clock.now()) }, runs: { requestRun, dispatchRuns: () => undefined } };
    for (const { boss } of servers) await startNightlySync(boss, parts, { isEnabled: true, schedule: null });
    // What the start itself requested: everybody was last synchronised long ago.
    await takeRuns(db, new Date(from));
    const hourIn = (atMs: number): number => Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit' }).format(atMs));
    const seen: string[] = [];
    for (let halfHour = 0; halfHour < 2 * 48; halfHour++) {
      const atMs = from + halfHour * 1_800_000;
      if (hourIn(atMs) < 1 || hourIn(atMs) > 3) continue;
      await clock.setTime(atMs - 20_000);
      for (let part = 0; part < 5; part++) await clock.tick(15_000);
      // The clock does not wait for handlers.
      await delay(30);
      seen.push(...(await takeRuns(db, new Date(clock.now()))).filter((zone) => zone === timeZone));
    }
    expect(seen).toEqual([timeZone, timeZone]);
    // The queue's own connections may take a leap of its clock for a silence.
    expect(errors.filter((message) => !message.startsWith('the job queue'))).toEqual([]);
    for (const { stop } of servers) await stop();
  }, 60_000);
});

describe('the schedules', async () => {
  const db = await newInstallation();

  it('follow the time zones that are in use', async () => {
    const { boss, stop } = await openJobQueue({ db, log });
    const parts = { db, log, clock: { now: () => new Date() }, runs: { requestRun, dispatchRuns: () => undefined } };
    const nightly = await startNightlySync(boss, parts, { isEnabled: true, schedule: '30 1 * * *' });
    const zones = async (): Promise<string[]> => (await boss.getSchedules('nightly-sync')).map((one) => `${one.timezone} ${one.cron}`).sort();
    expect(await zones()).toEqual(ZONES.map((zone) => `${zone} FREQ=DAILY;BYHOUR=1,2;BYMINUTE=30;BYSECOND=0`).sort());
    await withTenant(db, 1, (trx) => trx.updateTable('tenants').set({ time_zone: 'Etc/GMT+5' }).where('id', '=', 1).execute());
    await nightly.reschedule();
    expect(await zones()).toContain('Etc/GMT+5 FREQ=DAILY;BYHOUR=1,2;BYMINUTE=30;BYSECOND=0');
    expect(await zones()).toHaveLength(ZONES.length);
    await stop();
  });
});
