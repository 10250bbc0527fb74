import { to as copyTo } from 'pg-copy-streams';
import { copyLines } from '../copy-lines.ts';
import type { MovedTable } from './list-moved-tables.ts';
import type { MoveSession } from './move-session.ts';

/** Some thousands of rows; the one bound of what is in memory, unless a single row is larger. */
const BATCH_BYTES = 4_000_000;
const LINE_END = 10;

/** The condition that a table's rows belong to this tenant; null: to nobody. */
export function ownedBy({ tenantColumn }: MovedTable, tenantId: number | null): string {
  return tenantColumn === null ? 'true' : `${tenantColumn} = ${String(tenantId)}`;
}

/**
 * Copies the rows of one table that one tenant has (null: a table without tenants), batch by batch.
 *
 * Both sessions must look at that tenant already. The rows travel as COPY's text and are inserted from a temporary table,
 * because COPY itself is refused where row-level security binds. `onBatch` hears how many rows each batch had; when it
 * throws, the copy ends there.
 */
export async function copyRows(source: MoveSession, target: MoveSession, table: MovedTable, tenantId: number | null, onBatch: (rows: number) => void): Promise<void> {
  const columns = table.columns.join(', ');
  await target.query(`CREATE TEMPORARY TABLE moving ON COMMIT DROP AS SELECT ${columns} FROM ${table.name} WITH NO DATA`);
  const rows = source.query(copyTo(`COPY (SELECT ${columns} FROM ${table.name} WHERE ${ownedBy(table, tenantId)}) TO STDOUT`));
  for await (const lines of toBatches(rows)) {
    await copyLines(target, 'moving', lines);
    const { rowCount } = await target.query(`INSERT INTO ${table.name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM moving`);
    onBatch(rowCount ?? 0);
    await target.query('TRUNCATE moving');
  }
  await target.query('DROP TABLE moving');
}

/** Cuts a stream of lines into texts of whole lines. A line end inside of a value is written as `\n` there. */
async function* toBatches(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    bytes += chunk.length;
    const end = chunk.lastIndexOf(LINE_END) + 1;
    if (bytes < BATCH_BYTES || end === 0) continue;
    const whole = Buffer.concat(waiting);
    const cut = whole.length - (chunk.length - end);
    yield whole.toString('utf8', 0, cut);
    waiting = [whole.subarray(cut)];
    bytes = whole.length - cut;
  }
  if (bytes > 0) yield Buffer.concat(waiting).toString('utf8');
}
