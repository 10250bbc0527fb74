import type { Database } from '../db/database.ts';

/** Every row of one tenant in every table, as text and sorted, by table. Seen past all walls, as the owner. */
export async function readTenantTables(db: Database, tenantId: number): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {};
  for (const { table, column } of await listTenantTables(db)) {
    const { rows } = await db.owner.query<{ row: string }>(`SELECT t::text AS row FROM "${table}" t WHERE t."${column}" = $1 ORDER BY 1`, [tenantId]);
    contents[table] = rows.map(({ row }) => row);
  }
  return contents;
}

/** Every table whose rows belong to a tenant, from the catalog, with the column that says to which. */
export async function listTenantTables(db: Database): Promise<{ table: string; column: string }[]> {
  const { rows } = await db.owner.query<{ table: string; column: string }>(`
    SELECT c.relname AS table, CASE c.relname WHEN 'tenants' THEN 'id' ELSE 'tenant_id' END AS column
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    WHERE c.relkind IN ('r', 'p')
      AND (c.relname = 'tenants' OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped))
    ORDER BY 1`);
  return rows;
}

/** What all tables hold, as one short text that changes with any row of any of them. */
export async function fingerprintTables(db: Database): Promise<string> {
  const queries = (await listTenantTables(db)).map(({ table }) => `SELECT '${table}' AS name, count(*) AS rows, coalesce(sum(hashtextextended(t::text, 0)), 0) AS hash FROM "${table}" t`);
  const { rows } = await db.owner.query<{ name: string; rows: number; hash: string }>(`${queries.join(' UNION ALL ')} ORDER BY 1`);
  return rows.map(({ name, rows: count, hash }) => `${name} ${count} ${hash}`).join('\n');
}
