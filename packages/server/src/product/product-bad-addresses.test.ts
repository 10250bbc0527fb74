import { operations, type Operation, type OperationId } from '@likeness/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { testProduct, type Method } from '../testing/test-product.ts';
import { expectClearRefusal } from './hostile-values.testing.ts';
import { PRODUCT_REQUESTS, WALK } from './product-requests.testing.ts';
import { makeSurveyWorld, type SurveyWorld } from './survey-world.testing.ts';
import { fingerprintTables } from './table-contents.testing.ts';

const product = await testProduct();
let world: SurveyWorld;
let before: string;
beforeAll(async () => {
  world = await makeSurveyWorld(product, 'Ann');
  await product.finishRuns();
  before = await fingerprintTables(product.db);
});

const BIGGEST_INTEGER = '9007199254740991';
const BAD_IDS = ['abc', '-1', '0', '1.5', '9'.repeat(30), BIGGEST_INTEGER, '2147483648', '%00', '1%00', '%20', "1'%20OR%20'1'='1", '1;DROP%20TABLE%20forms', '..%2F..%2Fetc', '%F0%9F%98%80', 'NaN', 'Infinity', '__proto__', 'null'];

/** Sends the right request of an operation, with one piece of its address exchanged. */
function ask(id: OperationId, { param, query, headers = {} }: { param?: [index: number, raw: string]; query?: string; headers?: Record<string, string> }) {
  const operation: Operation = operations[id];
  const right = PRODUCT_REQUESTS[id].of(world);
  let used = 0;
  const path = operation.path.replaceAll(/:\w+/g, () => {
    const index = used++;
    return param?.[0] === index ? param[1] : encodeURIComponent(String(right.params?.[index]));
  });
  const { body, contentType } = right;
  return product.send(operation.method as Method, path + (query ?? right.query ?? ''), {
    cookie: world.owner.cookie, body, ...(contentType !== undefined && { contentType }), headers: { ...right.headers, ...headers },
  });
}

describe('a hostile id', () => {
  const places = WALK.flatMap(([id, { params }]) => Object.keys(params?.shape ?? {}).map((name, index): [OperationId, string, number] => [id, name, index]));

  it.each(places)('as %s’s %s is not found, like any other', async (id, _name, index) => {
    for (const raw of BAD_IDS) {
      const what = `${id} ${raw}`;
      expect(expectClearRefusal(await ask(id, { param: [index, raw] }), what).code, what).toBe('not_found');
    }
    expect(await fingerprintTables(product.db)).toBe(before);
  });

  it('that cannot be decoded is a bad request', async () => {
    for (const path of ['/api/forms/%E0%A4%A', '/api/forms/%', '/api/members/%C3%28', '/%ff']) {
      expectClearRefusal(await product.send('GET', path, { cookie: world.owner.cookie }), path);
    }
  });

  it('of a kilometre is refused', async () => {
    expectClearRefusal(await product.send('GET', `/api/forms/${'1'.repeat(8000)}`, { cookie: world.owner.cookie }), 'long id');
  });
});

