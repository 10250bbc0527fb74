import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { systemCaller } from '../../access/caller.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { Failure } from '../../failures/failure.ts';
import { openJobQueue } from '../../jobs/job-queue.ts';
import type { Log } from '../../log.ts';
import { testDatabase } from '../../testing/index.ts';
import { tryRunLock } from './run-lock.ts';
import type { RunContext, RunHandler } from './run-executor.ts';
import { startRunQueue, type RunQueue } from './run-queue.ts';
import type { Run } from './run.ts';
import { createRunService } from './run.service.ts';
import type { RunRequest } from './run.store.ts';

const db = await testDatabase();
const logged: string[] = [];
const log: Log = { info: () => undefined, warn: () => undefined, error: (_details, message) => void logged.push(message) };
const jobs = await openJobQueue({ db, log });
afterAll(() => jobs.stop());

let handle: RunHandler = async () => ({});
const handler: RunHandler = (context) => handle(context);
const parts = { db, log, handlers: { 'batch-calculate': handler, sync: handler, import: handler, 'undo-import': handler } };
let queue: RunQueue | null = null;
let lastTenant = 0;
const runs = createRunService({ db, dispatch: () => queue?.dispatch() });
afterEach(async () => {
  await queue?.stop();
  queue = null;
  logged.length = 0;
  // What a test left waiting is not for the workers of the next.
  for (let id = 1; id <= lastTenant; id++) await withTenant(db, id, (trx) => trx.deleteFrom('runs').execute());
});

async function newTenant(): Promise<{ caller: ReturnType<typeof systemCaller>; personas: number[] }> {
  const tenantId = ++lastTenant;
  const personas = await withTenant(db, tenantId, async (trx) => {
    await trx.insertInto('tenants').values({ id: tenantId, name: `Tenant ${tenantId}` }).execute();
    const rows = await trx.insertInto('cx_personas').values(['a', 'b'].map((name) => ({ tenant_id: tenantId, name }))).returning('id').execute();
    return rows.map((row) => row.id);
  });
  return { caller: systemCaller(tenantId), personas };
}
type Tenant = Awaited<ReturnType<typeof newTenant>>;
const request = ({ caller }: Tenant, wanted: RunRequest): Promise<Run> => withTenant(db, caller.tenantId, (trx) => runs.requestRun(trx, caller, wanted));
const runToEnd = ({ caller }: Tenant, run: Run): Promise<Run> => {
  runs.dispatchRuns();
  return runs.runToEnd(caller, run.id);
};

describe('a run', () => {
  it('is done by a worker, and its row says how', async () => {
    const tenant = await newTenant();
    queue = await startRunQueue(jobs.boss, parts);
    handle = async ({ report }) => {
      await report(1, 3);
      await report(2, 3);
      return { processed: 3 };
    };
    const queued = await request(tenant, { kind: 'batch-calculate', personaId: tenant.personas[0]! });
    expect(queued).toMatchObject({ status: 'queued', done: 0, total: null, attempt: 0, requested_by: 'system' });
    runs.dispatchRuns();
    expect(await runToEnd(tenant, queued)).toMatchObject({ status: 'succeeded', attempt: 1, done: 3, total: 3, result: { processed: 3 }, error: null });
  });

  it('fails with a plain message, which the log tells once', async () => {
    const tenant = await newTenant();
    queue = await startRunQueue(jobs.boss, parts);
    handle = async () => Promise.reject(new Error('secret details'));
    const run = await runToEnd(tenant, await request(tenant, { kind: 'sync' }));
    expect(run).toMatchObject({ status: 'failed', error: { code: 'internal' } });
    expect(run.error?.message).not.toContain('secret');
    expect(logged).toEqual(['run failed']);
    handle = async () => Promise.reject(new Failure('no_rules', 'The persona has no rules yet.'));
    const refused = await runToEnd(tenant, await request(tenant, { kind: 'sync' }));
    expect(refused.error).toEqual({ code: 'no_rules', message: 'The persona has no rules yet.' });
  });

  it('is reused while it waits, and queued anew behind one that is under way', async () => {
    const tenant = await newTenant();
    const [personaId] = tenant.personas as [number, number];
    const first = await request(tenant, { kind: 'batch-calculate', personaId });
    expect((await request(tenant, { kind: 'batch-calculate', personaId })).id).toBe(first.id);
    expect((await request(tenant, { kind: 'sync', personaId })).id).not.toBe(first.id);
    const neighbour = await newTenant();
    expect((await request(neighbour, { kind: 'batch-calculate', personaId: neighbour.personas[0]! })).id).not.toBe(first.id);
    await withTenant(db, tenant.caller.tenantId, (trx) => trx.deleteFrom('runs').where('id', '<>', first.id).execute());

    const gate = Promise.withResolvers<void>();
    handle = async () => (await gate.promise, {});
    queue = await startRunQueue(jobs.boss, parts);
    while ((await runs.get(tenant.caller, first.id)).status === 'queued') await delay(10);
    const second = await request(tenant, { kind: 'batch-calculate', personaId });
    expect(second.id).not.toBe(first.id);
    gate.resolve();
    expect((await runToEnd(tenant, second)).status).toBe('succeeded');
  });

  it('goes back into the queue when its server stops, and is done by the next', async () => {
    const tenant = await newTenant();
    const begun = Promise.withResolvers<void>();
    handle = ({ signal }) => {
      begun.resolve();
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    };
    queue = await startRunQueue(jobs.boss, parts);
    const run = await request(tenant, { kind: 'sync' });
    runs.dispatchRuns();
    await begun.promise;
    await queue.stop();
    expect(await runs.get(tenant.caller, run.id)).toMatchObject({ status: 'queued', attempt: 1 });
    expect(logged).toEqual([]);
    handle = async () => ({ days_written: 1 });
    queue = await startRunQueue(jobs.boss, parts);
    expect(await runToEnd(tenant, run)).toMatchObject({ status: 'succeeded', attempt: 2 });
  });

  it('is taken up after a crash, and given up after five', async () => {
    const tenant = await newTenant();
    handle = async () => ({});
    const crashed = await request(tenant, { kind: 'sync' });
    const hopeless = await request(tenant, { kind: 'sync', personaId: tenant.personas[0]! });
    await withTenant(db, tenant.caller.tenantId, async (trx) => {
      await trx.updateTable('runs').set({ status: 'running', attempt: 1 }).where('id', '=', crashed.id).execute();
      await trx.updateTable('runs').set({ status: 'running', attempt: 5 }).where('id', '=', hopeless.id).execute();
    });
    queue = await startRunQueue(jobs.boss, parts);
    expect(await runToEnd(tenant, crashed)).toMatchObject({ status: 'succeeded', attempt: 2 });
    expect(await runToEnd(tenant, hopeless)).toMatchObject({ status: 'failed', error: { code: 'internal' } });
  });

  it('stops being waited for when the client goes away', async () => {
    const tenant = await newTenant();
    const run = await request(tenant, { kind: 'sync' });
    const client = new AbortController();
    const waiting = runs.runToEnd(tenant.caller, run.id, client.signal);
    client.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow();
  });
});

