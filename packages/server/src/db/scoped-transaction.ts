import { CompiledQuery, Kysely, PostgresAdapter, PostgresDriver, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { DatabaseConnection, Transaction } from 'kysely';
import pg from 'pg';
import { isWorthRetrying, toDatabaseError } from './sql-states.ts';
import type { Tables } from './tables.ts';

/** A transaction that sees one tenant (or what one door shows). It cannot be nested, and ends with its work. */
export type TenantTransaction = Transaction<Tables>;

/** The connection under a transaction, only for COPY streams, which the query builder has no words for. */
export type CopySession = pg.PoolClient;

/** The settings a transaction makes about itself, without their prefix: `{tenant_id: '42'}`. */
export type ScopeSettings = Record<string, string>;

/**
 * Read committed and writing; or one unmoving picture of the data that refuses writes; or such a picture beside which
 * temporary tables may be made.
 */
export type TransactionMode = 'write' | 'snapshot' | 'snapshot with scratch';

const BEGIN: Record<TransactionMode, string> = {
  write: 'begin',
  snapshot: 'begin isolation level repeatable read read only',
  // PostgreSQL counts making a temporary table as writing.
  'snapshot with scratch': 'begin isolation level repeatable read',
};

/**
 * Runs work in one transaction whose settings end with it, so that a pooled connection never carries a tenant over.
 *
 * Commits when the work fulfils, rolls back when it rejects. A deadlock or failed serialization runs the work once
 * more, in a new transaction: the work must have no effect outside of it. Errors of the database arrive as
 * `DatabaseError`, all others untouched.
 *
 * Cost: two round trips beside the work's own (BEGIN with the settings, COMMIT).
 */
export async function runScoped<T>(
  pool: pg.Pool,
  settings: ScopeSettings,
  mode: TransactionMode,
  work: (trx: TenantTransaction, session: CopySession) => Promise<T>,
): Promise<T> {
  try {
    return await runOnce(pool, settings, mode, work);
  } catch (error) {
    if (!isWorthRetrying(error)) throw toDatabaseError(error);
  }
  return runOnce(pool, settings, mode, work).catch((error: unknown) => {
    throw toDatabaseError(error);
  });
}

async function runOnce<T>(
  pool: pg.Pool,
  settings: ScopeSettings,
  mode: TransactionMode,
  work: (trx: TenantTransaction, session: CopySession) => Promise<T>,
): Promise<T> {
  let session: CopySession | undefined;
  const driver = new ScopedDriver(async () => (session = await pool.connect()), beginStatement(settings, mode));
  const scoped = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return scoped.transaction().execute((trx) => {
    if (session === undefined) throw new Error('A transaction began without a connection');
    return work(trx, session);
  });
}

function beginStatement(settings: ScopeSettings, mode: TransactionMode): string {
  const locals = Object.entries(settings).map(([name, value]) => `set local likeness.${name} = ${pg.escapeLiteral(value)}`);
  return [BEGIN[mode], ...locals].join('; ');
}

/** Begins a transaction and makes its settings in one round trip. */
class ScopedDriver extends PostgresDriver {
  readonly #begin: string;

  constructor(connect: () => Promise<pg.PoolClient>, begin: string) {
    super({ pool: { connect, end: async () => undefined, options: {} } });
    this.#begin = begin;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#begin));
  }
}
