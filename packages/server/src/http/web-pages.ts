import fs from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { Failure } from '../failures/failure.ts';
import { sendProblem } from './problem.ts';

/**
 * Serves the built web application: files by their name, its one page for every other address a browser asks for.
 *
 * Files with a hash in their name are cached for good, the page never. The build left compressed copies beside them, which
 * are sent to whoever takes them.
 */
export function webPages(folder: string): FastifyPluginAsync {
  return async (app) => {
    const page = fs.readFileSync(path.join(folder, 'index.html'), 'utf8');
    await app.register(fastifyStatic, { root: path.join(folder, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', preCompressed: true });
    app.get('/*', { exposeHeadRoute: true }, (request, reply) => {
      const address = request.url.split('?')[0] ?? '/';
      const wantsPage = /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*');
      if (address === '/api' || address.startsWith('/api/') || !wantsPage || path.basename(address).includes('.')) {
        return sendProblem(new Failure('no_such_route', `GET ${address} is no address here.`), request, reply);
      }
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
    });
  };
}
