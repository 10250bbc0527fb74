import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { newTenant } from '../../testing/new-tenant.ts';
import { testEdge } from '../../testing/test-edge.ts';
import { DEFAULT_BULK_LIMITS } from './bulk-limits.ts';
import { createErasureService } from './erasure.service.ts';
import { insertMatches } from '../scoring/insert-matches.testing.ts';
import { rememberKeysWithin } from './form-keys.service.ts';
import { responseRoutes } from './response.routes.ts';
import { createResponseService } from './response.service.ts';
import { insertResponses } from './response.store.ts';
import { createSubmissionService } from './submission.service.ts';

const db = await testDatabase();
const clock = fakeClock('2026-02-01T09:00:00Z');
const edge = await testEdge(
  responseRoutes({
    submissions: createSubmissionService({ db, clock, limits: DEFAULT_BULK_LIMITS }),
    responses: createResponseService({ db }),
    erasure: createErasureService({ db, clock }),
  }),
);

type Home = { ann: Caller; formId: number };
type Items = { items: { id: number; respondent_key: string }[]; next_cursor: string | null };

async function newHome(timeZone = 'UTC'): Promise<Home> {
  const ann = await newTenant(db, { timeZone });
  const { id } = await withTenant(db, ann.tenantId, (trx) =>
    trx.insertInto('forms').values({ tenant_id: ann.tenantId, name: 'Survey' }).returning('id').executeTakeFirstOrThrow());
  return { ann, formId: id };
}

const add = async ({ ann, formId }: Home, rows: { at: string; key?: string }[]): Promise<number[]> =>
  withTenant(db, ann.tenantId, async (trx) => {
    const responses = rows.map(({ at, key }) => ({ responseData: { at }, respondentKey: key ?? null, externalId: null, submittedAt: new Date(at) }));
    return (await insertResponses(trx, ann.tenantId, formId, responses, { keys: await rememberKeysWithin(trx, ann.tenantId, formId, ['at']) })).ids;
  });

async function everyPage(ann: Caller, url: string): Promise<number[]> {
  const ids: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { body: Items } = await edge.send<Items>(ann, 'GET', `${url}&${cursor === '' ? '' : `cursor=${cursor}`}`);
    ids.push(...page.body.items.map(({ id }) => id));
    cursor = page.body.next_cursor;
  }
  return ids;
}

