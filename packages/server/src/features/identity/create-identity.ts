import type { FastifyPluginAsync } from 'fastify';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { Authenticate } from '../../http/register-operation.ts';
import { createApiKeyService } from '../organisation/api-key.service.ts';
import { createAccountService, type AccountService } from './account.service.ts';
import { createAttemptStore } from './attempt.store.ts';
import { isSecure } from './auth-options.ts';
import { createAuth } from './auth.ts';
import { createAuthenticate } from './authenticate.ts';
import { identityPlugin } from './identity.plugin.ts';
import { openIdentityPool } from '../../db/identity-pool.ts';
import { createPendingCookies } from './pending-cookies.ts';
import { createSessionReader } from './session-reader.ts';
import { createSignInService } from './sign-in.service.ts';
import { createSignUpService } from './sign-up.service.ts';
import { tenantCookie } from './tenant-cookie.ts';

/**
 * `secret` signs the cookies (32 characters and more; changing it signs everybody out). `publicUrl` is the address people
 * open: links start with it, and with https cookies never travel without it. `onError` hears about broken idle
 * connections.
 */
export type IdentitySettings = { db: Database; clock: Clock; secret: string; publicUrl: string; onError?: (error: Error) => void };

/** Everything about who somebody is. */
export type Identity = AccountService & {
  authenticate: Authenticate;
  plugin: FastifyPluginAsync;
  /** The Set-Cookie line that remembers the tenant somebody chose to work in. */
  rememberTenant: (tenantId: number) => string;
  /** Closes its connections; call it before the database is closed. */
  close(): Promise<void>;
};

/**
 * Opens the sign-in over a migrated database.
 *
 * @example
 * const identity = await createIdentity({ db, clock: systemClock, secret, publicUrl: 'http://localhost:5000' });
 * const owner = await identity.createUser({ email: 'owner@example.com', name: 'Demo owner' });
 * console.log(await identity.signInLink(owner.id)); // http://localhost:5000/sign-in?token=...
 */
export async function createIdentity({ db, clock, secret, publicUrl, onError = () => undefined }: IdentitySettings): Promise<Identity> {
  const pool = openIdentityPool(db, onError);
  const auth = await createAuth({ kysely: pool.kysely, secret, publicUrl }).catch(async (error: unknown) => {
    await pool.close();
    throw error;
  });
  const cookies = createPendingCookies();
  const accounts = createAccountService({ auth, publicUrl });
  const signIn = createSignInService(auth, createAttemptStore(pool.kysely, clock));
  const signUp = createSignUpService({ db, clock, accounts, signIn });
  return {
    ...accounts,
    authenticate: createAuthenticate({ db, apiKeys: createApiKeyService({ db, clock }), sessions: createSessionReader(auth, cookies), publicUrl }),
    plugin: identityPlugin({ signIn, signUp, cookies, publicUrl }),
    rememberTenant: (tenantId) => tenantCookie(tenantId, isSecure(publicUrl)),
    close: () => pool.close(),
  };
}
