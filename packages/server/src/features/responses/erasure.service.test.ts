import { describe, expect, it } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { newTenant } from '../../testing/new-tenant.ts';
import { testEdge } from '../../testing/test-edge.ts';
import { lockScoringShared } from '../scoring/scoring-lock.ts';
import { refreshSnapshots } from '../snapshots/snapshot.service.ts';
import { DEFAULT_BULK_LIMITS } from './bulk-limits.ts';
import { createErasureService } from './erasure.service.ts';
import { responseRoutes } from './response.routes.ts';
import { createResponseService } from './response.service.ts';
import { createSubmissionService } from './submission.service.ts';

const db = await testDatabase();
const frames = testFrames(db);
const clock = fakeClock('2026-02-01T09:00:00Z');
const erasure = createErasureService({ db, clock });
const submissions = createSubmissionService({ db, clock, limits: DEFAULT_BULK_LIMITS });
const edge = await testEdge(responseRoutes({ submissions, responses: createResponseService({ db }), erasure }));

type Home = { ann: Caller; formId: number; url: string; personaId: number };

async function newHome(): Promise<Home> {
  const ann = await newTenant(db);
  const tenant_id = ann.tenantId;
  const ids = await withTenant(db, tenant_id, async (trx) => {
    const form = await trx.insertInto('forms').values({ tenant_id, name: 'Survey' }).returning('id').executeTakeFirstOrThrow();
    const persona = await trx.insertInto('cx_personas').values({ tenant_id, name: 'Maya', edition: 1, scored_edition: 1 }).returning('id').executeTakeFirstOrThrow();
    const rules = JSON.stringify({ rules: [{ attribute: 'age', is: { between: [25, 40] } }] });
    await trx.insertInto('persona_editions').values({ tenant_id, persona_id: persona.id, edition: 1, mapping_rules: rules, rules }).execute();
    return { formId: form.id, personaId: persona.id };
  });
  return { ann, ...ids, url: `/api/forms/${ids.formId}/responses` };
}

const submit = async ({ ann, url }: Home, respondent_key: string, day: string, key?: string): Promise<number> => {
  const body = { response_data: { age: 31, satisfaction: 4 }, respondent_key, submitted_at: `${day}T12:00:00Z` };
  return (await edge.send<{ id: number }>(ann, 'POST', url, body, key ? { 'idempotency-key': key } : {})).body.id;
};

/** Every place in the tenant that holds any of these words, as table names. */
async function placesOf({ ann }: Home, words: string[]): Promise<string[]> {
  return readTenant(db, ann.tenantId, async (trx) => {
    const places: string[] = [];
    for (const table of ['form_responses', 'respondents', 'persona_matches', 'events', 'idempotency_keys', 'audit_log', 'import_chunks', 'runs'] as const) {
      const text = JSON.stringify(await trx.selectFrom(table).selectAll().execute());
      if (words.some((word) => text.includes(word))) places.push(table);
    }
    return places;
  });
}

const snapshots = ({ ann }: Home) =>
  readTenant(db, ann.tenantId, (trx) => trx.selectFrom('persona_data_snapshots').select(['snapshot_date', 'response_count']).orderBy('snapshot_date').execute());

