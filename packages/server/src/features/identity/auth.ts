import { betterAuth } from 'better-auth/minimal';
import { getAdapter } from 'better-auth/db/adapter';
import { toAuthOptions } from './auth-options.ts';
import type { AuthSettings } from './auth-options.ts';
import { hashSessionTokens } from './hash-session-tokens.ts';
import { signInLink } from './sign-in-link.ts';

const SECRET_MIN_LENGTH = 32;

/** The sign-in library as it is set up here: users, passwords and sessions. It serves no routes by itself. */
export type Auth = Awaited<ReturnType<typeof createAuth>>;

/**
 * Sets the sign-in library up. Sessions that are over are removed whenever a new one begins.
 *
 * Throws a RangeError for a secret of fewer than 32 characters: the cookies are only as good as it.
 */
export async function createAuth(settings: AuthSettings) {
  if (settings.secret.length < SECRET_MIN_LENGTH) throw new RangeError(`The secret must have at least ${SECRET_MIN_LENGTH} characters`);
  const options = toAuthOptions(settings);
  const adapter = hashSessionTokens(await getAdapter(options));
  const removeEnded = async (): Promise<void> => {
    await adapter.deleteMany({ model: 'session', where: [{ field: 'expiresAt', operator: 'lt', value: new Date() }] });
  };
  return betterAuth({
    ...options,
    database: () => adapter,
    databaseHooks: { session: { create: { after: removeEnded } } },
    plugins: [signInLink()],
  });
}
