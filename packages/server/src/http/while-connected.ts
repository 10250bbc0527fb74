import type { FastifyRequest } from 'fastify';
import { Failure } from '../failures/failure.ts';

/**
 * Does work for a request that is worth stopping when nobody waits for its answer any more.
 *
 * The signal aborts when the client's connection closes; its reason is a failure that is told to nobody and not logged
 * as ours. `request.signal` cannot be used: it aborts as soon as a body has been read.
 *
 * @example await whileConnected(request, (signal) => preview.previewRules(caller, body, signal))
 */
export async function whileConnected<T>(request: FastifyRequest, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { socket } = request.raw;
  const controller = new AbortController();
  const stop = (): void => controller.abort(new Failure('bad_request', 'The connection was closed before the answer was ready.'));
  if (socket.destroyed) stop();
  socket.once('close', stop);
  try {
    return await work(controller.signal);
  } finally {
    socket.off('close', stop);
  }
}
