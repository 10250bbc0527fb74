import path from 'node:path';
import { toOpenApiDocument } from '@likeness/contract';
import type { FastifyBaseLogger } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { systemClock } from './clock.ts';
import { composeOperations, composeRunHandlers, composeServices } from './compose.ts';
import type { Config } from './config.ts';
import { ensureDemo } from './features/demo/create-demo.ts';
import { createFrameService } from './features/frames/create-frame-service.ts';
import { observeFrames } from './features/frames/frame-metrics.ts';
import { createIdentity, type Identity } from './features/identity/create-identity.ts';
import { createApplication } from './http/application.ts';
import { startJobs, type Jobs } from './jobs/start-jobs.ts';
import { openInstallation } from './open-installation.ts';
import { readOrMakeSecret } from './secret-file.ts';
import { VERSION } from './version.ts';

/** Who owns what the first start makes. Nobody has a password; the printed link signs in. */
const FIRST_OWNER = { email: 'owner@likeness.localhost', name: 'Demo owner' };

/** A server that answers. `signInLink` works once, within 15 minutes. `stop` ends everything it started, in order. */
export type RunningServer = { url: string; signInLink: string; stop(): Promise<void> };

/**
 * `webFolder`: the built web application, null for none. `onDatabaseLost` hears that our own PostgreSQL ended by itself;
 * nothing can be stored from then on.
 */
export type ServerOptions = { config: Config; log: FastifyBaseLogger; webFolder: string | null; onDatabaseLost: (message: string) => void };

/**
 * Starts all of Likeness: database, migrations, sign-in, workers and schedules, the demo tenant on the first start, HTTP.
 *
 * When a step fails, what was started before it is stopped again. Throws errors fit to be shown to an operator.
 */
export async function startServer({ config, log, webFolder, onDatabaseLost }: ServerOptions): Promise<RunningServer> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of stops.splice(0).toReversed()) await step();
  };
  try {
    const { db, close } = await openInstallation(config, { whenInUse: 'refuse', log, onDatabaseLost });
    stops.push(close);
    const url = config.publicUrl ?? `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${config.port}`;
    const clock = systemClock;
    const secret = config.secret ?? readOrMakeSecret(path.join(config.dataFolder, 'session.secret'));
    const identity = await createIdentity({ db, clock, secret, publicUrl: url, onError: (error) => log.warn({ err: error }, 'A sign-in session was lost') });
    stops.push(() => identity.close());
    const frames = createFrameService({ db, log, memoryBytes: config.frameMemoryBytes });
    stops.push(() => frames.close());
    let jobs: Jobs | null = null;
    const { limits } = config;
    const services = composeServices({ db, clock, log, frames, publicUrl: url, limits, dispatch: () => jobs?.dispatch() });
    stops.push(() => services.events.close());
    const handlers = composeRunHandlers({ clock, log, frames, limits });
    const owner = await ensureFirstOwner(identity);
    // Before the workers: a catch-up must not take half a demo for a whole one.
    await ensureDemo({ db, clock, ...services }, owner);
    jobs = await startJobs({ db, clock, log, handlers, requestRun: services.runs.requestRun, settings: config.personaSync });
    stops.push(jobs.stop);
    const metrics = new Registry();
    collectDefaultMetrics({ register: metrics });
    observeFrames(frames, metrics);
    const app = await createApplication({
      operations: composeOperations(services, { db, identity, metrics, version: VERSION, areJobsRunning: () => jobs !== null }),
      authenticate: identity.authenticate,
      plugins: [identity.plugin],
      openApiDocument: toOpenApiDocument(VERSION),
      webFolder,
      limits,
      metrics,
      log,
      trustProxy: config.trustProxy,
    });
    stops.push(() => app.close());
    await app.listen({ port: config.port, host: config.host });
    return { url, signInLink: await identity.signInLink(owner.id), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ensureFirstOwner(identity: Identity) {
  return (await identity.findUserByEmail(FIRST_OWNER.email)) ?? identity.createUser(FIRST_OWNER);
}
