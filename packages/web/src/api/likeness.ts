import { createClient } from '@likeness/sdk';
import { withSession } from './session-guard.ts';

/** Long enough for the slowest figures, short enough that a person is told rather than left waiting. */
const TIMEOUT_MS = 20_000;
/** Files, in and out, take as long as the line needs, and the trial run of an import reads every row of one. */
const FILE_TIMEOUT_MS = 30 * 60_000;

/**
 * The API of the server this page came from, with the session cookie of whoever is signed in.
 *
 * When the session has ended meanwhile, the request waits until somebody signs in again over the page, and is then sent
 * again: what was typed is not lost.
 */
export const likeness = createClient({ fetch: withSession(fetchInTime) });

function fetchInTime(request: Request): Promise<Response> {
  const isOfFile = request.headers.get('content-type')?.startsWith('multipart/') === true || /\/imports\/\d+\/check$|\/api\/exports\//.test(request.url);
  const timeout = AbortSignal.timeout(isOfFile ? FILE_TIMEOUT_MS : TIMEOUT_MS);
  return fetch(request, { signal: AbortSignal.any([request.signal, timeout]) });
}
