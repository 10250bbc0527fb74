import { randomBytes } from 'node:crypto';
import { toOpenApiDocument } from '@likeness/contract';
import type { FastifyInstance, FastifyBaseLogger, LightMyRequestResponse } from 'fastify';
import { Registry } from 'prom-client';
import type { SignedInUser } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import { systemClock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { createApplication } from '../../http/application.ts';
import { auditRoutes } from '../audit/audit.routes.ts';
import { createAuditService } from '../audit/audit.service.ts';
import { createApiKeyService } from '../organisation/api-key.service.ts';
import { createInvitationService } from '../organisation/invitation.service.ts';
import { createMemberService } from '../organisation/member.service.ts';
import { organisationRoutes } from '../organisation/organisation.routes.ts';
import { createSessionService } from '../organisation/session.service.ts';
import { createTenantService, type Tenant, type TenantService } from '../organisation/tenant.service.ts';
import { requestRun } from '../runs/run.service.ts';
import { createIdentity, type Identity } from './create-identity.ts';

export const PASSWORD = 'correct horse battery';

/** What is sent with a request; `cookie` as a browser would, `network` is the address it comes from. */
type Sent = { cookie?: string; key?: string; body?: unknown; headers?: Record<string, string>; network?: string };

/** The real application with sign-in and organisation, and short ways to ask it things. */
export type TestApplication = {
  app: FastifyInstance;
  identity: Identity;
  tenants: TenantService;
  /** How often workers were told to look for runs. */
  dispatched: () => number;
  send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, sent?: Sent): Promise<LightMyRequestResponse>;
  /** A new person with the cookies of a session; without a password (hashing is slow on purpose) unless one is given. */
  newPerson(name: string, password?: string): Promise<{ user: SignedInUser; cookie: string }>;
  /** A new person who owns a new tenant. */
  newOwner(name: string): Promise<{ user: SignedInUser; cookie: string; tenant: Tenant }>;
  /** The cookies of another session of somebody who has the usual password. */
  signIn(email: string): Promise<string>;
  close(): Promise<void>;
};

type Options = { clock?: Clock; publicUrl?: string; log?: FastifyBaseLogger };

/** Opens it over a database of a test. */
export async function openTestApplication(db: Database, options: Options = {}): Promise<TestApplication> {
  const { clock = systemClock, publicUrl = 'http://likeness.test' } = options;
  const identity = await createIdentity({ db, clock, secret: randomBytes(32).toString('hex'), publicUrl });
  let dispatched = 0;
  const tenants = createTenantService({ db, clock, runs: { requestRun, dispatchRuns: () => void dispatched++ } });
  const app = await buildApplication(db, identity, tenants, { clock, publicUrl, log: options.log ?? null });
  let networks = 0;
  const newNetwork = (): string => `198.51.${Math.floor(++networks / 250)}.${networks % 250}`;
  const send: TestApplication['send'] = (method, url, { cookie, key, body, headers = {}, network = '192.0.2.1' } = {}) =>
    app.inject({
      method,
      url,
      remoteAddress: network,
      headers: { ...headers, ...(cookie !== undefined && { cookie }), ...(key !== undefined && { authorization: `Bearer ${key}` }) },
      ...(body !== undefined && { payload: body as object }),
    });
  const newPerson = async (name: string, password?: string): Promise<{ user: SignedInUser; cookie: string }> => {
    const email = `${name.toLowerCase()}.${randomBytes(4).toString('hex')}@example.com`;
    const user = await identity.createUser({ email, name, ...(password !== undefined && { password }) });
    return { user, cookie: cookieOf(await send('GET', await identity.signInLink(user.id), { network: newNetwork() })) };
  };
  return {
    app,
    identity,
    tenants,
    dispatched: () => dispatched,
    send,
    newPerson,
    newOwner: async (name) => {
      const person = await newPerson(name);
      return { ...person, tenant: await tenants.create(person.user, { name: `${name}'s tenant`, timeZone: 'UTC' }) };
    },
    signIn: async (email) => {
      const answer = await send('POST', '/api/auth/sign-in/email', { body: { email, password: PASSWORD }, network: newNetwork() });
      if (answer.statusCode !== 204) throw new Error(`Signing in answered ${answer.statusCode}: ${answer.body}`);
      return cookieOf(answer);
    },
    close: async () => {
      await app.close();
      await identity.close();
    },
  };
}

function buildApplication(db: Database, identity: Identity, tenants: TenantService, options: Required<Omit<Options, 'log'>> & { log: FastifyBaseLogger | null }): Promise<FastifyInstance> {
  const { clock, publicUrl, log } = options;
  return createApplication({
    operations: [
      ...organisationRoutes({
        sessions: createSessionService({ db }),
        tenants,
        members: createMemberService({ db }),
        invitations: createInvitationService({ db, clock, publicUrl }),
        apiKeys: createApiKeyService({ db, clock }),
        rememberTenant: identity.rememberTenant,
      }),
      ...auditRoutes(createAuditService({ db })),
    ],
    authenticate: identity.authenticate,
    plugins: [identity.plugin],
    openApiDocument: toOpenApiDocument('0.0.0'),
    webFolder: null,
    limits: { jsonBytes: 100_000, fileBytes: 100_000 },
    metrics: new Registry(),
    log,
    trustProxy: false,
  });
}

/** The Cookie header a browser would send after this answer, on top of what it had. */
export function cookieOf(answer: LightMyRequestResponse, before = ''): string {
  const jar = new Map(before.split('; ').filter(Boolean).map((pair) => [pair.split('=')[0], pair] as const));
  for (const { name, value, maxAge } of answer.cookies) {
    // As in a browser the value goes back as it came, encoded.
    if (maxAge === 0) jar.delete(name);
    else jar.set(name, `${name}=${encodeURIComponent(value)}`);
  }
  return [...jar.values()].join('; ');
}
