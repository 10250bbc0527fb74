import fs from 'node:fs';
import os from 'node:os';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { newTenant } from '../../testing/new-tenant.ts';
import { testEdge } from '../../testing/test-edge.ts';
import { DEFAULT_BULK_LIMITS } from './bulk-limits.ts';
import { createErasureService } from './erasure.service.ts';
import { responseRoutes } from './response.routes.ts';
import { createResponseService } from './response.service.ts';
import { createSubmissionService } from './submission.service.ts';

const db = await testDatabase();
const clock = fakeClock('2026-02-01T09:00:00Z');
beforeEach(() => clock.set('2026-02-01T09:00:00Z'));

const services = (limits = DEFAULT_BULK_LIMITS) => ({
  submissions: createSubmissionService({ db, clock, limits }),
  responses: createResponseService({ db }),
  erasure: createErasureService({ db, clock }),
});
const edge = await testEdge(responseRoutes(services()));
const tightEdge = await testEdge(responseRoutes(services({ bytes: 2000, lines: 5, lineBytes: 500 })));

type Home = { ann: Caller; formId: number; url: string };

/** A tenant with a form and a persona whose first edition is calculated. */
async function newHome(mappingRules: object = { age: { min: 25, max: 40 } }): Promise<Home> {
  const ann = await newTenant(db);
  const tenant_id = ann.tenantId;
  const formId = await withTenant(db, tenant_id, async (trx) => {
    const form = await trx.insertInto('forms').values({ tenant_id, name: 'Survey' }).returning('id').executeTakeFirstOrThrow();
    const persona = await trx.insertInto('cx_personas').values({ tenant_id, name: 'Maya', edition: 1, scored_edition: 1 }).returning('id').executeTakeFirstOrThrow();
    const rules = { missing: 'unmatched', rules: Object.entries(mappingRules).map(([attribute, { min, max }]) => ({ attribute, is: { between: [min, max] } })) };
    await trx.insertInto('persona_editions').values({ tenant_id, persona_id: persona.id, edition: 1, mapping_rules: JSON.stringify(mappingRules), rules: JSON.stringify(rules) }).execute();
    return form.id;
  });
  return { ann, formId, url: `/api/forms/${formId}/responses` };
}

const counts = ({ ann: { tenantId } }: Home) =>
  readTenant(db, tenantId, async (trx) => {
    const count = async (table: 'form_responses' | 'persona_matches' | 'respondents' | 'idempotency_keys') =>
      (await trx.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
    return [await count('form_responses'), await count('persona_matches'), await count('respondents'), await count('idempotency_keys')];
  });

const ndjson = (rows: unknown[]): string => rows.map((row) => JSON.stringify(row)).join('\n');
const rowsOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ response_data: { age: 20 + ((from + index) % 30) }, external_id: `r-${from + index}`, respondent_key: `p-${index % 10}` }));
const leftovers = (): string[] => fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith(`likeness-bulk-${process.pid}-`));

