import type { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { toDatabaseError } from '../sql-states.ts';
import { assertNobodyWorksOn, assertSameShape, assertTargetIsFree, claimTarget } from './check-ends.ts';
import { compareRows } from './compare-rows.ts';
import { copyRows } from './copy-rows.ts';
import { listMovedTables, type MovedTable } from './list-moved-tables.ts';
import { MoveError } from './move-error.ts';
import { lookAt, withMoveSession, type MoveSession } from './move-session.ts';

/** What arrived in one table, counted at both ends and found the same, row for row. */
export type MovedRows = { table: string; rows: number };

/** `onProgress` hears how many rows were copied so far and about how many there are; `signal` ends the move. */
export type MoveOptions = { signal: AbortSignal; onProgress?: (rows: number, expectedRows: number) => void };

type Move = { source: MoveSession; target: MoveSession; tables: MovedTable[]; moved: Map<string, { rows: number; highestId: number }>; onBatch: (rows: number) => void };

/**
 * Copies everything of one database into another, empty one, and answers each table with its rows, in the order copied.
 *
 * The source is read as it is at one moment, and not changed. The target is migrated to this release first; then it gets
 * all rows in one transaction, tenant by tenant, or none. Before it is kept, each tenant's rows of each table are counted
 * and summed up at both ends. Ids go on after the highest that the source ever gave.
 *
 * Works under row-level security at both ends, as superuser and as plain owner alike. Memory does not grow with the
 * rows. Not copied: the job queue, which the next start makes anew.
 * Throws `MoveError` and `DatabaseError`, fit to be shown to an operator, and the signal's reason.
 *
 * @example await moveDatabase(embedded, own, { signal }) // [{ table: 'identity.users', rows: 3 }, ...]
 */
export async function moveDatabase(source: Database, target: Database, { signal, onProgress = () => undefined }: MoveOptions): Promise<MovedRows[]> {
  await assertTargetIsFree(target);
  await assertNobodyWorksOn(source);
  const moved = await withMoveSession(source.app, 'read', async (from) => {
    const tenantIds = await listTenantIds(from);
    const tables = await listMovedTables(from);
    await migrate(target);
    const progress = createProgress(await estimateRows(from, tables), signal, onProgress);
    return withMoveSession(target.app, 'write', async (to) => {
      await claimTarget(to);
      assertSameShape(tables, await listMovedTables(to));
      const move: Move = { source: from, target: to, tables, moved: new Map(), onBatch: progress };
      await copyScope(move, null);
      for (const tenantId of tenantIds) await copyScope(move, tenantId);
      await advanceIdentities(move, target);
      await assertNobodyWorksOn(source);
      return move.moved;
    });
  });
  await analyze(target, [...moved.keys()]);
  return [...moved].map(([table, { rows }]) => ({ table, rows }));
}

async function listTenantIds(source: MoveSession): Promise<number[]> {
  await lookAt(source, 'directory');
  const { rows } = await source.query<{ id: number }>('SELECT id FROM tenants ORDER BY id');
  if (rows.length === 0) throw new MoveError('nothing_to_move', 'There is nothing to move: the source has no tenant. Start the server on the new database instead');
  return rows.map(({ id }) => id);
}

async function estimateRows(source: MoveSession, tables: MovedTable[]): Promise<number> {
  const { rows } = await source.query<{ rows: number }>(
    'SELECT coalesce(sum(greatest(reltuples, 0)), 0)::bigint AS rows FROM pg_class WHERE oid = ANY ($1::regclass[])',
    [tables.map(({ name }) => name)],
  );
  return rows[0]?.rows ?? 0;
}

function createProgress(expectedRows: number, signal: AbortSignal, onProgress: NonNullable<MoveOptions['onProgress']>): (rows: number) => void {
  let done = 0;
  return (rows) => {
    signal.throwIfAborted();
    done += rows;
    onProgress(done, expectedRows);
  };
}

/** Copies and compares what one tenant has, or with null what belongs to none. */
async function copyScope({ source, target, tables, moved, onBatch }: Move, tenantId: number | null): Promise<void> {
  const scope = tenantId === null ? 'identity' : { tenantId };
  await lookAt(source, scope);
  await lookAt(target, scope);
  for (const table of tables.filter(({ tenantColumn }) => (tenantColumn === null) === (tenantId === null))) {
    onBatch(0);
    await copyRows(source, target, table, tenantId, onBatch);
    const compared = await compareRows(source, target, table, tenantId);
    const before = moved.get(table.name) ?? { rows: 0, highestId: 0 };
    moved.set(table.name, { rows: before.rows + compared.rows, highestId: Math.max(before.highestId, compared.highestId) });
  }
}

/**
 * Lets the target number new rows after all that were moved, and after all that were ever deleted from the source.
 * As the owner, who alone may; a sequence is not part of a transaction, and being ahead does no harm.
 */
async function advanceIdentities({ source, tables, moved }: Move, target: Database): Promise<void> {
  for (const { name, identityColumn } of tables) {
    if (identityColumn === null) continue;
    const sequence = 'pg_get_serial_sequence($1, $2)';
    const { rows } = await source.query<{ last: number | null }>(`SELECT pg_sequence_last_value(${sequence}::regclass) AS last`, [name, identityColumn]);
    const last = Math.max(rows[0]?.last ?? 0, moved.get(name)?.highestId ?? 0);
    if (last > 0) await target.owner.query(`SELECT setval(${sequence}::regclass, $3)`, [name, identityColumn, last]);
  }
}

/** Lets the planner know the new tables before the first server starts on them. `names` are quoted already. */
async function analyze(target: Database, names: string[]): Promise<void> {
  try {
    await target.owner.query(`ANALYZE ${names.join(', ')}`);
  } catch (error) {
    throw toDatabaseError(error);
  }
}
