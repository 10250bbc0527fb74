import pg from 'pg';
import { toDatabaseError } from '../sql-states.ts';

/** The connection of one end of a move, in the one transaction that it keeps from begin to end. */
export type MoveSession = pg.PoolClient;

/** Whose rows a session sees: one tenant's, the sign-in's, or the list of tenants. */
export type MoveScope = { tenantId: number } | 'identity' | 'directory';

/** The same text for the same value on every server, whatever its own settings; and no limit that a long move would meet. */
const SESSION_SETTINGS = {
  datestyle: 'ISO, YMD',
  intervalstyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  // Counts travel as rows of their own; triggers that keep them must not make them a second time.
  'likeness.moving': 'on',
};

/**
 * Runs work in one transaction: `read` sees one unmoving picture and refuses writes, `write` is kept whole or not at all.
 *
 * The session is closed afterwards rather than given back, because work that fails may leave it in the middle of a COPY.
 * Errors of the database arrive as `DatabaseError`, all others untouched.
 */
export async function withMoveSession<T>(pool: pg.Pool, mode: 'read' | 'write', work: (session: MoveSession) => Promise<T>): Promise<T> {
  try {
    const session = await pool.connect();
    try {
      await session.query(mode === 'read' ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN');
      const settings = Object.entries(SESSION_SETTINGS).map(([name, value]) => `SET LOCAL ${name} = ${pg.escapeLiteral(value)}`);
      await session.query(settings.join('; '));
      const result = await work(session);
      await session.query('COMMIT');
      return result;
    } finally {
      session.release(true);
    }
  } catch (error) {
    throw toDatabaseError(error);
  }
}

/** Makes a session see these rows and no others, until the next call or the end of its transaction. */
export async function lookAt(session: MoveSession, scope: MoveScope): Promise<void> {
  const tenant = typeof scope === 'object' ? String(scope.tenantId) : '';
  await session.query(
    `SELECT set_config('likeness.tenant_id', $1, true), set_config('likeness.identity', $2, true), set_config('likeness.directory', $3, true)`,
    [tenant, scope === 'identity' ? 'on' : '', scope === 'directory' ? 'on' : ''],
  );
}
