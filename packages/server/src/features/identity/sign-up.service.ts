import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { Failure, notFound } from '../../failures/failure.ts';
import { findPresentedInvitation } from '../organisation/invitation.queries.ts';
import type { AccountService } from './account.service.ts';
import { hashToken } from '../../access/secret-token.ts';
import type { Cookies, Origin, SignInService } from './sign-in.service.ts';

/** An account for somebody who was invited and has none. */
export type SignUpService = {
  /**
   * Makes an account for the e-mail address an open invitation is for, and signs it in; accepting the invitation is the
   * next step, and open to people who had an account as well. There is no other sign-up: strangers stay outside.
   *
   * Throws `not_found` for a token of no open invitation, `name_taken` when the address has an account already (sign in
   * instead), `invalid_input` for a password that is too short.
   */
  signUp(origin: Origin, request: { token: string; name: string; password: string }): Promise<Cookies>;
};

export function createSignUpService(deps: { db: Database; clock: Clock; accounts: AccountService; signIn: SignInService }): SignUpService {
  return {
    async signUp(origin, { token, name, password }) {
      const invitation = await findPresentedInvitation(deps.db, hashToken(token));
      if (invitation === null || invitation.acceptedAt !== null || invitation.expiresAt <= deps.clock.now()) throw notFound('open invitation');
      await deps.accounts.createUser({ email: invitation.email, name, password }).catch((error: unknown) => {
        if (!(error instanceof Failure) || error.code !== 'name_taken') throw error;
        throw new Failure('name_taken', 'This address has an account already. Sign in, then accept the invitation.');
      });
      return deps.signIn.signInWithPassword(origin, { email: invitation.email, password });
    },
  };
}