describe('the list of responses', () => {
  it('goes through pages, newest first, each once (fault 12: pagination was promised and missing)', async () => {
    const home = await newHome();
    await add(await newHome(), [{ at: '2026-01-01T00:00:00Z' }]);
    const same = Array.from({ length: 5 }, () => ({ at: '2026-01-02T00:00:00.500Z' }));
    const ids = await add(home, [{ at: '2026-01-03T00:00:00Z' }, ...same, { at: '2026-01-01T00:00:00Z' }]);
    const newestFirst = [ids[0], ...ids.slice(1, 6).toReversed(), ids[6]];
    for (const limit of [1, 2, 3, 100]) expect(await everyPage(home.ann, `/api/responses?limit=${limit}`)).toEqual(newestFirst);
  });

  it('does not lose its place between microseconds', async () => {
    const home = await newHome();
    const ids = await add(home, [{ at: '2026-01-01T00:00:00Z' }, { at: '2026-01-01T00:00:00Z' }, { at: '2026-01-01T00:00:00Z' }]);
    for (const [index, id] of ids.entries()) {
      await withTenant(db, home.ann.tenantId, (trx) =>
        trx.updateTable('form_responses').set({ submitted_at: new Date(0) }).where('id', '=', id).execute());
      await db.owner.query(`UPDATE form_responses SET submitted_at = '2026-01-01 00:00:00+00'::timestamptz + $1 * interval '1 microsecond' WHERE id = $2`, [index * 3, id]);
    }
    expect(await everyPage(home.ann, '/api/responses?limit=1')).toEqual(ids.toReversed());
  });

  it('can be narrowed to an answer, a text and the id of the source', async () => {
    const home = await newHome();
    const answered = async (responseData: Record<string, string | number | string[]>, externalId: string): Promise<number> =>
      withTenant(db, home.ann.tenantId, async (trx) => {
        const row = { responseData, respondentKey: null, externalId, submittedAt: new Date('2026-01-01T00:00:00Z') };
        const keys = await rememberKeysWithin(trx, home.ann.tenantId, home.formId, Object.keys(responseData));
        return (await insertResponses(trx, home.ann.tenantId, home.formId, [row], { keys })).ids[0] ?? 0;
      });
    const ada = await answered({ city: ' London', age: 31, goals: ['Save time', '100% done'] }, 'a_1');
    const ben = await answered({ city: 'Leeds', age: 52, goals: ['Fewer errors'] }, 'ab1');
    const of = async (query: string) => everyPage(home.ann, `/api/responses?limit=10&${query}`);
    expect(await of('attribute=city&answer=london')).toEqual([ada]);
    expect(await of('attribute=age&answer=52')).toEqual([ben]);
    expect(await of('attribute=goals&answer=SAVE%20TIME')).toEqual([ada]);
    expect(await of('attribute=goals&answer=time')).toEqual([]);
    expect(await of('text=TIME')).toEqual([ada]);
    expect(await of('text=a_1')).toEqual([ada]);
    expect(await of('text=0%25')).toEqual([ada]);
    expect(await of('external_id=ab1')).toEqual([ben]);
    expect((await edge.send(home.ann, 'GET', '/api/responses?attribute=city')).body).toMatchObject({ code: 'invalid_input', errors: [{ path: 'query.answer' }] });
  });

  it('ends a search of answers in time, says how to narrow it, and lets other lists take theirs', async () => {
    const home = await newHome();
    const [id] = await add(home, [{ at: '2026-01-01T00:00:00Z' }]);
    const impatient = await testEdge(responseRoutes({
      submissions: createSubmissionService({ db, clock, limits: DEFAULT_BULK_LIMITS }), responses: createResponseService({ db, searchLimitMs: 200 }), erasure: createErasureService({ db, clock }),
    }));
    const of = (query: string) => impatient.send<Items>(home.ann, 'GET', `/api/responses?${query}`);
    for (const query of ['text=2026', 'attribute=at&answer=2026-01-01T00:00:00Z']) expect((await of(query)).body.items).toMatchObject([{ id }]);
    const holder = await db.owner.connect();
    try {
      // Whoever reads responses has to wait, however fast the machine is.
      await holder.query('BEGIN; LOCK TABLE form_responses IN ACCESS EXCLUSIVE MODE');
      for (const query of ['text=2026', 'attribute=at&answer=2026-01-01T00:00:00Z']) {
        expect(await of(query)).toMatchObject({
          status: 422, body: { code: 'takes_too_long', detail: 'Searching the answers was ended after 0.2 seconds. Narrow it to a form, to some days, or to a persona.' },
        });
      }
      const patient = of('limit=10');
      await of('text=2026');
      await holder.query('ROLLBACK');
      expect((await patient).body.items).toMatchObject([{ id }]);
    } finally {
      holder.release();
    }
  });

  it('can be narrowed to a form, a person and days of the tenant’s time zone', async () => {
    const home = await newHome('America/New_York');
    const [before, first, last, after] = await add(home, [
      { at: '2026-02-01T04:59:59Z', key: 'ann' }, { at: '2026-02-01T05:00:00Z', key: 'bob' }, { at: '2026-02-02T04:59:59Z', key: 'ann' }, { at: '2026-02-02T05:00:00Z' },
    ]);
    const day = '&startDate=2026-02-01&endDate=2026-02-01';
    expect(await everyPage(home.ann, `/api/responses?limit=1${day}`)).toEqual([last, first]);
    const people = await edge.send<Items>(home.ann, 'GET', '/api/respondents?respondent_key=ann');
    expect(await everyPage(home.ann, `/api/responses?respondent_id=${people.body.items[0]?.id}`)).toEqual([last, before]);
    expect(await everyPage(home.ann, `/api/responses?form_id=${home.formId}`)).toEqual([after, last, first, before]);
    expect(await everyPage(home.ann, `/api/responses?form_id=${(await newHome()).formId}`)).toEqual([]);
  });

  it('can be narrowed to a band of a persona', async () => {
    const home = await newHome();
    const ids = await add(home, ['1', '2', '3', '4'].map((day) => ({ at: `2026-01-0${day}T00:00:00Z` })));
    const personaId = await withTenant(db, home.ann.tenantId, async (trx) => {
      const tenant_id = home.ann.tenantId;
      const { id } = await trx.insertInto('cx_personas').values({ tenant_id, name: 'Maya' }).returning('id').executeTakeFirstOrThrow();
      await insertMatches(trx, ids.slice(0, 3).map((response_id, index) => ({
        tenant_id, persona_id: id, response_id, match_score: index * 50, band: index as 0 | 1 | 2, evidence: 1, every_rule: false, rule_outcomes: '-+?'[index] ?? '',
      })));
      return id;
    });
    expect(await everyPage(home.ann, `/api/responses?persona_id=${personaId}&band=strong`)).toEqual([ids[2]]);
    expect(await everyPage(home.ann, `/api/responses?persona_id=${personaId}&band=weak`)).toEqual([ids[0]]);
    expect(await everyPage(home.ann, `/api/responses?persona_id=${personaId}`)).toEqual([ids[2], ids[1], ids[0]]);
    expect(await edge.send(home.ann, 'GET', '/api/responses?band=weak')).toMatchObject({ status: 422, body: { errors: [{ path: 'query.band' }] } });
  });

  it.each([
    'cursor=abc', `cursor=${Buffer.from('[1]').toString('base64url')}`, `cursor=${Buffer.from('["1",2]').toString('base64url')}`,
    'limit=0', 'limit=101', 'limit=ten', 'startDate=2026-02-30', 'startDate=2026-02-02&endDate=2026-02-01', "form_id=1'--", 'band=good',
  ])('refuses ?%s', async (query) => {
    expect(await edge.send((await newHome()).ann, 'GET', `/api/responses?${query}`)).toMatchObject({ status: 422, body: { code: 'invalid_input' } });
  });

  it.each([
    [1e300, 1], [-1e300, 1], [1.5, 1], [1, 1e300], [1, 0.5],
  ])('survives a cursor of %d, %d that no page gave', async (submittedUs, id) => {
    const cursor = Buffer.from(JSON.stringify([submittedUs, id])).toString('base64url');
    expect((await edge.send((await newHome()).ann, 'GET', `/api/responses?cursor=${cursor}`)).status).toBe(422);
  });
});