describe('one response', () => {
  it('is stored and scored in the same request, whatever the case of its keys (fault 2: `Age` was not `age`)', async () => {
    const home = await newHome();
    const answer = await edge.send(home.ann, 'POST', home.url, { response_data: { Age: ' 31 ' }, respondent_key: 'c-1', submitted_at: '2026-01-30T10:12:00+02:00' });
    expect(answer).toMatchObject({
      status: 201,
      body: { already_there: false, scores: [{ persona_name: 'Maya', edition: 1, match_score: 100, band: 'strong', evidence: 1 }] },
    });
    const detail = await edge.send(home.ann, 'GET', `/api/responses/${Number(answer.body.id)}`);
    expect(detail.body).toMatchObject({
      form_id: home.formId, submitted_at: '2026-01-30T08:12:00.000Z', response_data: { Age: ' 31 ' },
      scores: [{ match_score: 100, matched_attributes: { age: { expected: { min: 25, max: 40 }, actual: ' 31 ', match: true, answered: true } } }],
    });
  });

  it('of a known external id changes nothing and answers the scores it has', async () => {
    const home = await newHome();
    const first = await edge.send(home.ann, 'POST', home.url, { response_data: { age: 31 }, external_id: 'r-1' });
    const again = await edge.send(home.ann, 'POST', home.url, { response_data: { age: 90 }, external_id: 'r-1' });
    expect(again).toMatchObject({ status: 201, body: { ...first.body, already_there: true } });
    expect(await counts(home)).toEqual([1, 1, 0, 0]);
  });

  it('keeps objects inside answers, which no rule matches', async () => {
    const home = await newHome();
    const response_data = { age: { years: 31 }, list: [{ a: [null] }], constructor: 'x' };
    const { body } = await edge.send(home.ann, 'POST', home.url, { response_data });
    expect(body).toMatchObject({ scores: [{ match_score: 0, evidence: 1 }] });
    expect((await edge.send(home.ann, 'GET', `/api/responses/${Number(body.id)}`)).body).toMatchObject({ response_data });
  });

  it.each([
    ['no response_data', {}, 'response_data'],
    ['response_data that is a list', { response_data: [] }, 'response_data'],
    ['an unknown property', { response_data: {}, answers: {} }, ''],
    ['NUL in an answer', { response_data: { a: ['x\u0000'] } }, 'response_data.a[0]'],
    ['half a character in a key', { response_data: { '\udc00': 1 } }, 'response_data'],
    ['NUL in the key of a person', { response_data: {}, respondent_key: 'a\u0000' }, 'respondent_key'],
    ['a blank external id', { response_data: {}, external_id: ' ' }, 'external_id'],
    ['a date that is none', { response_data: {}, submitted_at: '2026-02-30T00:00:00Z' }, 'submitted_at'],
    ['a date before 1970', { response_data: {}, submitted_at: '1969-12-31T23:59:59Z' }, 'submitted_at'],
    ['a date two days ahead', { response_data: {}, submitted_at: '2026-02-03T09:00:00Z' }, 'submitted_at'],
    ['a long answer', { response_data: { a: 'x'.repeat(100_001) } }, 'response_data.a'],
    ['ten million values', { response_data: { a: Array.from({ length: 30_000 }, () => 1) } }, 'response_data'],
  ])('with %s is refused, and nothing is stored', async (_, body, path) => {
    const home = await newHome();
    const answer = await edge.send<{ errors: { path: string }[] }>(home.ann, 'POST', home.url, body);
    expect([answer.status, answer.body.errors[0]?.path]).toEqual([422, path]);
    expect(await counts(home)).toEqual([0, 0, 0, 0]);
  });

  it.each([
    ['nesting without end', `{"response_data":{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`, 422],
    ['a number beyond numbers', '{"response_data":{"a":1e999}}', 422],
    ['the key __proto__', '{"response_data":{"__proto__":1}}', 400],
    ['half a document', '{"response_data":', 400],
  ])('of %s is refused', async (_, body, status) => {
    const home = await newHome();
    expect((await edge.send(home.ann, 'POST', home.url, body, { 'content-type': 'application/json' })).status).toBe(status);
    expect(await counts(home)).toEqual([0, 0, 0, 0]);
  });

  it('to another tenant’s form is like one to no form', async () => {
    const home = await newHome();
    const theirs = await newHome();
    for (const body of [{ response_data: {} }, '{"response_data":{}}']) {
      expect(await edge.send(home.ann, 'POST', theirs.url, body)).toMatchObject({ status: 404, body: { detail: 'There is no such form.' } });
    }
    expect(await counts(theirs)).toEqual([0, 0, 0, 0]);
  });

  it('of another content type is refused', async () => {
    const home = await newHome();
    expect(await edge.send(home.ann, 'POST', home.url, 'a,b', { 'content-type': 'text/csv' })).toMatchObject({ status: 415 });
  });
});

