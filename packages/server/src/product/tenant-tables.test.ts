import { beforeAll, describe, expect, it } from 'vitest';
import { withTenant } from '../db/tenant-scope.ts';
import { testProduct } from '../testing/test-product.ts';
import { makeSurveyWorld, type SurveyWorld } from './survey-world.testing.ts';
import { listTenantTables } from './table-contents.testing.ts';

const product = await testProduct();
const { db } = product;
const tables = await listTenantTables(db);
let ann: SurveyWorld;
let ben: SurveyWorld;
beforeAll(async () => {
  ann = await makeSurveyWorld(product, 'Ann');
  ben = await makeSurveyWorld(product, 'Ben');
  // What the walk through the API leaves empty.
  await db.owner.query(`
    INSERT INTO import_refused_rows (tenant_id, import_id, row_number, code, reason, cells)
    SELECT tenant_id, id, 1, 'not_a_date', 'made up', '[]' FROM imports WHERE id IN ($1, $2)`, [ann.importId, ben.importId]);
  await db.owner.query(`INSERT INTO response_erasures (tenant_id, erased_in, response_ids) SELECT id, pg_current_xact_id(), '{}' FROM tenants`);
  await db.owner.query('INSERT INTO pending_responses (tenant_id, response_id) SELECT tenant_id, min(id) FROM form_responses GROUP BY tenant_id ON CONFLICT DO NOTHING');
  await db.owner.query(`INSERT INTO idempotency_keys (tenant_id, operation, key, request_hash, answer) SELECT id, 'x', 'y', 'z', '{}' FROM tenants`);
});

const countAs = async (table: string): Promise<number> => Number((await db.app.query<{ count: number }>(`SELECT count(*) AS count FROM "${table}"`)).rows[0]?.count);
const rowsOf = async (table: string, column: string, tenantId: number): Promise<number> =>
  Number((await db.owner.query<{ count: number }>(`SELECT count(*) AS count FROM "${table}" WHERE "${column}" = $1`, [tenantId])).rows[0]?.count);

describe('tables with a tenant', () => {
  it('are all but the ones of sign-in and of the migrations', async () => {
    const { rows } = await db.owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' WHERE relkind IN ('r', 'p') ORDER BY 1`,
    );
    const known = tables.map(({ table }) => table);
    expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual(['likeness_migrations']);
  });

  it('all force row-level security on everybody, their owner included, with a policy for reading and for writing', async () => {
    const { rows } = await db.owner.query(`
      SELECT c.relname AS table, c.relrowsecurity AS on, c.relforcerowsecurity AS forced,
        EXISTS (SELECT FROM pg_policies p WHERE p.tablename = c.relname AND p.cmd = 'ALL' AND p.qual LIKE '%current_tenant_id()%' AND p.with_check LIKE '%current_tenant_id()%') AS walled
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' WHERE c.relname = ANY($1) ORDER BY 1`, [tables.map(({ table }) => table)]);
    expect(rows).toEqual(tables.map(({ table }) => ({ table, on: true, forced: true, walled: true })));
  });

  it('are worked in as a role that can neither pass the walls nor take them down', async () => {
    const { rows } = await db.app.query(`
      SELECT r.rolsuper, r.rolbypassrls, bool_or(pg_has_role(current_user, c.relowner, 'member')) AS owns
      FROM pg_roles r, pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      WHERE r.rolname = current_user AND c.relkind = 'r' GROUP BY 1, 2`);
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owns: false }]);
  });

  it.each(tables)('$table shows nothing before a tenant is named, and then only that tenant’s rows', async ({ table, column }) => {
    expect(await rowsOf(table, column, ann.tenantId), 'the world has rows here').toBeGreaterThan(0);
    expect(await countAs(table)).toBe(0);
    const visible = await withTenant(db, ben.tenantId, async (_trx, session) => (await session.query(`SELECT DISTINCT "${column}" AS tenant FROM "${table}"`)).rows);
    expect(visible).toEqual([{ tenant: ben.tenantId }]);
  });

  it.each(tables)('$table refuses rows for another tenant, new or moved, and leaves the others’ alone', async ({ table, column }) => {
    const before = await rowsOf(table, column, ann.tenantId);
    const asBen = (statement: string) => withTenant(db, ben.tenantId, async (_trx, session) => (await session.query(statement)).rowCount);
    const columns = (await db.owner.query<{ name: string }>(`SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`, [table])).rows.map(({ name }) => name);
    const list = columns.map((name) => `"${name}"`).join(', ');
    const moved = columns.map((name) => (name === column ? String(ann.tenantId) : `"${name}"`)).join(', ');
    await expect(asBen(`INSERT INTO "${table}" (${list}) SELECT ${moved} FROM "${table}" LIMIT 1`)).rejects.toThrow();
    await expect(asBen(`UPDATE "${table}" SET "${column}" = ${ann.tenantId}`)).rejects.toThrow();
    expect(await asBen(`UPDATE "${table}" SET "${column}" = "${column}" WHERE "${column}" = ${ann.tenantId}`)).toBe(0);
    expect(await asBen(`DELETE FROM "${table}" WHERE "${column}" = ${ann.tenantId}`)).toBe(0);
    await expect(db.app.query(`INSERT INTO "${table}" (${list}) VALUES (${columns.map((name) => (name === column ? ann.tenantId : 'DEFAULT')).join(', ')})`)).rejects.toThrow(/row-level security|permission denied|null value/);
    expect(await rowsOf(table, column, ann.tenantId)).toBe(before);
  });
});
