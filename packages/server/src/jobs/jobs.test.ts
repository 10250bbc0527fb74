import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { withTenant } from '../db/tenant-scope.ts';
import { publishEvent } from '../features/events/event.store.ts';
import type { RunHandlers } from '../features/runs/run-executor.ts';
import { requestRun } from '../features/runs/run.service.ts';
import { createBatchCalculate } from '../features/scoring/batch.handler.ts';
import { createSyncHandler } from '../features/snapshots/sync.handler.ts';
import type { Log } from '../log.ts';
import { fakeClock, testDatabase } from '../testing/index.ts';
import { testFrames } from '../testing/test-frames.ts';
import { removeExpired } from './retention.ts';
import { startJobs, type Jobs } from './start-jobs.ts';

const RULES = JSON.stringify({ missing: 'unmatched', rules: [{ attribute: 'age', is: { atMost: 39 } }] });

/** One tenant a zone, each with a persona that was last synchronised then, and one response. */
async function newInstallation(db: Database, zones: string[], lastSyncedAt: string | null) {
  for (const [index, time_zone] of zones.entries()) {
    const id = index + 1;
    await withTenant(db, id, async (trx) => {
      await trx.insertInto('tenants').values({ id, name: time_zone, time_zone }).execute();
      const { id: form_id } = await trx.insertInto('forms').values({ tenant_id: id, name: 'Survey' }).returning('id').executeTakeFirstOrThrow();
      const last_synced_at = lastSyncedAt === null ? null : new Date(lastSyncedAt);
      const persona = await trx.insertInto('cx_personas').values({ tenant_id: id, name: 'Maya', edition: 1, last_synced_at }).returning('id').executeTakeFirstOrThrow();
      await trx.insertInto('persona_editions').values({ tenant_id: id, persona_id: persona.id, edition: 1, mapping_rules: RULES, rules: RULES }).execute();
      await trx.insertInto('form_responses').values({ tenant_id: id, form_id, submitted_at: new Date('2026-03-01T12:00Z'), response_data: '{"age": 31}' }).execute();
    });
  }
  const messages: string[] = [];
  const log: Log = {
    info: (_details, message) => void messages.push(message),
    warn: () => undefined,
    error: (details, message) => void messages.push(`${message} ${JSON.stringify(details)}`),
  };
  const start = (clock: Clock, isEnabled = true): Promise<Jobs> => {
    const frames = testFrames(db);
    const sync = createSyncHandler({ clock, log, frames });
    const handlers: RunHandlers = { 'batch-calculate': createBatchCalculate(frames), sync, import: async () => ({}), 'undo-import': async () => ({}) };
    return startJobs({ db, clock, log, handlers, requestRun, settings: { isEnabled, schedule: null } });
  };
  const listRuns = (tenantId: number) => withTenant(db, tenantId, (trx) => trx.selectFrom('runs').selectAll().where('kind', '=', 'sync').orderBy('id').execute());
  const settle = async (): Promise<void> => {
    for (const [index] of zones.entries()) while ((await listRuns(index + 1)).some((run) => run.finished_at === null)) await delay(20);
  };
  return { start, listRuns, settle, messages };
}

describe('a start after a night was missed', async () => {
  const db = await testDatabase();
  testFrames(db);
  it('requests the sync of whoever missed a night, once, and tells that it is enabled', async () => {
    const { start, listRuns, settle, messages } = await newInstallation(db, ['UTC', 'Asia/Tokyo'], '2026-03-04T16:00:00Z');
    // In Tokyo that was 01:00 on 5 March, and it is still the same day.
    const clock = fakeClock('2026-03-05T09:00Z');
    const servers = await Promise.all([start(clock), start(clock)]);
    await settle();
    expect([(await listRuns(1)).length, (await listRuns(2)).length]).toEqual([1, 0]);
    expect((await listRuns(1))[0]).toMatchObject({ status: 'succeeded', requested_by: 'system', result: { personas: 1, days_written: 1, newest: '2026-03-01', errors: [] } });
    expect(messages).toContain('[Cron] Persona sync job enabled (daily at 2:00 AM)');
    for (const server of servers) await server.stop();
  });
});

describe('a start with the sync switched off', async () => {
  const db = await testDatabase();
  testFrames(db);

  it('requests nothing, and takes its schedules away', async () => {
    const { start, listRuns, settle, messages } = await newInstallation(db, ['UTC'], null);
    const clock = fakeClock('2026-03-05T09:00Z');
    const before = await start(clock);
    await settle();
    await before.stop();
    await withTenant(db, 1, (trx) => trx.updateTable('cx_personas').set({ last_synced_at: null }).execute());
    await (await start(clock, false)).stop();
    const { rows } = await db.owner.query(`SELECT name FROM pgboss.schedule WHERE name = 'nightly-sync'`);
    expect([rows, (await listRuns(1)).length]).toEqual([[], 1]);
    expect(messages.at(-1)).toBe('[Cron] Persona sync job disabled (ENABLE_PERSONA_SYNC)');
  });
});

describe('removeExpired', async () => {
  const db = await testDatabase();

  it('keeps a day of events and idempotency keys, of every tenant', async () => {
    await newInstallation(db, ['UTC', 'Asia/Tokyo'], null);
    const clock = fakeClock(new Date(Date.now() + 3_600_000));
    const old = new Date(clock.now().getTime() - 24 * 3_600_000 - 1);
    for (const id of [1, 2]) {
      await withTenant(db, id, async (trx) => {
        await publishEvent(trx, id, 'persona.changed', {});
        await trx.insertInto('events').values({ tenant_id: id, type: 'old', payload: '{}', created_at: old }).execute();
        for (const [key, created_at] of [['old', old], ['new', clock.now()]] as const) {
          await trx.insertInto('idempotency_keys').values({ tenant_id: id, operation: 'x', key, request_hash: Buffer.from(''), answer: '{}', created_at }).execute();
        }
      });
    }
    const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    expect(await removeExpired({ db, clock, log })).toEqual({ events: 2, idempotencyKeys: 2 });
    expect(await removeExpired({ db, clock, log })).toEqual({ events: 0, idempotencyKeys: 0 });
  });
});
