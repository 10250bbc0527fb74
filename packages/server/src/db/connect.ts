import pg from 'pg';
import { describeDatabase } from './connection-settings.ts';
import { DatabaseError } from './database-error.ts';
import { toDatabaseError } from './sql-states.ts';

/** What the server said about itself and about the role we came in as. */
export type ServerFacts = {
  /** As PostgreSQL counts versions: 180004 is 18.4. */
  versionNumber: number;
  versionText: string;
  role: string;
  database: string;
  isSuperuser: boolean;
  bypassesRowSecurity: boolean;
};

const OLDEST_VERSION_NUMBER = 150_000;

/**
 * Connects once and asks the server what it is.
 *
 * Throws a `DatabaseError` that tells the operator what to change: `unreachable`, `password_refused`,
 * `database_missing`, or `server_too_old` for a PostgreSQL before 15.
 */
export async function findServerFacts(pool: pg.Pool, url: string): Promise<ServerFacts> {
  const { rows } = await pool.query<ServerFacts>(FACTS).catch((error: unknown) => {
    throw explainRefusal(error, describeDatabase(url));
  });
  const [facts] = rows;
  if (facts === undefined) throw new Error('The server answered no row about itself');
  if (facts.versionNumber < OLDEST_VERSION_NUMBER) {
    throw new DatabaseError('server_too_old', `PostgreSQL at ${describeDatabase(url)} is version ${facts.versionText}; Likeness needs 15 or later`);
  }
  return facts;
}

const FACTS = `
  SELECT current_setting('server_version_num')::int AS "versionNumber", current_setting('server_version') AS "versionText",
    current_user AS role, current_database() AS database,
    rolsuper AS "isSuperuser", rolbypassrls AS "bypassesRowSecurity"
  FROM pg_roles WHERE rolname = current_user`;

function explainRefusal(error: unknown, where: string): unknown {
  if (!(error instanceof Error)) return error;
  const state = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  if (state === '28P01' || state === '28000') {
    return new DatabaseError('password_refused', `The database server refused ${where}: ${error.message}. Check user and password in DATABASE_URL`, { cause: error });
  }
  if (state === '3D000') {
    return new DatabaseError('database_missing', `The server is there, but has no such database: ${where}. Create it first (CREATE DATABASE), or correct DATABASE_URL`, { cause: error });
  }
  if (state === '57P03') {
    return new DatabaseError('unreachable', `The database at ${where} is still starting up or is in recovery; try again shortly`, { cause: error });
  }
  if (error.message.startsWith('SASL')) {
    return new DatabaseError('password_refused', `The database at ${where} asks for a password, and DATABASE_URL has none it accepts`, { cause: error });
  }
  if (/SSL|certificate|no pg_hba.conf entry/.test(error.message)) {
    return new DatabaseError('unreachable', `No secure connection to ${where}: ${error.message}. See sslmode in DATABASE_URL`, { cause: error });
  }
  const translated = toDatabaseError(error);
  if (translated instanceof DatabaseError && translated.code === 'unavailable') {
    return new DatabaseError('unreachable', `No database server answers at ${where}${reasonOf(error)}. Is it running, and is the address right?`, { cause: error });
  }
  return translated;
}

function reasonOf(error: Error): string {
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? ` (${code})` : '';
}