describe('a hostile query', () => {
  const BAD_VALUES: Record<string, string[]> = {
    limit: ['0', '101', '-1', '1.5', 'NaN', '1e999', 'ten', '', '1;DROP TABLE forms', '%00'],
    cursor: ['x', '%00', '%F0%9F%98%80', Buffer.from('[]').toString('base64url'), Buffer.from('[1,2,3,4,5,6]').toString('base64url'), Buffer.from('{"a":1}').toString('base64url'), Buffer.from('["a\\u0000"]').toString('base64url'), 'A'.repeat(2001)],
    startDate: ['2026-02-30', '0000-00-00', '2026-13-01', 'yesterday', '2026-01-01T00:00:00Z', '-000001-01-01', '+012026-01-01', '26-1-1', '', '%00', "2026-01-01'--"],
    endDate: ['2026-02-30', '99999-12-31', '2026-1-1'],
    days: ['0', '3651', '-30', '30; DROP TABLE persona_data_snapshots', '1e3x', ''],
    form_id: ['abc', '-1', '1.5', '9'.repeat(30), ''], respondent_id: ['abc'], import_id: ['x'], persona_id: ['x'],
    band: ['best', 'strong;', ''], status: ['x', ''], kind: ['x'], include_personal: ['perhaps', ''],
    respondent_key: ['%00', 'x'.repeat(501)], subject_type: ['%00', 'x'.repeat(61)], subject_id: ['%00'], search: ['%00', 'x'.repeat(201)],
    level: ['best', 'Match', ''], set: ['nobody', ''], outcome: ['x', ''], rule: ['-1', '1.5', 'x', '9'.repeat(30), '10001'],
    persona_ids: ['x', '1,', ',1', '1;2', '1,-2', '1.5', '%00', '9'.repeat(16), '1,'.repeat(600)],
    include: ['everything', ''], beyond_rules: ['perhaps', ''], with_others: ['perhaps', ''],
    external_id: ['%00', 'x'.repeat(501)], text: ['%00', 'x'.repeat(1001)], attribute: ['%00', 'x'.repeat(1001)], answer: ['%00', 'x'.repeat(1001)],
    actor: ['%00', 'x'.repeat(101)], action: ['%00', 'x'.repeat(61)], omit: ['everything', ''], v: ['%00', 'x'.repeat(65)], edition: ['newest', '1', ''],
    key_contains: ['%00', 'x'.repeat(501)], format: ['pdf', 'CSV', '', '%00'],
  };
  const places = WALK.flatMap(([id, { query }]) => Object.keys(query?.shape ?? {}).map((name): [OperationId, string] => [id, name]));

  it.each(places)('%s refuses a wrong %s with its place', async (id, name) => {
    const values = BAD_VALUES[name];
    expect(values, `bad values of ${name}`).toBeDefined();
    for (const value of values as string[]) {
      const what = `${id} ${name}=${value.slice(0, 50)}`;
      const answer = await ask(id, { query: `?${name}=${value}` });
      const { code, errors = [] } = expectClearRefusal(answer, what);
      expect(code, what).toBe('invalid_input');
      expect(errors.map(({ path }) => path), what).toContain(`query.${name}`);
    }
    expect(await fingerprintTables(product.db)).toBe(before);
  });

  it.each(places)('%s answers %s given twice, beyond use or unknown without falling over', async (id, name) => {
    for (const query of [`?${name}=1&${name}=2`, `?${name}[]=1`, `?${name}[a]=1`, '?unknown=1', '?', '?&&&', `?__proto__=1`, `?${name}=${'y'.repeat(10_000)}`]) {
      const answer = await ask(id, { query });
      expect(answer.statusCode, `${id} ${query.slice(0, 60)}: ${answer.body.slice(0, 200)}`).toBeLessThan(500);
    }
    expect(await fingerprintTables(product.db)).toBe(before);
  });

  it.each(['getAnalytics', 'getPortfolio', 'getTopMatches', 'listResponses', 'exportResponses'] as const)('%s takes the first and the last day there are, and refuses days in the wrong order', async (id) => {
    const answers = await Promise.all(
      ['?startDate=0001-01-01&endDate=9999-12-31', '?startDate=0001-01-01', '?endDate=9999-12-31', '?startDate=9999-12-31&endDate=9999-12-31'].map((query) => ask(id, { query })),
    );
    for (const answer of answers) expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
    const { code } = expectClearRefusal(await ask(id, { query: `?startDate=2026-02-01&endDate=2026-01-01` }), id);
    expect(code).toBe('invalid_input');
  });

  it('refuses the cursor of another list, and one that was changed', async () => {
    for (const values of [[1], ['a'], [1e300], [-1], ['9999999999999999999'], [null], [[1]], ['2026-01-05T12:00:00Z', 1], [1, 1, 1, 1], [100, 1, 1e18, 5], ['x', 'y']]) {
      const cursor = Buffer.from(JSON.stringify(values)).toString('base64url');
      for (const [id, { query }] of WALK.filter(([, operation]) => operation.query && 'cursor' in operation.query.shape)) {
        expect(query).toBeDefined();
        const answer = await ask(id, { query: `?cursor=${cursor}` });
        expect(answer.statusCode, `${id} ${JSON.stringify(values)}: ${answer.body.slice(0, 300)}`).toSatisfy((status: number) => status === 200 || status === 422);
      }
    }
  });
});

describe('a hostile header', () => {
  const cases: [OperationId, string, string, number][] = [
    ['changePersona', 'if-match', 'garbage', 412], ['changePersona', 'if-match', '"99999999999999"', 412], ['changePersona', 'if-match', '"-1"', 412],
    ['deletePersona', 'if-match', '"999"', 412], ['changeForm', 'if-match', "'; DROP TABLE forms", 412], ['restorePersonaVersion', 'if-match', '""', 412],
    ['submitResponses', 'idempotency-key', 'x'.repeat(201), 422], ['streamEvents', 'last-event-id', 'abc', 422], ['streamEvents', 'last-event-id', '-1', 422],
    ['streamEvents', 'last-event-id', '1e30', 422], ['getTenant', 'likeness-tenant', 'abc', 422], ['getTenant', 'likeness-tenant', "1' OR 1=1", 422],
    ['getTenant', 'likeness-tenant', '9'.repeat(40), 422], ['getTenant', 'authorization', 'Bearer', 401], ['getTenant', 'authorization', `Bearer ${'x'.repeat(5000)}`, 401],
  ];

  it.each(cases)('%s refuses %s: %s', async (id, name, value, status) => {
    const answer = await ask(id, { headers: { [name]: value } });
    expectClearRefusal(answer, id);
    expect(answer.statusCode).toBe(status);
    expect(await fingerprintTables(product.db)).toBe(before);
  });

  it('of a request id is not taken over, so that nobody writes into the log', async () => {
    for (const given of ['a b', 'x'.repeat(101), '<script>', '{"level":60}', 'é']) {
      const answer = await product.send('GET', '/health', { headers: { 'x-request-id': given } });
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect((await product.send('GET', '/health', { headers: { 'x-request-id': 'trace-1.2:3' } })).headers['x-request-id']).toBe('trace-1.2:3');
  });
});
