import type { MoveSession } from './move-session.ts';

/**
 * A table that a move copies, with names quoted for SQL.
 *
 * `tenantColumn` says which tenant a row belongs to; null in the `identity` schema, whose rows belong to none. `columns`
 * leaves out what the database computes itself. `shape` is the same text for tables with the same columns in any order.
 * `references` names the tables that must be filled before it.
 */
export type MovedTable = {
  name: string;
  tenantColumn: string | null;
  columns: string[];
  identityColumn: string | null;
  shape: string;
  references: string[];
};

/**
 * Which tables hold what is to be moved? From the catalogs, so that none can be forgotten: the `identity` schema, and of
 * the schema `public` the tenants and every table with a `tenant_id`.
 *
 * In an order in which rows can be inserted: those of `identity` first, and a table after all that it references.
 * The job queue (made anew by the next start), the list of migrations, tables of extensions and those that mean something
 * on their own server only are not among them.
 */
export async function listMovedTables(session: MoveSession): Promise<MovedTable[]> {
  const { rows } = await session.query<MovedTable>(TABLES);
  const ofNobody = rows.filter(({ tenantColumn }) => tenantColumn === null);
  const ofTenants = rows.filter(({ tenantColumn }) => tenantColumn !== null);
  return [...sortByReferences(ofNobody), ...sortByReferences(ofTenants)];
}

// Says by numbers of the server's own transactions what its running processes have yet to forget.
const NOT_MOVED = `('public.response_erasures'::regclass)`;

const TABLES = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name,
    CASE WHEN n.nspname = 'identity' THEN NULL WHEN c.relname = 'tenants' THEN 'id' ELSE 'tenant_id' END AS "tenantColumn",
    a.columns, a."identityColumn", a.shape,
    ARRAY(SELECT DISTINCT format('%I.%I', rn.nspname, r.relname)
      FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid JOIN pg_namespace rn ON rn.oid = r.relnamespace
      WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.confrelid <> c.oid) AS references
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  CROSS JOIN LATERAL (
    SELECT array_agg(quote_ident(attname) ORDER BY attnum) AS columns,
      max(quote_ident(attname)) FILTER (WHERE attidentity <> '') AS "identityColumn",
      string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY attname COLLATE "C") AS shape,
      bool_or(attname = 'tenant_id') AS "hasTenant"
    FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') a
  WHERE c.oid NOT IN ${NOT_MOVED} AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    AND (n.nspname = 'identity' OR (n.nspname = 'public' AND (c.relname = 'tenants' OR a."hasTenant")))
  ORDER BY n.nspname, c.relname`;

/** Each table after those it references; references to tables outside of the list do not count. Throws for a circle. */
function sortByReferences(tables: MovedTable[]): MovedTable[] {
  const sorted: MovedTable[] = [];
  const waiting = new Map(tables.map((table) => [table.name, table]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ references }) => !references.some((name) => waiting.has(name)));
    if (ready.length === 0) throw new Error(`These tables reference each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const table of ready) waiting.delete(table.name);
    sorted.push(...ready);
  }
  return sorted;
}
