import { createClient } from '@likeness/sdk';

/** Long enough for the slowest figures, short enough that a person is told rather than left waiting. */
const TIMEOUT_MS = 20_000;

/** The API of the server this page came from, with the session cookie of whoever is signed in. */
export const likeness = createClient({
  fetch: (request) => fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]) }),
});
