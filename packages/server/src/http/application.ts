import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync, type FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import { Failure } from '../failures/failure.ts';
import { apiDocs } from './api-docs.ts';
import type { BoundOperation } from './handler.ts';
import { readJsonBodies } from './json-body.ts';
import { observeRequests } from './observe-requests.ts';
import { sendProblem } from './problem.ts';
import { registerOperation, type Authenticate } from './register-operation.ts';
import { webPages } from './web-pages.ts';

/** `jsonBytes` bounds one JSON body, `fileBytes` one uploaded file; both answer 413. */
export type BodyLimits = { jsonBytes: number; fileBytes: number };

export type ApplicationParts = {
  operations: BoundOperation[];
  authenticate: Authenticate;
  /** Sign-in pages and whatever else is no operation of the contract. */
  plugins: FastifyPluginAsync[];
  openApiDocument: object;
  /** Folder of the built web application; null serves none. */
  webFolder: string | null;
  limits: BodyLimits;
  metrics: Registry;
  /** Null: nothing is logged. */
  log: FastifyBaseLogger | null;
  trustProxy: boolean;
};

/**
 * The HTTP application of all operations; not listening yet.
 *
 * Every answer carries `x-request-id` (the caller's own when it is sensible), which the log repeats.
 */
export async function createApplication(parts: ApplicationParts): Promise<FastifyInstance> {
  const app = Fastify({
    ...(parts.log ? { loggerInstance: parts.log } : { logger: false }),
    bodyLimit: parts.limits.jsonBytes,
    trustProxy: parts.trustProxy,
    requestIdHeader: false,
    genReqId: (request) => toRequestId(request.headers['x-request-id']),
    forceCloseConnections: true,
    return503OnClosing: true,
    exposeHeadRoutes: false,
    childLoggerFactory: (logger, bindings, options) => logger.child(bindings, { ...options, serializers: { ...options.serializers, req: describeRequest } }),
    // An address that cannot be decoded is refused before any hook.
    frameworkErrors: (error, request, reply) => {
      void sendProblem(error, request, reply.header('x-request-id', request.id));
    },
  });
  app.setErrorHandler((error: Error, request, reply) => sendProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new Failure('no_such_route', `${request.method} ${request.url.split('?')[0]} is no address here.`), request, reply),
  );
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  readJsonBodies(app);
  // Bulk bodies are read as a stream by their handler, line by line.
  app.addContentTypeParser('application/x-ndjson', (_request, _body, done) => done(null));
  observeRequests(app, parts.metrics);
  await app.register(helmet, { contentSecurityPolicy: { directives: CONTENT_SECURITY }, hsts: false });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: parts.limits.fileBytes, files: 1, fields: 5, parts: 6, headerPairs: 50 } });
  for (const plugin of parts.plugins) await app.register(plugin);
  for (const operation of parts.operations) registerOperation(app, operation, parts.authenticate);
  await app.register(apiDocs(parts.openApiDocument));
  if (parts.webFolder !== null) await app.register(webPages(parts.webFolder));
  return app;
}

const CONTENT_SECURITY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

// Without the query: it holds keys of respondents, words searched for and one-time tokens.
function describeRequest(request: FastifyRequest): { method: string; url: string | undefined; remoteAddress: string } {
  return { method: request.method, url: request.url.split('?')[0], remoteAddress: request.ip };
}

function toRequestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID();
}
