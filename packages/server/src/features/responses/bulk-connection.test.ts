import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import Fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { sendProblem } from '../../http/problem.ts';
import { registerOperation } from '../../http/register-operation.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { newTenant } from '../../testing/new-tenant.ts';
import { createErasureService } from './erasure.service.ts';
import { responseRoutes } from './response.routes.ts';
import { createResponseService } from './response.service.ts';
import { createSubmissionService } from './submission.service.ts';

const db = await testDatabase();
const clock = fakeClock('2026-02-01T09:00:00Z');
const ann = await newTenant(db);
const formId = await withTenant(db, ann.tenantId, async (trx) =>
  (await trx.insertInto('forms').values({ tenant_id: ann.tenantId, name: 'Survey' }).returning('id').executeTakeFirstOrThrow()).id);

const app = Fastify({ forceCloseConnections: true });
app.setErrorHandler((error: Error, request, reply) => sendProblem(error, request, reply));
app.addContentTypeParser('application/x-ndjson', (_request, _body, done) => done(null));
const limits = { bytes: 2_000_000, lines: 100_000, lineBytes: 1000 };
const submissions = createSubmissionService({ db, clock, limits });
for (const route of responseRoutes({ submissions, responses: createResponseService({ db }), erasure: createErasureService({ db, clock }) })) {
  registerOperation(app, route, async () => ({ user: null, caller: ann }));
}
await app.listen({ port: 0, host: '127.0.0.1' });
afterAll(() => app.close());

function open(): http.ClientRequest {
  const { port } = app.server.address() as AddressInfo;
  const headers = { 'content-type': 'application/x-ndjson' };
  return http.request({ port, host: '127.0.0.1', path: `/api/forms/${formId}/responses`, method: 'POST', headers });
}

async function answerTo(request: http.ClientRequest): Promise<{ status: number | undefined; body: { code?: string; stored?: number } }> {
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  return { status: response.statusCode, body: JSON.parse(await text(response)) };
}

const countResponses = () => readTenant(db, ann.tenantId, async (trx) => (await trx.selectFrom('form_responses').select('id').execute()).length);
const leftovers = (): string[] => fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith(`likeness-bulk-${process.pid}-`));
const LINE = `${JSON.stringify({ response_data: { text: 'x'.repeat(500) } })}\n`;

describe('a bulk body on the wire', () => {
  it.each([
    ['wrong lines', '{}\n'.repeat(30), 422, 'invalid_rows'],
    ['a long line', `{"response_data":{"a":"${'x'.repeat(2000)}`, 413, 'too_large'],
    ['more than the limit', LINE.repeat(4000), 413, 'too_large'],
  ])('with %s gets its refusal while the sender is still sending', async (_, start, status, code) => {
    const request = open();
    request.on('error', () => undefined);
    request.write(start);
    const answer = answerTo(request);
    // Never ended before the answer is here.
    expect(await answer).toMatchObject({ status, body: { code } });
    request.destroy();
    expect(await countResponses()).toBe(0);
  });

  it('that breaks off stores nothing and leaves nothing behind', async () => {
    const request = open();
    request.on('error', () => undefined);
    request.write(LINE.repeat(3000));
    while (leftovers().length === 0) await new Promise((resolve) => setImmediate(resolve));
    request.destroy();
    while (leftovers().length > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await countResponses()).toBe(0);
  });

  it('that comes slowly holds no transaction open meanwhile, and is stored in the end', async () => {
    const request = open();
    request.write(LINE.slice(0, 20));
    while (leftovers().length === 0) await new Promise((resolve) => setImmediate(resolve));
    const { rows } = await db.owner.query(`SELECT FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' AND datname = current_database()`);
    expect(rows).toEqual([]);
    request.end(LINE.slice(20));
    expect(await answerTo(request)).toMatchObject({ status: 200, body: { stored: 1 } });
  });
});
