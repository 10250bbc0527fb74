/** How a try to sign in ended; `tooMany` says after how many seconds the next one is allowed, null when not told. */
export type SignInOutcome = { kind: 'signed in' } | { kind: 'wrong' } | { kind: 'too many'; waitSeconds: number | null } | { kind: 'failed' };

/**
 * Signs in with e-mail and password; the session comes as cookies that scripts cannot read.
 *
 * Never throws: a server that is away is `failed`. These routes deal in cookies and are no operations of the API.
 */
export async function signInWithPassword(email: string, password: string): Promise<SignInOutcome> {
  const response = await post('/api/auth/sign-in/email', { email, password }).catch(() => null);
  if (response === null) return { kind: 'failed' };
  if (response.ok) return { kind: 'signed in' };
  if (response.status === 429) return { kind: 'too many', waitSeconds: toSeconds(response.headers.get('retry-after')) };
  return { kind: response.status === 401 || response.status === 422 ? 'wrong' : 'failed' };
}

/** Ends the session and opens the first page anew, so that nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {}).catch(() => null);
  globalThis.location.assign('/');
}

function post(address: string, body: object): Promise<Response> {
  return fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

function toSeconds(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}