describe('many responses', () => {
  it('are stored and scored, and answered in the order of their lines', async () => {
    const home = await newHome();
    await edge.send(home.ann, 'POST', home.url, { response_data: { age: 31 }, external_id: 'r-2' });
    const answer = await edge.send<{ response_ids: number[] }>(home.ann, 'POST', home.url, `\uFEFF${ndjson(rowsOf(5000))}\r\n\n`);
    expect(answer).toMatchObject({ status: 200, body: { received: 5000, stored: 4999, already_there: 1 } });
    expect(await counts(home)).toEqual([5000, 5000, 10, 0]);
    const stored = await readTenant(db, home.ann.tenantId, (trx) => trx.selectFrom('form_responses').select(['id', 'external_id']).execute());
    const idOf = new Map(stored.map((row) => [row.external_id, row.id]));
    expect(answer.body.response_ids).toEqual(rowsOf(5000).map((row) => idOf.get(row.external_id)));
    expect(leftovers()).toEqual([]);
  });

  it.each([
    ['no JSON', '{"response_data":{}}\n{oops}', 2, ''],
    ['a value that is no object', '{"response_data":{}}\n\n[1]', 3, ''],
    ['a wrong field', '{"response_data":{}}\n{"response_data":{},"submitted_at":"yesterday"}', 2, 'submitted_at'],
    ['a repeated external id', '{"response_data":{},"external_id":"x"}\n{"response_data":{},"external_id":"x"}', 2, 'external_id'],
    ['the key __proto__', '{"response_data":{"a":{"__proto__":1}}}', 1, 'response_data.a'],
    ['a number beyond numbers', '{"response_data":{"a":-1e999}}', 1, 'response_data.a'],
    ['endless nesting', `{"response_data":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`, 1, 'response_data.a'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 1, ''],
    ['half a character', '{"response_data":{"a":"\\ud800"}}', 1, 'response_data.a'],
  ])('with %s are refused with line and field, and nothing is stored', async (_, body, row, path) => {
    const home = await newHome();
    const answer = await edge.send<{ errors: { path: string; row: number }[] }>(home.ann, 'POST', home.url, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_rows' } });
    expect(answer.body.errors[0]?.path.startsWith(path)).toBe(true);
    expect(answer.body.errors[0]?.row).toBe(row);
    expect(await counts(home)).toEqual([0, 0, 0, 0]);
    expect(leftovers()).toEqual([]);
  });

  it('name twenty problems at most, and store nothing when the last line is wrong', async () => {
    const home = await newHome();
    const wrong = await edge.send<{ errors: unknown[] }>(home.ann, 'POST', home.url, '{}\n'.repeat(1000));
    expect(wrong.body.errors).toHaveLength(20);
    expect(await edge.send(home.ann, 'POST', home.url, `${ndjson(rowsOf(4000))}\n{}`)).toMatchObject({ status: 422, body: { errors: [{ row: 4001, path: 'response_data' }] } });
    expect(await edge.send(home.ann, 'POST', home.url, ' \n\n')).toMatchObject({ status: 422, body: { code: 'invalid_input' } });
    expect(await counts(home)).toEqual([0, 0, 0, 0]);
  });

  it.each([
    ['lines', '{"response_data":{}}\n'.repeat(6), 'more than 5 lines'],
    ['bytes', `{"response_data":{"a":"${'x'.repeat(420)}"}}\n`.repeat(5), 'larger than 2000 bytes'],
    ['bytes in a line', `{"response_data":{"a":"${'x'.repeat(500)}"}}`, 'Line 1 is longer than 500 bytes'],
  ])('of too many %s are refused', async (_, body, words) => {
    const home = await newHome();
    expect(await tightEdge.send(home.ann, 'POST', home.url, body)).toMatchObject({ status: 413, body: { code: 'too_large', detail: expect.stringContaining(words) } });
    expect(await counts(home)).toEqual([0, 0, 0, 0]);
  });

  it('keep what is in them, whatever it looks like', async () => {
    const home = await newHome();
    const evil = `'); DELETE FROM form_responses; --\\",\u2028\u0085{}`;
    const response_data = { [evil]: evil, list: [evil, { [evil]: [evil] }] };
    await edge.send(home.ann, 'POST', home.url, ndjson([{ response_data, respondent_key: evil, external_id: evil }, { response_data: {} }]));
    const list = await edge.send(home.ann, 'GET', '/api/responses');
    expect(list.body).toMatchObject({ items: [{ response_data: {} }, { response_data, external_id: evil }] });
  });
});

describe('an idempotency key', () => {
  const key = { 'idempotency-key': `k'; --` };

  it('makes the same request answer the same, and store once', async () => {
    for (const body of [{ response_data: { age: 31 } }, ndjson(rowsOf(20))]) {
      const home = await newHome();
      const first = await edge.send(home.ann, 'POST', home.url, body, key);
      clock.advance(23 * 3_600_000);
      const second = await edge.send(home.ann, 'POST', home.url, body, key);
      expect([second.status, second.body]).toEqual([first.status, first.body]);
      expect((await counts(home))[0]).toBe(typeof body === 'string' ? 20 : 1);
      clock.set('2026-02-01T09:00:00Z');
    }
  });

  it('refuses another body or another form', async () => {
    const home = await newHome();
    await edge.send(home.ann, 'POST', home.url, { response_data: { age: 31 } }, key);
    for (const body of [{ response_data: { age: 32 } }, ndjson([{ response_data: { age: 31 } }])]) {
      expect(await edge.send(home.ann, 'POST', home.url, body, key)).toMatchObject({ status: 409, body: { code: 'idempotency_conflict' } });
    }
    expect((await counts(home))[0]).toBe(1);
  });

  it('is forgotten after a day, and is each tenant’s own', async () => {
    const [home, other] = [await newHome(), await newHome()];
    await edge.send(home.ann, 'POST', home.url, { response_data: { age: 31 } }, key);
    expect((await edge.send(other.ann, 'POST', other.url, { response_data: { age: 99 } }, key)).status).toBe(201);
    clock.advance(24 * 3_600_000);
    expect((await edge.send(home.ann, 'POST', home.url, { response_data: { age: 32 } }, key)).status).toBe(201);
    expect(await counts(home)).toEqual([2, 2, 0, 1]);
  });

  it('is not used up by a request that failed', async () => {
    const home = await newHome();
    expect((await edge.send(home.ann, 'POST', home.url, 'oops', key)).status).toBe(422);
    expect((await edge.send(home.ann, 'POST', home.url, ndjson(rowsOf(2)), key)).status).toBe(200);
  });

  it('lets one of many identical requests at the same time work, and gives all of them its answer', async () => {
    const home = await newHome();
    const { submissions } = services();
    const bytes = async function* () { yield Buffer.from(ndjson(rowsOf(200).map(({ response_data }) => ({ response_data })))); };
    const answers = await Promise.all(Array.from({ length: 6 }, () => submissions.submitMany(home.ann, home.formId, bytes(), 'same')));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.stored).toBe(200);
    expect((await counts(home))[0]).toBe(200);
  });
});

describe('at the same time', () => {
  it('bodies that bring the same people and ids in other orders all get through, each response once', async () => {
    const home = await newHome();
    const { submissions } = services();
    const rows = rowsOf(4500);
    const bodies = [rows, rows.toReversed(), rows.toSorted((a, b) => (a.external_id < b.external_id ? 1 : -1))];
    const answers = await Promise.all(bodies.map((body) => submissions.submitMany(home.ann, home.formId, (async function* () { yield Buffer.from(ndjson(body)); })())));
    expect(answers.reduce((sum, answer) => sum + answer.stored, 0)).toBe(4500);
    expect(await counts(home)).toEqual([4500, 4500, 10, 0]);
  });
});
