import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { SCHEMA_FILE, describeSchema } from './schema-file.ts';

const db = await testDatabase();

describe('schema.sql', () => {
  it('is what the migrations make; else run "npm run schema" and commit the file', async () => {
    expect(await readFile(SCHEMA_FILE, 'utf8')).toBe(await describeSchema(db.owner));
  });

  it('changes with the schema', async () => {
    const before = await describeSchema(db.owner);
    await db.owner.query('ALTER TABLE forms NO FORCE ROW LEVEL SECURITY');
    expect(await describeSchema(db.owner)).not.toBe(before);
    await db.owner.query('ALTER TABLE forms FORCE ROW LEVEL SECURITY');
  });
});

describe('every table', () => {
  it('that carries a tenant is behind a forced wall, and leads its keys and indexes with the tenant', async () => {
    const { rows } = await db.owner.query(`
      SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
      WHERE c.relnamespace::regnamespace::text !~ '^pg_|^information_schema$' AND c.relkind IN ('r', 'p')
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`);
    expect(rows).toEqual([]);
    const primaryKeys = await db.owner.query(`
      SELECT i.indexrelid::regclass::text AS name FROM pg_index i
      JOIN pg_attribute t ON t.attrelid = i.indrelid AND t.attname = 'tenant_id'
      WHERE i.indisprimary AND i.indkey[0] <> t.attnum`);
    expect(primaryKeys.rows).toEqual([]);
  });

  it('is bound for the role the server works as', async () => {
    const { rows } = await db.app.query(`
      SELECT current_user AS role, rolsuper OR rolbypassrls AS "walksThroughWalls",
        has_table_privilege('forms', 'INSERT') AS "mayWrite", has_table_privilege('likeness_migrations', 'DELETE') AS "mayForgetMigrations"
      FROM pg_roles WHERE rolname = current_user`);
    expect(rows).toEqual([{ role: 'likeness_app', walksThroughWalls: false, mayWrite: true, mayForgetMigrations: false }]);
  });
});
