import pg from 'pg';
import { ensureAppRole } from './app-role.ts';
import type { AppRole } from './app-role.ts';
import { findServerFacts } from './connect.ts';
import { toPoolSettings } from './connection-settings.ts';

/**
 * An open database: two pools, and nothing that runs a query outside of a tenant's walls by accident.
 *
 * - `app` works as the role that row-level security binds. Go through `withTenant`, `readTenant` or `readThroughDoor`;
 *   a bare session of this pool sees no tenant's rows.
 * - `owner` works as the role of the URL, for migrations and the job queue's own schema. It sees every tenant's rows on
 *   some servers and none on others, so nothing else may rely on it.
 */
export type Database = {
  readonly app: pg.Pool;
  readonly owner: pg.Pool;
  readonly appRole: AppRole;
  readonly url: string;
  readonly serverVersion: string;
  /** Waits for running work, then closes both pools. Safe to call twice. */
  close(): Promise<void>;
};

/**
 * `appPoolSize` and `ownerPoolSize` are the most sessions of each pool.
 * `onError` hears about sessions that broke while idle (the pool replaces them by itself); it must not throw.
 */
export type DatabaseOptions = {
  url: string;
  appPoolSize?: number;
  ownerPoolSize?: number;
  onError?: (error: Error) => void;
};

/**
 * Opens the database of a connection URL and finds the role to work as; does not migrate (see `migrate`).
 *
 * Throws a `DatabaseError` with a message for the operator when the URL is wrong, the server is down, older than 15 or
 * refuses the password, the database is missing, or no role can be found that row-level security binds.
 *
 * @example
 * const db = await openDatabase({ url: 'postgres://ann@localhost/surveys' });
 * await migrate(db);
 * const names = await readTenant(db, 1, (trx) => trx.selectFrom('cx_personas').select('name').execute());
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const onError = options.onError ?? (() => undefined);
  const owner = openPool(toPoolSettings(options.url, options.ownerPoolSize ?? 5), onError);
  try {
    const facts = await findServerFacts(owner, options.url);
    const appRole = await ensureAppRole(owner, facts);
    return assemble({ url: options.url, appRole, serverVersion: facts.versionText }, owner, options.appPoolSize ?? 10, onError);
  } catch (error) {
    await owner.end();
    throw error;
  }
}

/** What is known of an open database, and enough for another thread to open it as well. Holds a password, as the URL does. */
export type DatabaseFacts = Pick<Database, 'url' | 'appRole' | 'serverVersion'>;

/**
 * Opens a database that this process has open already, with pools of its own: for another thread.
 *
 * Asks the server nothing; the first query connects.
 */
export function reopenDatabase(facts: DatabaseFacts, { appPoolSize, onError = () => undefined }: Pick<DatabaseOptions, 'onError'> & { appPoolSize: number }): Database {
  return assemble(facts, openPool(toPoolSettings(facts.url, 1), onError), appPoolSize, onError);
}

function assemble({ url, appRole, serverVersion }: DatabaseFacts, owner: pg.Pool, appPoolSize: number, onError: (error: Error) => void): Database {
  const sessionSettings = appRole.isStepDown ? { role: appRole.name } : {};
  const app = openPool(toPoolSettings(url, appPoolSize, sessionSettings), onError);
  const close = once(async () => void (await Promise.all([app.end(), owner.end()])));
  return { app, owner, appRole, url, serverVersion, close };
}

function openPool(settings: pg.PoolConfig, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool(settings);
  // Without a listener an idle session that the server drops would end the process.
  pool.on('error', onError);
  // The same for a session that is dropped while somebody holds it; its holder hears of it with the next query.
  pool.on('connect', (session) => session.on('error', () => undefined));
  return pool;
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}