describe('fault 11: the run guard was a variable in one process', () => {
  it('two servers never work on one persona at once, and a run of all excludes both', async () => {
    const tenant = await newTenant();
    const other = await openJobQueue({ db, log });
    const atWork = new Map<string, number>();
    let most = 0;
    let began = 0;
    handle = async ({ run, tenantId }: RunContext) => {
      const key = `${tenantId}/${run.persona_id}`;
      atWork.set(key, (atWork.get(key) ?? 0) + 1);
      most = Math.max(most, atWork.get(key)!, atWork.has(`${tenantId}/null`) ? atWork.size : 0);
      began++;
      await delay(60);
      atWork.set(key, atWork.get(key)! - 1);
      if (atWork.get(key) === 0) atWork.delete(key);
      return {};
    };
    const wanted: RunRequest[] = tenant.personas.flatMap((personaId) => [{ kind: 'sync', personaId }, { kind: 'batch-calculate', personaId }]);
    const queued = [];
    for (const one of [...wanted, { kind: 'sync' } as const]) queued.push(await request(tenant, one));
    queue = await startRunQueue(jobs.boss, parts);
    const second = await startRunQueue(other.boss, parts);
    for (const run of queued) expect((await runToEnd(tenant, run)).status).toBe('succeeded');
    await second.stop();
    await other.stop();
    expect([most, began]).toEqual([1, queued.length]);
  });

  it('a lock is gone with the session that held it', async () => {
    const tenant = await newTenant();
    const run = { persona_id: tenant.personas[0]!, import_id: null };
    const lock = await tryRunLock(db, tenant.caller.tenantId, run);
    expect(await tryRunLock(db, tenant.caller.tenantId, run)).toBeNull();
    expect(await tryRunLock(db, tenant.caller.tenantId, { persona_id: null, import_id: null })).toBeNull();
    await db.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()
      AND pid NOT IN (SELECT pid FROM pg_stat_activity WHERE application_name = 'likeness-jobs')`);
    while (!lock?.lost.aborted) await delay(5);
    await lock.release();
    const again = await tryRunLock(db, tenant.caller.tenantId, run);
    expect(again).not.toBeNull();
    await again?.release();
  });
});

describe('listing runs', () => {
  it('pages newest first, by kind and status, and shows no other tenant’s', async () => {
    const [tenant, neighbour] = [await newTenant(), await newTenant()];
    await request(neighbour, { kind: 'sync' });
    const [first, second] = [await request(tenant, { kind: 'sync' }), await request(tenant, { kind: 'batch-calculate' })];
    const page = await runs.list(tenant.caller, { limit: 1 });
    expect(page.items.map((run) => run.id)).toEqual([second.id]);
    const rest = await runs.list(tenant.caller, { limit: 1, cursor: page.next_cursor! });
    expect([rest.items.map((run) => run.id), rest.next_cursor]).toEqual([[first.id], null]);
    expect((await runs.list(tenant.caller, { limit: 9, kind: 'sync', status: 'queued' })).items).toHaveLength(1);
    expect((await runs.list(tenant.caller, { limit: 9, status: 'failed' })).items).toEqual([]);
    await expect(runs.get(neighbour.caller, first.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});
