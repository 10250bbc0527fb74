import { ownedBy } from './copy-rows.ts';
import type { MovedTable } from './list-moved-tables.ts';
import { MoveError } from './move-error.ts';
import type { MoveSession } from './move-session.ts';

/** `highestId` is 0 where there are no rows, or no column that numbers them. */
export type ComparedRows = { rows: number; highestId: number };

type Digest = { rows: number; checksum: string; highestId: number };

/**
 * Are the rows of one tenant (null: a table without tenants) the same at both ends? Answers how many there are.
 *
 * Compares the number of rows and the sum of a checksum of each (the first 60 bits of MD5 of its text), which does not
 * depend on order, release or machine. Both sessions must look at that tenant.
 * Throws `MoveError('copies_differ')` when they are not.
 */
export async function compareRows(source: MoveSession, target: MoveSession, table: MovedTable, tenantId: number | null): Promise<ComparedRows> {
  const query = digestQuery(table, tenantId);
  const [sent, arrived] = await Promise.all([readDigest(source, query), readDigest(target, query)]);
  if (sent.rows !== arrived.rows || sent.checksum !== arrived.checksum) {
    throw new MoveError('copies_differ', `${table.name}${tenantId === null ? '' : ` of tenant ${tenantId}`} did not arrive as it was: ` +
      `${sent.rows} rows with the checksum ${sent.checksum} were sent, ${arrived.rows} with ${arrived.checksum} arrived. Nothing was moved`);
  }
  return { rows: sent.rows, highestId: sent.highestId };
}

function digestQuery(table: MovedTable, tenantId: number | null): string {
  const highest = table.identityColumn === null ? '0::bigint' : `coalesce(max(${table.identityColumn}), 0)`;
  return `
    SELECT count(*) AS rows, ${highest} AS "highestId",
      coalesce(sum(('x' || left(md5(ROW(${table.columns.join(', ')})::text), 15))::bit(60)::bigint), 0)::text AS checksum
    FROM ${table.name} WHERE ${ownedBy(table, tenantId)}`;
}

async function readDigest(session: MoveSession, query: string): Promise<Digest> {
  const { rows } = await session.query<Digest>(query);
  const [digest] = rows;
  if (digest === undefined) throw new Error('An aggregate answered no row');
  return digest;
}
