import { createHash } from 'node:crypto';
import { Failure, invalidInput } from '../../failures/failure.ts';
import type { AttemptLimit, AttemptStore } from './attempt.store.ts';
import { CLIENT_ADDRESS_HEADER, PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './auth-options.ts';
import type { Auth } from './auth.ts';
import { clientNetwork } from './client-network.ts';

const MINUTE_MS = 60_000;

/** From where somebody asks: the client's address, its browser, and its cookies as they came. */
export type Origin = { address: string; userAgent: string | undefined; cookie: string | undefined };

/** Cookies to set, as Set-Cookie lines. */
export type Cookies = string[];

/** Too many attempts; `retryAfterSeconds` says how long to wait. */
export class TooManyAttempts extends Failure {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('too_many_requests', `Too many attempts. Try again in ${retryAfterSeconds} seconds.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * Ways in and out. Failed attempts are counted: five a minute from one network, and thirty in a quarter of an hour for one
 * e-mail address from anywhere; beyond them `too_many_requests`. Right ones do not count.
 */
export type SignInService = {
  /** Throws `invalid_credentials`, the same for an unknown address and a wrong password, and as slowly. */
  signInWithPassword(origin: Origin, credentials: { email: string; password: string }): Promise<Cookies>;
  /** Signs in with a one-time link's token. Throws `invalid_credentials` when it was used, is over or never was. */
  signInWithLink(origin: Origin, token: string): Promise<Cookies>;
  /** Ends the session for good; its cookies are removed. Without a session it does nothing else. */
  signOut(origin: Origin): Promise<Cookies>;
  /**
   * Changes one's own password and ends all other sessions of this person. Somebody who has none yet (who came by a
   * link) sets it without a current one. Throws `invalid_credentials` when the current password is wrong or left out.
   */
  changePassword(origin: Origin, passwords: { currentPassword?: string | undefined; newPassword: string }): Promise<Cookies>;
};

/** Signing in and out over the sign-in library, with limits of our own. */
export function createSignInService(auth: Auth, attempts: AttemptStore): SignInService {
  return {
    async signInWithPassword(origin, body) {
      const limits = [networkLimit('sign-in', origin), accountLimit(body.email)];
      return attempt(attempts, limits, () => auth.api.signInEmail({ body, headers: toHeaders(origin), asResponse: true }), 'E-mail address or password is wrong.');
    },
    async signInWithLink(origin, token) {
      const answer = () => auth.api.signInWithLink({ body: { token }, headers: toHeaders(origin), asResponse: true });
      return attempt(attempts, [networkLimit('link', origin)], answer, 'This link was used already, or its time is over.');
    },
    async signOut(origin) {
      return cookiesOf(await auth.api.signOut({ headers: toHeaders(origin), asResponse: true }));
    },
    async changePassword(origin, { currentPassword, newPassword }) {
      if (newPassword.length < PASSWORD_MIN_LENGTH || newPassword.length > PASSWORD_MAX_LENGTH) {
        throw invalidInput([{ path: 'newPassword', message: `must have ${PASSWORD_MIN_LENGTH} to ${PASSWORD_MAX_LENGTH} characters` }]);
      }
      const session = await auth.api.getSession({ headers: toHeaders(origin) });
      if (session === null) throw new Failure('not_signed_in', 'Sign in first.');
      const headers = toHeaders(origin);
      const answer = (): Promise<Response> =>
        currentPassword === undefined
          ? auth.api.setPassword({ body: { newPassword }, headers, asResponse: true })
          : auth.api.changePassword({ body: { currentPassword, newPassword, revokeOtherSessions: true }, headers, asResponse: true });
      return attempt(attempts, [networkLimit('password', origin)], answer, 'The current password is missing or wrong.');
    },
  };
}

async function attempt(attempts: AttemptStore, limits: AttemptLimit[], ask: () => Promise<Response>, refusal: string): Promise<Cookies> {
  for (const limit of limits) {
    // One after the other: what the first refuses must not use up the second, or one stranger could lock anybody out.
    const waitSeconds = await attempts.countAttempt(limit);
    if (waitSeconds > 0) throw new TooManyAttempts(waitSeconds);
  }
  const response = await ask();
  // The library answers a wrong current password with 400; shapes and lengths were checked before.
  if (response.status === 401 || response.status === 400) throw new Failure('invalid_credentials', refusal);
  await Promise.all(limits.map((limit) => attempts.forgiveAttempt(limit)));
  return cookiesOf(response);
}

function cookiesOf(response: Response): Cookies {
  if (!response.ok) throw new Error(`The sign-in library answered ${response.status}`);
  return response.headers.getSetCookie();
}

function networkLimit(what: string, origin: Origin): AttemptLimit {
  return { countedFor: `${what}:${clientNetwork(origin.address)}`, max: 5, windowMs: MINUTE_MS };
}

function accountLimit(email: string): AttemptLimit {
  const hash = createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
  return { countedFor: `account:${hash}`, max: 30, windowMs: 15 * MINUTE_MS };
}

function toHeaders(origin: Origin): Headers {
  const headers = new Headers({ [CLIENT_ADDRESS_HEADER]: origin.address });
  if (origin.userAgent !== undefined) headers.set('user-agent', origin.userAgent.slice(0, 500));
  if (origin.cookie !== undefined) headers.set('cookie', origin.cookie);
  return headers;
}