describe('respondents', () => {
  it('are listed by pages with what they answered', async () => {
    const home = await newHome();
    await add(await newHome(), [{ at: '2026-01-01T00:00:00Z', key: 'theirs' }]);
    await add(home, [{ at: '2026-01-03T00:00:00Z', key: 'ann' }, { at: '2026-01-01T00:00:00Z', key: 'ann' }, { at: '2026-01-02T00:00:00Z', key: 'bob' }]);
    const first = await edge.send<Items>(home.ann, 'GET', '/api/respondents?limit=1');
    const ann = { respondent_key: 'ann', response_count: 2, first_response_at: '2026-01-01T00:00:00.000Z', latest_response_at: '2026-01-03T00:00:00.000Z' };
    expect(first.body.items).toMatchObject([ann]);
    const second = await edge.send<Items>(home.ann, 'GET', `/api/respondents?limit=1&cursor=${first.body.next_cursor}`);
    expect(second.body).toMatchObject({ items: [{ respondent_key: 'bob', response_count: 1 }], next_cursor: null });
    expect((await edge.send(home.ann, 'GET', `/api/respondents/${first.body.items[0]?.id}`)).body).toMatchObject(ann);
    expect((await edge.send(home.ann, 'GET', '/api/respondents?respondent_key=theirs')).body).toEqual({ items: [], next_cursor: null });
    const named = await edge.send<Items>(home.ann, 'GET', '/api/respondents?key_contains=AN');
    expect(named.body.items.map((person) => person.respondent_key)).toEqual(['ann']);
  });
});

describe('any JSON', () => {
  it('is either kept as it is or refused with nothing stored', async () => {
    const home = await newHome();
    const data = fc.dictionary(fc.string({ unit: 'binary', maxLength: 8 }), fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }), { maxKeys: 5 });
    await fc.assert(
      fc.asyncProperty(data, async (response_data) => {
        const body = JSON.stringify({ response_data });
        for (const [sent, type] of [[body, 'application/json'], [body, 'application/x-ndjson']] as const) {
          const answer = await edge.send<{ id?: number; response_ids?: number[] }>(home.ann, 'POST', `/api/forms/${home.formId}/responses`, sent, { 'content-type': type });
          expect([200, 201, 400, 422]).toContain(answer.status);
          const id = answer.body.id ?? answer.body.response_ids?.[0];
          if (id === undefined) continue;
          const kept = await edge.send<{ response_data: unknown }>(home.ann, 'GET', `/api/responses/${id}`);
          expect(kept.body.response_data).toEqual(JSON.parse(body).response_data);
        }
      }),
      { numRuns: 60 },
    );
  });
});
