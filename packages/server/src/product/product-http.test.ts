import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testProduct, type Method } from '../testing/test-product.ts';
import { expectClearRefusal } from './hostile-values.testing.ts';
import { sendOperation, WALK } from './product-requests.testing.ts';
import { makeSurveyWorld, type SurveyWorld } from './survey-world.testing.ts';

const MARK = 'Ocarina91b';
const webFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'likeness-web-'));
fs.mkdirSync(path.join(webFolder, 'assets'));
fs.writeFileSync(path.join(webFolder, 'index.html'), '<!doctype html><title>Likeness</title>');
fs.writeFileSync(path.join(webFolder, 'assets', 'app-3f9a.js'), 'export {};');
afterAll(() => fs.rmSync(webFolder, { recursive: true }));

const product = await testProduct({ webFolder });
let world: SurveyWorld;
beforeAll(async () => {
  world = await makeSurveyWorld(product, MARK);
});
const ask = (method: Method, url: string, headers: Record<string, string> = {}, body?: unknown) => product.send(method, url, { cookie: world.owner.cookie, headers, body });

describe('addresses', () => {
  it.each<[Method, string]>([
    ['GET', '/api/nothing'], ['GET', '/api/cx-personas/1/nothing'], ['PUT', '/api/forms'], ['DELETE', '/api/cx-personas'], ['PATCH', '/health'],
    ['POST', '/'], ['GET', '/api'], ['GET', '/assets/none.js'], ['GET', '/favicon.ico'], ['GET', '/.env'], ['GET', '/assets/../index.html'], ['GET', '/assets/%2e%2e/index.html'],
    ['GET', '/assets/..%2findex.html'], ['OPTIONS', '/api/forms'],
  ])('%s %s that is none is answered as a problem', async (method, url) => {
    const { code } = expectClearRefusal(await ask(method, url), url);
    expect(code).toBe('no_such_route');
  });

  it.each(['/health', '/ready', '/metrics', '/api/cx-personas', '/api/tenant', '/persona-builder'])('HEAD %s answers as GET does, without the body', async (url) => {
    const [head, get] = [await ask('HEAD', url), await ask('GET', url)];
    expect(head).toMatchObject({ statusCode: 200, body: '' });
    expect(head.headers['content-type']).toBe(get.headers['content-type']);
    expect((await product.send('HEAD', url)).statusCode).toBe((await product.send('GET', url)).statusCode);
  });

  it('are not offered to pages of other sites', async () => {
    for (const method of ['OPTIONS', 'GET'] as const) {
      const { headers } = await ask(method, '/api/forms', { origin: 'https://evil.example', 'access-control-request-method': 'POST' });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it('of the web application are its one page, which is never cached; its files are for good', async () => {
    for (const url of ['/', '/persona-builder', '/persona-builder/7/analytics?tab=1']) {
      const answer = await ask('GET', url, { accept: 'text/html' });
      expect(answer).toMatchObject({ statusCode: 200, body: '<!doctype html><title>Likeness</title>' });
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
    expect((await ask('GET', '/assets/app-3f9a.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });
});

describe('every answer', () => {
  it('forbids sniffing, framing and foreign scripts, and carries a request id', async () => {
    for (const url of ['/api/cx-personas', '/api/nothing', '/', '/api/docs/', '/health', `/api/exports/responses?form_id=${world.formId}`]) {
      const { headers } = await ask('GET', url);
      expect(headers, url).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-request-id': expect.stringMatching(/\S/) });
      expect(headers['content-security-policy'], url).toMatch(/default-src 'self'/);
      expect(headers['x-powered-by'], url).toBeUndefined();
    }
    expect((await ask('GET', '/')).headers['content-security-policy']).toMatch(/script-src 'self';.*frame-ancestors 'none'|frame-ancestors 'none'.*script-src 'self'/);
  });

  it('of an operation is kept by no cache, refusals included', async () => {
    for (const [id] of WALK.filter(([, { method }]) => method === 'GET')) {
      expect((await sendOperation(product, id, world, { cookie: world.owner.cookie })).headers, id).toContain('"cache-control":"no-store"');
      expect((await sendOperation(product, id, world, {})).headers, id).toContain('"cache-control":"no-store"');
    }
  });
});

describe('changes', () => {
  it('carry the revision as ETag and want it back', async () => {
    for (const url of [`/api/cx-personas/${world.personaId}`, `/api/forms/${world.formId}`]) {
      const etag = String((await ask('GET', url)).headers.etag);
      expect(etag).toMatch(/^"\d+"$/);
      expect(expectClearRefusal(await ask('PATCH', url, {}, { name: 'Other' }), url)).toMatchObject({ code: 'if_match_required' });
      const changed = await ask('PATCH', url, { 'if-match': etag }, { name: `Other ${MARK}` });
      expect(changed.statusCode).toBe(200);
      expect(changed.headers.etag).not.toBe(etag);
      expect(expectClearRefusal(await ask('PATCH', url, { 'if-match': etag }, { name: 'Third' }), url)).toMatchObject({ code: 'edited_meanwhile' });
    }
  });

  it('by a page of another site are refused, whatever way the browser says so', async () => {
    const foreign: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }];
    for (const headers of foreign) {
      const answer = await ask('POST', '/api/forms', headers, { name: 'Foreign' });
      expect(expectClearRefusal(answer, JSON.stringify(headers)).code).toBe('wrong_origin');
    }
    expect((await ask('POST', '/api/forms', { origin: 'http://likeness.test', 'sec-fetch-site': 'same-origin' }, { name: 'Own' })).statusCode).toBe(201);
  });
});

describe('operations', () => {
  it('/health and /ready answer anybody, and say when the database is away and when to ask again', async () => {
    expect((await product.send('GET', '/health')).json()).toEqual({ status: 'ok', version: '0.0.0' });
    expect((await product.send('GET', '/ready')).json()).toMatchObject({ status: 'ready', jobs: true, database: expect.stringMatching(/^PostgreSQL \d/) });
    const broken = await testProduct();
    await broken.services.events.close();
    await broken.db.app.end();
    const answer = await broken.send('GET', '/ready');
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.json()).toMatchObject({ code: 'not_ready' });
    expect((await broken.send('GET', '/health')).statusCode).toBe(200);
  });

  it('/metrics times routes, and holds nothing of a tenant', async () => {
    const { body } = await product.send('GET', '/metrics');
    expect(body).toContain('route="/api/cx-personas/:id"');
    expect(body.toLowerCase()).not.toContain(MARK.toLowerCase());
    expect(body).not.toMatch(/tenant_id|tenant=|\/api\/forms\/\d/);
  });

  it('the document that is served is the one in the repository', async () => {
    const committed = JSON.parse(fs.readFileSync(new URL('../../../contract/openapi.json', import.meta.url), 'utf8')) as { info: object };
    const served = (await product.send('GET', '/api/openapi.json')).json<{ info: object }>();
    expect({ ...served, info: { ...served.info, version: '' } }).toEqual({ ...committed, info: { ...committed.info, version: '' } });
  });

  it('too many attempts to sign in are told when to come back', async () => {
    const attempt = () => product.send('POST', '/api/auth/sign-in/email', { body: { email: 'nobody@example.com', password: 'wrong password' } });
    let answer = await attempt();
    for (let count = 0; count < 20 && answer.statusCode === 401; count += 1) answer = await attempt();
    expect(expectClearRefusal(answer, 'sign-in').code).toBe('too_many_requests');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('the log', () => {
  it('names request and tenant, and holds no answer, key, cookie or query', async () => {
    const key = await product.newKey(world.owner, ['write']);
    product.logged.length = 0;
    const given = await product.send('GET', `/api/respondents?respondent_key=${MARK}`, { key, headers: { 'x-request-id': 'trace-77' } });
    expect(given.statusCode).toBe(200);
    await product.send('POST', `/api/forms/${world.formId}/responses`, { key, body: { response_data: { word: MARK }, respondent_key: MARK, external_id: MARK } });
    await product.send('POST', `/api/forms/${world.formId}/responses`, { key, body: { response_data: { word: `${MARK}\u0000` } } });
    await ask('GET', `/api/cx-personas?search=${MARK}`);
    const text = JSON.stringify(product.logged);
    expect(text.toLowerCase()).not.toContain(MARK.toLowerCase());
    expect(text).not.toContain(key);
    expect(text).not.toContain(world.owner.cookie.slice(20, 60));
    const done = product.logged.filter(({ msg, reqId }) => msg === 'request completed' && reqId === 'trace-77');
    expect(done).toMatchObject([{ tenant_id: world.tenantId, res: { statusCode: 200 } }]);
  });
});
