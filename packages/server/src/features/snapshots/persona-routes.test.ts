import { afterAll, describe, expect, it } from 'vitest';
import { systemCaller, type Caller } from '../../access/caller.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { startJobs } from '../../jobs/start-jobs.ts';
import type { Log } from '../../log.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { testEdge } from '../../testing/test-edge.ts';
import { createRetryRun, type RunStarter } from '../runs/retry-run.ts';
import { runRoutes } from '../runs/run.routes.ts';
import { createRunService, requestRun } from '../runs/run.service.ts';
import { rememberKeysWithin } from '../responses/form-keys.service.ts';
import { createBatchCalculate } from '../scoring/batch.handler.ts';
import { createPersonaRunService } from '../scoring/persona-run.service.ts';
import { scoringRoutes } from '../scoring/scoring.routes.ts';
import { createEvolutionService } from './evolution.service.ts';
import { snapshotRoutes } from './snapshot.routes.ts';
import { createSyncHandler } from './sync.handler.ts';

const db = await testDatabase();
const frames = testFrames(db);
const batchCalculate = createBatchCalculate(frames);
const clock = fakeClock('2026-03-04T12:00Z');
const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const handlers = { 'batch-calculate': batchCalculate, sync: createSyncHandler({ clock, log, frames }), import: batchCalculate, 'undo-import': batchCalculate };
const jobs = await startJobs({ db, clock, log, handlers, requestRun, settings: { isEnabled: false, schedule: null } });
afterAll(() => jobs.stop());
const runs = createRunService({ db, dispatch: jobs.dispatch });
const personaRuns = createPersonaRunService({ db, runs });
const again: RunStarter = (caller, run) => personaRuns.again(caller, run.persona_id, run.kind === 'sync' ? 'sync' : 'batch-calculate');
const edge = await testEdge([...runRoutes(runs, createRetryRun(runs, { 'batch-calculate': again, sync: again, import: again, 'undo-import': again })), ...scoringRoutes(personaRuns), ...snapshotRoutes(createEvolutionService({ db, clock }), personaRuns)]);

/** A tenant with a persona that has rules, one that has none, and a response on each of three days. */
async function newTenant(id: number): Promise<{ caller: Caller; personaId: number; emptyId: number }> {
  return withTenant(db, id, async (trx) => {
    await trx.insertInto('tenants').values({ id, name: `Tenant ${id}` }).execute();
    const form = await trx.insertInto('forms').values({ tenant_id: id, name: 'Survey' }).returning('id').executeTakeFirstOrThrow();
    const [persona, empty] = await trx.insertInto('cx_personas').values([{ tenant_id: id, name: 'Maya', edition: 1 }, { tenant_id: id, name: 'Nobody yet' }]).returning('id').execute();
    const rules = '{"missing": "unmatched", "rules": [{"attribute": "age", "is": {"atMost": 39}}]}';
    await trx.insertInto('persona_editions').values({ tenant_id: id, persona_id: persona!.id, edition: 1, mapping_rules: rules, rules }).execute();
    await rememberKeysWithin(trx, id, form.id, ['age']);
    const days = ['2026-01-01T10:00Z', '2026-03-03T10:00Z', '2026-03-04T10:00Z'];
    const rows = days.map((at, index) => ({ tenant_id: id, form_id: form.id, submitted_at: new Date(at), response_data: `{"age": ${30 + 10 * index}}` }));
    await trx.insertInto('form_responses').values(rows).execute();
    return { caller: systemCaller(id), personaId: persona!.id, emptyId: empty!.id };
  });
}
const [ours, theirs] = [await newTenant(1), await newTenant(2)];
const persona = (path: string, id = ours.personaId): string => `/api/cx-personas/${id}${path}`;

describe('batch-calculate', () => {
  it('scores all responses of the tenant and says how many', async () => {
    const { status, body } = await edge.send(ours.caller, 'POST', persona('/batch-calculate'));
    expect([status, body]).toEqual([200, { success: true, processed: 3, matched: 1, message: '3 responses scored, 1 match.' }]);
  });

  it('answers 202 with a run to follow to a client that does not wait', async () => {
    const { status, body } = await edge.send<{ id: number; status: string }>(ours.caller, 'POST', persona('/batch-calculate'), undefined, { prefer: 'respond-async' });
    expect([status, body.status]).toEqual([202, 'queued']);
    await runs.runToEnd(ours.caller, body.id);
    const run = await edge.send(ours.caller, 'GET', `/api/runs/${body.id}`);
    expect(run.body).toMatchObject({ status: 'succeeded', persona_id: ours.personaId, result: { processed: 3, matched: 1, written: 0 } });
    expect((await edge.send(theirs.caller, 'GET', `/api/runs/${body.id}`)).status).toBe(404);
  });
});

