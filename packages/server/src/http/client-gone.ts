import type { FastifyRequest } from 'fastify';

/** Aborted when the client's connection closes: for work that nobody would hear the result of. */
export function clientGone(request: FastifyRequest): AbortSignal {
  const gone = new AbortController();
  request.raw.socket.once('close', () => gone.abort(new Error('The client went away')));
  return gone.signal;
}