describe('erasing a person', () => {
  it('removes key, responses and scores, and computes the days concerned again', async () => {
    const home = await newHome();
    for (const [key, day] of [['zoë', '2026-01-10'], ['zoë', '2026-01-11'], ['bob', '2026-01-11'], ['bob', '2026-01-12']] as const) await submit(home, key, day);
    await refreshSnapshots({ db, frames }, home.ann.tenantId, home.personaId, { now: clock.now(), includeToday: false });
    expect((await snapshots(home)).map(({ response_count }) => response_count)).toEqual([1, 2, 1]);
    const people = await edge.send<{ items: { id: number }[] }>(home.ann, 'GET', '/api/respondents?respondent_key=zo%C3%AB');
    const answer = await edge.send(home.ann, 'DELETE', `/api/respondents/${people.body.items[0]?.id}`);
    expect(answer).toMatchObject({ status: 200, body: { responses_erased: 2, scores_erased: 2, snapshots_recomputed: 2, erased_at: '2026-02-01T09:00:00.000Z' } });
    expect(await placesOf(home, ['zoë'])).toEqual([]);
    expect(await snapshots(home)).toEqual([{ snapshot_date: '2026-01-11', response_count: 1 }, { snapshot_date: '2026-01-12', response_count: 1 }]);
    expect(await edge.send(home.ann, 'DELETE', `/api/respondents/${people.body.items[0]?.id}`)).toMatchObject({ status: 404 });
  });

  it('leaves no event and no kept answer that names what is gone, and says in the audit log how many, not who', async () => {
    const home = await newHome();
    const id = await submit(home, 'zoë', '2026-01-10', 'k-1');
    const row = { response_data: { age: 1 }, respondent_key: 'zoë' };
    await edge.send(home.ann, 'POST', home.url, `${JSON.stringify(row)}\n${JSON.stringify({ ...row, respondent_key: 'bob' })}`, { 'idempotency-key': 'k-2' });
    const people = await edge.send<{ items: { id: number }[] }>(home.ann, 'GET', '/api/respondents?respondent_key=zo%C3%AB');
    await erasure.eraseRespondent(home.ann, people.body.items[0]?.id ?? 0);
    const left = await readTenant(db, home.ann.tenantId, async (trx) => ({
      events: await trx.selectFrom('events').select(['type', 'payload']).orderBy('id').execute(),
      answers: await trx.selectFrom('idempotency_keys').select(['key', 'answer']).orderBy('key').execute(),
      audit: await trx.selectFrom('audit_log').select(['action', 'details']).orderBy('id', 'desc').executeTakeFirst(),
    }));
    expect(left.events).toEqual([{ type: 'responses.stored', payload: { form_id: home.formId, count: 2 } }, { type: 'responses.erased', payload: { count: 2 } }]);
    expect(left.answers).toEqual([{ key: 'k-1', answer: { erased: true } }, { key: 'k-2', answer: { erased: true } }]);
    expect(left.audit).toEqual({ action: 'respondent.erased', details: { responses_erased: 2, scores_erased: 2, snapshots_recomputed: 0 } });
    expect(id).toBeGreaterThan(0);
    const body = { response_data: { age: 31, satisfaction: 4 }, respondent_key: 'zoë', submitted_at: '2026-01-10T12:00:00Z' };
    expect(await edge.send(home.ann, 'POST', home.url, body, { 'idempotency-key': 'k-1' })).toMatchObject({ status: 409, body: { detail: expect.stringContaining('erased') } });
    expect(await placesOf(home, ['zoë'])).toEqual([]);
  });

  it('removes the uploaded file that the answers came in, once its import is over', async () => {
    const home = await newHome();
    const tenant_id = home.ann.tenantId;
    const id = await submit(home, 'zoë', '2026-01-10');
    await withTenant(db, tenant_id, async (trx) => {
      for (const status of ['imported', 'checked'] as const) {
        const { id: importId } = await trx.insertInto('imports').values({ tenant_id, form_id: home.formId, file_name: 'x.csv', status, created_by: 'user:ann', imported_at: null, undone_at: null }).returning('id').executeTakeFirstOrThrow();
        await trx.insertInto('import_chunks').values({ tenant_id, import_id: importId, position: 0, bytes: Buffer.from(status) }).execute();
        if (status === 'imported') await trx.updateTable('form_responses').set({ import_id: importId }).where('id', '=', id).execute();
      }
    });
    await erasure.eraseResponse(home.ann, id);
    const chunks = await readTenant(db, tenant_id, (trx) => trx.selectFrom('import_chunks').select('bytes').execute());
    expect(chunks.map(({ bytes }) => bytes.toString())).toEqual(['checked']);
  });

  it('waits for responses that are being stored', async () => {
    const home = await newHome();
    const id = await submit(home, 'zoë', '2026-01-10');
    const order: string[] = [];
    const { started } = await withTenant(db, home.ann.tenantId, async (trx) => {
      await lockScoringShared(trx, home.ann.tenantId);
      const work = erasure.eraseResponse(home.ann, id).then(() => order.push('erased'));
      const waiting = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      while ((await db.owner.query(waiting)).rows.length === 0);
      order.push('stored');
      return { started: work };
    });
    await started;
    expect(order).toEqual(['stored', 'erased']);
  });
});

describe('erasing a response', () => {
  it('keeps the person while they have another', async () => {
    const home = await newHome();
    const [first, second] = [await submit(home, 'zoë', '2026-01-10'), await submit(home, 'zoë', '2026-01-11')];
    expect(await erasure.eraseResponse(home.ann, first)).toMatchObject({ responses_erased: 1, scores_erased: 1 });
    expect(await placesOf(home, ['zoë'])).toEqual(['respondents']);
    await erasure.eraseResponse(home.ann, second);
    expect(await placesOf(home, ['zoë'])).toEqual([]);
  });

  it('of another tenant is like one of a response that does not exist', async () => {
    const [home, eve] = [await newHome(), await newHome()];
    const theirs = await submit(eve, 'zoë', '2026-01-10');
    const people = await edge.send<{ items: { id: number }[] }>(eve.ann, 'GET', '/api/respondents');
    for (const method of ['GET', 'DELETE'] as const) {
      for (const path of [`responses/${theirs}`, `respondents/${people.body.items[0]?.id}`, 'responses/999999999', 'respondents/0', 'responses/x']) {
        expect((await edge.send(home.ann, method, `/api/${path}`)).status).toBe(404);
      }
    }
    expect(await placesOf(eve, ['zoë'])).toEqual(['respondents']);
  });
});
