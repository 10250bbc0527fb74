import type { FastifyInstance } from 'fastify';
import { Failure } from '../failures/failure.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads JSON bodies strictly: bytes that are no UTF-8 are refused instead of turning into replacement characters, and so
 * are the keys that reach an object's prototype. A byte order mark is skipped.
 *
 * What is wrong answers `bad_request` with a sentence. Size is bounded by the application's body limit.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      text = utf8.decode(body as Buffer);
    } catch {
      done(new Failure('bad_request', 'The body is not valid UTF-8. JSON is sent as UTF-8.'));
      return;
    }
    void parse(request, text, done);
  });
}
