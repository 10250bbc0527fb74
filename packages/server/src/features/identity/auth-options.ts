import type { BetterAuthOptions } from 'better-auth';
import type { Kysely } from 'kysely';
import type { IdentityTables } from '../../db/identity-tables.ts';

/** Shortest password accepted; its length is what makes a password strong (NIST SP 800-63B). */
export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 128;

/**
 * For how long the signed `access_token` cookie is believed without asking the database, in seconds: a revoked session
 * goes on for at most that long. What a person may do in a tenant is asked anew with every request all the same.
 */
export const ACCESS_TOKEN_SECONDS = 60;

const SESSION_DAYS = 14;
const DAY_SECONDS = 86_400;

/** The header in which the edge tells the sign-in library the client's address; it never comes from the client. */
export const CLIENT_ADDRESS_HEADER = 'x-likeness-client-address';

export type AuthSettings = { kysely: Kysely<IdentityTables>; secret: string; publicUrl: string };

/**
 * How the sign-in library works here: our tables and column names, passwords, the two cookies, and nothing else of it.
 *
 * Its own limits and origin checks are off because the edge has one of each for all routes; its log is off because it
 * may name people. Its faults are thrown, and logged where all others are.
 */
export function toAuthOptions({ kysely, secret, publicUrl }: AuthSettings) {
  return {
    appName: 'Likeness',
    baseURL: new URL(publicUrl).origin,
    basePath: '/api/auth',
    secret,
    database: { db: kysely, type: 'postgres', schemaName: 'identity', transaction: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: PASSWORD_MIN_LENGTH, maxPasswordLength: PASSWORD_MAX_LENGTH },
    session: {
      ...SESSION_TABLE,
      expiresIn: SESSION_DAYS * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      cookieCache: { enabled: true, strategy: 'jwt', maxAge: ACCESS_TOKEN_SECONDS },
    },
    user: USER_TABLE,
    account: ACCOUNT_TABLE,
    // One-time links are kept under the hash of their token.
    verification: { ...VERIFICATION_TABLE, storeIdentifier: 'hashed' },
    advanced: {
      cookies: { session_data: { name: 'access_token' }, session_token: { name: 'refresh_token' } },
      // Not `useSecureCookies`: it would rename the cookies as well.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(publicUrl) },
      disableCSRFCheck: true,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    onAPIError: { throw: true },
    telemetry: { enabled: false },
  } as const satisfies BetterAuthOptions;
}

/** Whether people reach the server by https, so that cookies must never travel without it. */
export function isSecure(publicUrl: string): boolean {
  return new URL(publicUrl).protocol === 'https:';
}

const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' };

const USER_TABLE = { modelName: 'users', fields: { ...TIMES, emailVerified: 'email_verified' } };

const SESSION_TABLE = {
  modelName: 'sessions',
  fields: { ...TIMES, expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', userId: 'user_id' },
};

const ACCOUNT_TABLE = {
  modelName: 'accounts',
  fields: {
    ...TIMES,
    accountId: 'account_id',
    providerId: 'provider_id',
    userId: 'user_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
  },
};

const VERIFICATION_TABLE = { modelName: 'verifications', fields: { ...TIMES, expiresAt: 'expires_at' } };
