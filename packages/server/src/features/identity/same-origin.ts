import type { FastifyRequest } from 'fastify';
import { Failure } from '../../failures/failure.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITES = new Set(['same-origin', 'none']);

/** Whether a request may change something, by its method. */
export function isMutating(request: FastifyRequest): boolean {
  return !SAFE_METHODS.has(request.method);
}

/**
 * Refuses a request that a page of another site made a browser send with our cookies (CSRF).
 *
 * Browsers name the page in Origin, and newer ones its relation to us in Sec-Fetch-Site. Either may be absent (old
 * browsers, programs), but what is there must be ours: the origin of `publicUrl`, or the very host the request came to,
 * so that an installation reached by several names works. Programs that send neither are let through; they hold
 * the cookie themselves.
 *
 * Throws `wrong_origin`.
 */
export function assertSameOrigin(request: FastifyRequest, publicUrl: string): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isOwn = origin === undefined ? site === undefined || OWN_SITES.has(String(site)) : isOwnOrigin(origin, host, publicUrl);
  if (!isOwn) throw new Failure('wrong_origin', 'A page of another site sent this. Open Likeness itself, or use an API key.');
}

function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string): boolean {
  // "null" (a sandboxed frame, a file) is nobody's.
  if (!URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === host;
}