describe('sync and evolution', () => {
  it('writes the days, today included, and shows them oldest first', async () => {
    const { status, body } = await edge.send<{ snapshot: object }>(ours.caller, 'POST', persona('/sync'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ success: true, days_written: 3, message: '3 days written, the newest is 4 March 2026.' });
    expect(body.snapshot).toMatchObject({ snapshot_date: '2026-03-04', is_complete: false, response_count: 1 });
    expect((await edge.send(ours.caller, 'POST', persona('/sync'))).body).toMatchObject({ days_written: 0, message: 'Everything is up to date.' });

    const days = async (query: string): Promise<string[]> =>
      (await edge.send<{ snapshot_date: string }[]>(ours.caller, 'GET', persona(`/evolution${query}`))).body.map((one) => one.snapshot_date);
    expect(await days('')).toEqual(['2026-03-03', '2026-03-04']);
    expect(await days('?days=1')).toEqual(['2026-03-04']);
    expect(await days('?days=3650')).toEqual(['2026-01-01', '2026-03-03', '2026-03-04']);
  });

  it('shows all days under the edition of the present scores when asked, and stores nothing of it', async () => {
    type Day = { snapshot_date: string; edition: number; behavioral_data: { matches: number; weak: number }; is_complete: boolean };
    const evolution = async (edition: string): Promise<[string, number, number, number][]> =>
      (await edge.send<Day[]>(ours.caller, 'GET', persona(`/evolution?days=3650&edition=${edition}`))).body.map((one) => [
        one.snapshot_date, one.edition, one.behavioral_data.matches, one.behavioral_data.weak,
      ]);
    const ofDay = [['2026-01-01', 1, 1, 0], ['2026-03-03', 1, 0, 1], ['2026-03-04', 1, 0, 1]];
    expect(await evolution('scored')).toEqual(ofDay);
    await withTenant(db, 1, async (trx) => {
      const rules = '{"missing": "unmatched", "rules": [{"attribute": "age", "is": {"atLeast": 40}}]}';
      await trx.insertInto('persona_editions').values({ tenant_id: 1, persona_id: ours.personaId, edition: 2, mapping_rules: rules, rules }).execute();
      await trx.updateTable('cx_personas').set({ edition: 2 }).where('id', '=', ours.personaId).execute();
    });
    expect((await edge.send(ours.caller, 'POST', persona('/batch-calculate'))).status).toBe(200);
    expect(await evolution('scored')).toEqual([['2026-01-01', 2, 0, 1], ['2026-03-03', 2, 1, 0], ['2026-03-04', 2, 1, 0]]);
    expect(await evolution('of_day')).toEqual(ofDay);
    expect((await edge.send(ours.caller, 'GET', persona('/evolution?edition=3'))).status).toBe(422);
    expect((await edge.send(ours.caller, 'GET', persona('/evolution?edition=scored', theirs.personaId))).status).toBe(404);
  });

  it('fault 12: days was spliced into SQL', async () => {
    for (const days of ['0', '3651', '1.5', '30; DROP TABLE cx_personas', "30' OR '1'='1"]) {
      expect((await edge.send(ours.caller, 'GET', persona(`/evolution?days=${encodeURIComponent(days)}`))).status, days).toBe(422);
    }
  });
});

describe('what cannot be run', () => {
  it.each(['/batch-calculate', '/sync'])('%s answers 404 for another tenant’s persona, and 422 for one without rules', async (path) => {
    const answers = [persona(path, theirs.personaId), persona(path, 999_999), persona(path, ours.emptyId)];
    const codes = await Promise.all(answers.map(async (url) => (await edge.send(ours.caller, 'POST', url)).body.code));
    expect(codes).toEqual(['not_found', 'not_found', 'no_rules']);
    expect((await edge.send(ours.caller, 'GET', persona('/evolution', theirs.personaId))).status).toBe(404);
  });

  it('answers 409 while the same is under way', async () => {
    const run = await withTenant(db, 1, (trx) => trx.insertInto('runs').values({ tenant_id: 1, kind: 'sync', persona_id: ours.personaId, status: 'running', requested_by: 'x', attempt: 99 }).returning('id').executeTakeFirstOrThrow());
    const { status, body } = await edge.send(ours.caller, 'POST', persona('/sync'));
    await withTenant(db, 1, (trx) => trx.deleteFrom('runs').where('id', '=', run.id).execute());
    expect([status, body.code]).toEqual([409, 'already_running']);
  });
});
