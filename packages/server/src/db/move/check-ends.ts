import type { Database } from '../database.ts';
import type { MovedTable } from './list-moved-tables.ts';
import { MoveError } from './move-error.ts';
import { lookAt, withMoveSession, type MoveSession } from './move-session.ts';

/** What the sessions of a server's job queue are called: a server always has some, a command never. */
const SERVER_SESSIONS = 'likeness-jobs';

/**
 * Refuses a source that a server works on: a move takes a picture of one moment, and what came later would be lost.
 * Ask before the picture is taken, and again before the move is kept.
 *
 * Throws `MoveError('source_in_use')`. Our own PostgreSQL is refused earlier, by whoever opens its folder.
 */
export async function assertNobodyWorksOn(source: Database): Promise<void> {
  const { rows } = await source.owner.query<{ address: string | null; since: string }>(
    `SELECT host(client_addr) AS address, to_char(backend_start, 'YYYY-MM-DD HH24:MI') AS since
     FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1 ORDER BY backend_start LIMIT 1`,
    [SERVER_SESSIONS],
  );
  const [found] = rows;
  if (found === undefined) return;
  const where = found.address === null ? '' : ` from ${found.address}`;
  throw new MoveError('source_in_use', `A server works on the source (connected${where} since ${found.since} UTC). Stop every server, so that nothing is stored there after the move`);
}

/**
 * Refuses a target that somebody uses, before a migration touches it. A database without our tables is fine.
 *
 * Throws `MoveError`: `target_in_use`, or `target_unusable` when its encoding is not UTF8.
 */
export function assertTargetIsFree(target: Database): Promise<void> {
  return withMoveSession(target.app, 'read', async (session) => {
    const { rows } = await session.query<{ encoding: string; hasTables: boolean }>(
      `SELECT current_setting('server_encoding') AS encoding,
         to_regclass('public.tenants') IS NOT NULL AND to_regclass('identity.users') IS NOT NULL AS "hasTables"`,
    );
    const encoding = rows[0]?.encoding ?? '';
    if (encoding !== 'UTF8') throw new MoveError('target_unusable', `The target stores text as ${encoding}, which cannot hold every letter. Create it again: CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0`);
    if (rows[0]?.hasTables) await assertEmpty(session);
  });
}

/**
 * Refuses a target that holds a tenant or a person, and keeps everybody else from making one until the transaction ends.
 *
 * Throws `MoveError('target_in_use')`.
 */
export async function claimTarget(target: MoveSession): Promise<void> {
  await target.query('LOCK TABLE public.tenants, identity.users IN SHARE ROW EXCLUSIVE MODE');
  await assertEmpty(target);
}

async function assertEmpty(target: MoveSession): Promise<void> {
  await lookAt(target, 'directory');
  const tenants = await countRows(target, 'public.tenants');
  await lookAt(target, 'identity');
  const people = await countRows(target, 'identity.users');
  if (tenants + people === 0) return;
  throw new MoveError('target_in_use', `The target is in use: it holds ${plural(tenants, 'tenant', 'tenants')} and ${plural(people, 'person', 'people')}. ` +
    'Only an empty database can be moved to (a server that has once started there made a demo). Create a new one: CREATE DATABASE');
}

async function countRows(session: MoveSession, table: string): Promise<number> {
  const { rows } = await session.query<{ count: number }>(`SELECT count(*) AS count FROM ${table}`);
  return rows[0]?.count ?? 0;
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Throws `MoveError('schemas_differ')` unless every table of the source is in the target, with the same columns. */
export function assertSameShape(source: MovedTable[], target: MovedTable[]): void {
  const inTarget = new Map(target.map((table) => [table.name, table]));
  for (const table of source) {
    const other = inTarget.get(table.name);
    if (other?.shape === table.shape) continue;
    const found = other === undefined ? 'is not in the target' : `has other columns in the target:\n  source: ${table.shape}\n  target: ${other.shape}`;
    throw new MoveError('schemas_differ', `The table ${table.name} ${found}. Make it there as it is in the source, and try again`);
  }
}
