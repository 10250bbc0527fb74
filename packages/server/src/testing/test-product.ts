import { randomBytes } from 'node:crypto';
import { toOpenApiDocument } from '@likeness/contract';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { afterAll } from 'vitest';
import type { Role, Scope, SignedInUser } from '../access/caller.ts';
import { systemClock, type Clock } from '../clock.ts';
import { composeOperations, composeRunHandlers, composeServices, type Services } from '../compose.ts';
import type { Database } from '../db/database.ts';
import { withTenant } from '../db/tenant-scope.ts';
import { createFrameService } from '../features/frames/create-frame-service.ts';
import { createIdentity, type Identity } from '../features/identity/create-identity.ts';
import { insertMember } from '../features/organisation/member.store.ts';
import { executeRun } from '../features/runs/run-executor.ts';
import { listUnfinishedRuns } from '../features/runs/run.queries.ts';
import { createApplication } from '../http/application.ts';
import type { BoundOperation } from '../http/handler.ts';
import { testDatabase } from './test-database.ts';

/** A signed-in person of a tenant, with the Cookie header of their browser. */
export type Person = { user: SignedInUser; cookie: string; tenantId: number };

/** What is sent with a request. Text and bytes go as they are, under `contentType`; anything else as JSON. */
export type Sent = { cookie?: string; key?: string; body?: unknown; contentType?: string; headers?: Record<string, string> };
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';

/** Everything that `startServer` composes, over a database of a test file, without a port and without timers. */
export type TestProduct = {
  app: FastifyInstance;
  db: Database;
  services: Services;
  identity: Identity;
  operations: BoundOperation[];
  /** What was logged so far, one parsed line each. */
  logged: Record<string, unknown>[];
  send(method: Method, url: string, sent?: Sent): Promise<LightMyRequestResponse>;
  /** A new person who owns a new tenant. */
  newOwner(name: string, options?: { timeZone?: string }): Promise<Person>;
  /** A new person with this role in somebody's tenant. */
  newMember(owner: Person, role: Role, name?: string): Promise<Person>;
  /** The secret of a new API key of somebody's tenant. */
  newKey(owner: Person, scopes: Scope[]): Promise<string>;
  /** Waits until no run is queued or under way. Runs begin by themselves as soon as they are dispatched. */
  finishRuns(): Promise<void>;
};

export type TestProductOptions = { clock?: Clock; jsonBytes?: number; fileBytes?: number; fileRows?: number; webFolder?: string | null };

const FRAME_MEMORY_BYTES = 200_000_000;
const PUBLIC_URL = 'http://likeness.test';

/**
 * The whole product for a test file; it is closed and its database removed when the file is done.
 *
 * Wired by compose.ts as the server is. Runs are done in this process one after the other, by the same `executeRun` that
 * the workers call. The `Host` of `send` is the public one.
 *
 * @example
 * const product = await testProduct();
 * const ann = await product.newOwner('Ann');
 * (await product.send('GET', '/api/cx-personas', { cookie: ann.cookie })).json(); // { items: [], next_cursor: null }
 */
export async function testProduct(options: TestProductOptions = {}): Promise<TestProduct> {
  const { clock = systemClock, jsonBytes = 10_000_000, fileBytes = 20_000_000, fileRows = 100_000, webFolder = null } = options;
  const limits = { jsonBytes, fileBytes, fileRows };
  const db = await testDatabase();
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) });
  const identity = await createIdentity({ db, clock, secret: randomBytes(32).toString('hex'), publicUrl: PUBLIC_URL });
  const frames = createFrameService({ db, log, memoryBytes: FRAME_MEMORY_BYTES, threads: 1 });
  const handlers = composeRunHandlers({ clock, log, frames, limits });
  const runs = createRunLine(() => workThroughRuns(db, (tenantId, runId) => executeRun({ db, handlers, log }, tenantId, runId, new AbortController().signal)));
  const services = composeServices({ db, clock, log, frames, publicUrl: PUBLIC_URL, limits, dispatch: runs.dispatch });
  const metrics = new Registry();
  const operations = composeOperations(services, { db, identity, metrics, version: '0.0.0', areJobsRunning: () => true });
  const app = await createApplication({
    operations, authenticate: identity.authenticate, plugins: [identity.plugin], openApiDocument: toOpenApiDocument('0.0.0'),
    webFolder, limits, metrics, log, trustProxy: false,
  });
  afterAll(async () => {
    await runs.finish();
    await services.events.close();
    await app.close();
    await frames.close();
    await identity.close();
  });
  return { app, db, services, identity, operations, logged, finishRuns: runs.finish, ...createWays(app, db, identity, services, clock) };
}

function createWays(app: FastifyInstance, db: Database, identity: Identity, services: Services, clock: Clock): Pick<TestProduct, 'send' | 'newOwner' | 'newMember' | 'newKey'> {
  let networks = 0;
  const newPerson = async (name: string): Promise<Omit<Person, 'tenantId'>> => {
    const user = await identity.createUser({ email: `${name.toLowerCase()}.${randomBytes(4).toString('hex')}@example.com`, name });
    // Each from a network of its own: attempts to sign in are counted.
    const remoteAddress = `198.51.${Math.floor(++networks / 250)}.${networks % 250}`;
    const answer = await app.inject({ method: 'GET', url: await identity.signInLink(user.id), remoteAddress });
    return { user, cookie: answer.cookies.map(({ name: cookie, value }) => `${cookie}=${encodeURIComponent(value)}`).join('; ') };
  };
  return {
    send: (method, url, sent = {}) => app.inject({ method, url, headers: toHeaders(sent), ...(sent.body !== undefined && { payload: toPayload(sent.body) }) }),
    newOwner: async (name, { timeZone = 'UTC' } = {}) => {
      const person = await newPerson(name);
      const { id } = await services.tenants.create(person.user, { name: `${name}'s tenant`, timeZone });
      return { ...person, tenantId: id };
    },
    newMember: async ({ tenantId }, role, name = 'Mo') => {
      const person = await newPerson(name);
      await withTenant(db, tenantId, (trx) => insertMember(trx, tenantId, { userId: person.user.id, role, joinedAt: clock.now() }));
      return { ...person, tenantId };
    },
    newKey: async ({ cookie }, scopes) => {
      const answer = await app.inject({ method: 'POST', url: '/api/api-keys', headers: { cookie }, payload: { name: `May ${scopes.join(', ')}`, scopes } });
      return answer.json<{ secret: string }>().secret;
    },
  };
}

function toHeaders({ cookie, key, body, contentType, headers }: Sent): Record<string, string> {
  return {
    host: new URL(PUBLIC_URL).host,
    ...(body !== undefined && { 'content-type': contentType ?? 'application/json' }),
    ...(cookie !== undefined && { cookie }),
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
    ...headers,
  };
}

function toPayload(body: unknown): string | Buffer {
  return typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
}

/** Does all unfinished runs of all tenants, and those that they bring about. */
async function workThroughRuns(db: Database, execute: (tenantId: number, runId: number) => Promise<unknown>): Promise<void> {
  for (let waiting = await listUnfinishedRuns(db); waiting.length > 0; waiting = await listUnfinishedRuns(db)) {
    for (const { tenantId, runId } of waiting) await execute(tenantId, runId);
  }
}

/** One piece of work at a time; what is asked for meanwhile is done after it. */
function createRunLine(work: () => Promise<void>): { dispatch: () => void; finish: () => Promise<void> } {
  let line = Promise.resolve();
  const finish = (): Promise<void> => (line = line.then(work));
  return { dispatch: () => void finish(), finish };
}
