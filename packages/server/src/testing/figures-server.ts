import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { operations, type Operation } from '@likeness/contract';
import { sql } from 'kysely';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { systemClock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { readTenant } from '../db/tenant-scope.ts';
import { createAnalyticsService } from '../features/analytics/analytics.service.ts';
import { createIdentity } from '../features/identity/create-identity.ts';
import { createPersonaService } from '../features/personas/persona.service.ts';
import { createRunService } from '../features/runs/run.service.ts';
import { createEvolutionService } from '../features/snapshots/evolution.service.ts';
import { createApplication } from '../http/application.ts';
import { bind, type BoundOperation } from '../http/handler.ts';

/** An address of no use but for comparison: it asks the database for the number one, as the tenant of an API key. */
const SELECT_ONE_PATH = '/api/select-one';

const SELECT_ONE = {
  id: 'selectOne',
  method: 'GET',
  path: SELECT_ONE_PATH,
  tag: 'bench',
  summary: 'The number one',
  access: 'read',
  answers: { 200: { description: 'One', contentType: 'application/json', schema: z.object({ one: z.number() }) } },
  errors: [],
} as const satisfies Operation;

/** Analytics as they are the first time, each time: nothing of them is remembered. Again of use for comparison only. */
const GET_ANALYTICS_ANEW = { ...operations.getAnalytics, id: 'getAnalyticsAnew', path: '/api/cx-personas/:id/analytics-anew' } as const satisfies Operation;

/**
 * The product's HTTP application and sign-in with the operations that show figures, and beside them `SELECT_ONE_PATH`: the
 * same way in and out, with next to nothing in between, and `/analytics-anew`: analytics without a memory. Listens on a free port of this machine alone.
 */
export async function startFiguresServer(db: Database): Promise<{ url: string; close(): Promise<void> }> {
  const publicUrl = 'http://127.0.0.1';
  const identity = await createIdentity({ db, clock: systemClock, secret: randomBytes(32).toString('hex'), publicUrl });
  const app = await createApplication({
    operations: figureOperations(db),
    authenticate: identity.authenticate,
    plugins: [identity.plugin],
    openApiDocument: {},
    webFolder: null,
    limits: { jsonBytes: 1_000_000, fileBytes: 1_000_000 },
    metrics: new Registry(),
    log: null,
    trustProxy: false,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `${publicUrl}:${port}`,
    close: async () => {
      await app.close();
      await identity.close();
    },
  };
}

function figureOperations(db: Database): BoundOperation[] {
  const analytics = createAnalyticsService({ db, clock: systemClock });
  const anew = createAnalyticsService({ db, clock: systemClock, remembers: false });
  const evolution = createEvolutionService({ db, clock: systemClock });
  const personas = createPersonaService({ db, clock: systemClock, runs: createRunService({ db, dispatch: () => undefined }) });
  return [
    bind(SELECT_ONE, async ({ caller }) => {
      const { rows } = await readTenant(db, caller.tenantId, (trx) => sql<{ one: number }>`select 1 as one`.execute(trx));
      return { status: 200, body: { one: rows[0]?.one ?? 0 } };
    }),
    bind(operations.getAnalytics, async ({ caller, params, query }) => ({ status: 200, body: await analytics.getAnalytics(caller, params.id, query) })),
    bind(GET_ANALYTICS_ANEW, async ({ caller, params, query }) => ({ status: 200, body: await anew.getAnalytics(caller, params.id, query) })),
    bind(operations.getEvolution, async ({ caller, params, query }) => ({ status: 200, body: await evolution.list(caller, params.id, query.days) })),
    bind(operations.listPersonas, async ({ caller, query }) => ({ status: 200, body: await personas.list(caller, query) })),
  ];
}
