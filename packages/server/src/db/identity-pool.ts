import pg from 'pg';
import { Kysely, PostgresDialect } from 'kysely';
import { toPoolSettings } from './connection-settings.ts';
import type { Database } from './database.ts';
import type { IdentityTables } from './identity-tables.ts';

/** The sign-in's own door to the database: the only sessions that see the `identity` schema whole. */
export type IdentityPool = { readonly kysely: Kysely<IdentityTables>; close(): Promise<void> };

/**
 * Opens a small pool as the same role the server works as, whose sessions say `likeness.identity = on` from their start:
 * the policies of the `identity` schema let nobody else in, so no query in a tenant's transaction reaches passwords or
 * sessions, on a step-down role and on somebody else's server alike.
 *
 * `onError` hears about idle sessions that broke; the pool replaces them.
 */
export function openIdentityPool(db: Database, onError: (error: Error) => void, poolSize = 4): IdentityPool {
  const role = db.appRole.isStepDown ? { role: db.appRole.name } : {};
  const pool = new pg.Pool(toPoolSettings(db.url, poolSize, { ...role, 'likeness.identity': 'on' }));
  pool.on('error', onError);
  // Dropped while somebody holds it: the holder hears of it with the next query.
  pool.on('connect', (session) => session.on('error', () => undefined));
  const kysely = new Kysely<IdentityTables>({ dialect: new PostgresDialect({ pool }) });
  let closing: Promise<void> | undefined;
  return { kysely, close: () => (closing ??= kysely.destroy()) };
}
