import { isDatabaseError } from '../../db/database-error.ts';
import { toDatabaseError } from '../../db/sql-states.ts';
import type { SignedInUser } from '../../access/caller.ts';
import { Failure, invalidInput, notFound } from '../../failures/failure.ts';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './auth-options.ts';
import type { Auth } from './auth.ts';
import { newToken } from '../../access/secret-token.ts';
import { signInLinkIdentifier } from './sign-in-link.ts';

const LINK_LIFE_MS = 15 * 60_000;

/** A person to be; without a password, one-time links are the only way in. */
export type NewUser = { email: string; name: string; password?: string };

export type AccountService = {
  /**
   * Adds a person, member of no tenant yet. The e-mail address is kept in lower case and taken as proved: an operator
   * or an invitation vouches for it. Throws `name_taken` for one that is known, `invalid_input` for a password that is
   * too short or too long.
   */
  createUser(user: NewUser): Promise<SignedInUser>;
  /** The person with this e-mail address, in whatever case; null for nobody. */
  findUserByEmail(email: string): Promise<SignedInUser | null>;
  /**
   * A link that signs this person in once, within 15 minutes by the system's clock (as sessions end by it). Only its hash
   * is kept; show it to that person alone.
   * Throws `not_found` for an unknown id.
   */
  signInLink(userId: string): Promise<string>;
};

/** People and how they get in without having a session yet. */
export function createAccountService({ auth, publicUrl }: { auth: Auth; publicUrl: string }): AccountService {
  return {
    async createUser({ email, name, password }) {
      if (password !== undefined) assertPassword(password);
      const { adapter, password: hasher } = await auth.$context;
      const passwordHash = password === undefined ? null : await hasher.hash(password);
      return adapter
        .transaction(async (trx) => {
          const user = await trx.create<Record<string, unknown>, SignedInUser>({ model: 'user', data: { name, email: email.trim().toLowerCase(), emailVerified: true } });
          if (passwordHash !== null) {
            await trx.create({ model: 'account', data: { userId: user.id, accountId: user.id, providerId: 'credential', password: passwordHash } });
          }
          return toUser(user);
        })
        .catch((reason: unknown) => {
          const error = toDatabaseError(reason);
          throw isDatabaseError(error, 'duplicate', 'users_email') ? new Failure('name_taken', 'There is an account with this e-mail address.') : error;
        });
    },
    async findUserByEmail(email) {
      const { internalAdapter } = await auth.$context;
      const found = await internalAdapter.findUserByEmail(email.trim());
      return found === null ? null : toUser(found.user);
    },
    async signInLink(userId) {
      const { internalAdapter } = await auth.$context;
      if ((await internalAdapter.findUserById(userId)) === null) throw notFound('user');
      const token = newToken();
      const expiresAt = new Date(Date.now() + LINK_LIFE_MS);
      await internalAdapter.createVerificationValue({ identifier: signInLinkIdentifier(token), value: userId, expiresAt });
      return new URL(`/sign-in?token=${token}`, publicUrl).href;
    },
  };
}

function toUser({ id, name, email }: SignedInUser): SignedInUser {
  return { id, name, email };
}

function assertPassword(password: string): void {
  if (password.length < PASSWORD_MIN_LENGTH || password.length > PASSWORD_MAX_LENGTH) {
    throw invalidInput([{ path: 'password', message: `must have ${PASSWORD_MIN_LENGTH} to ${PASSWORD_MAX_LENGTH} characters` }]);
  }
}
