import { likeness } from '../../api/likeness.ts';

/** How a step of joining ended. `has account`: the address is known, so its owner must sign in first. */
export type InvitationOutcome = 'done' | 'has account' | 'not open' | 'weak password' | 'failed';

/** The token of an invitation link; null when this page was opened by none. It stands after `#`, so no server ever logs it. */
export function findInvitationToken({ pathname, hash }: { pathname: string; hash: string }): string | null {
  return pathname === '/invitation' ? new URLSearchParams(hash.slice(1)).get('token') : null;
}

/** Makes an account for the invited address and signs it in. Never throws. */
export async function signUp(token: string, name: string, password: string): Promise<InvitationOutcome> {
  const response = await fetch('/api/auth/sign-up', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, name, password }),
  }).catch(() => null);
  return response === null ? 'failed' : toOutcome(response.status);
}

/** Accepts the invitation as whoever is signed in. Never throws. */
export async function acceptInvitation(token: string): Promise<InvitationOutcome> {
  const result = await likeness.POST('/api/invitations/accept', { body: { token } }).catch(() => null);
  return result === null ? 'failed' : toOutcome(result.response.status);
}

function toOutcome(status: number): InvitationOutcome {
  if (status < 300) return 'done';
  if (status === 404) return 'not open';
  if (status === 409) return 'has account';
  return status === 422 ? 'weak password' : 'failed';
}
