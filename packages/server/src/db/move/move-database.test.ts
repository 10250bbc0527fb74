import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openJobQueue } from '../../jobs/job-queue.ts';
import { makeSurveyWorld, type SurveyWorld } from '../../product/survey-world.testing.ts';
import { emptyDatabaseUrl, testDatabase, testServerUrl } from '../../testing/index.ts';
import { newTenant } from '../../testing/new-tenant.ts';
import { dropDatabase } from '../../testing/server-databases.ts';
import { testProduct } from '../../testing/test-product.ts';
import { openDatabase, type Database } from '../database.ts';
import { readTenant, withTenant } from '../tenant-scope.ts';
import { moveDatabase } from './move-database.ts';

const product = await testProduct();
const source = product.db;
const unstopped = { signal: new AbortController().signal };
let ann: SurveyWorld;
beforeAll(async () => {
  ann = await makeSurveyWorld(product, 'Ann');
  await makeSurveyWorld(product, 'Ben');
});

async function open(url: string): Promise<Database> {
  const db = await openDatabase({ url });
  onTestFinished(() => db.close());
  return db;
}

/** An empty database whose role is bound by row-level security, and nothing but its owner. */
async function plainOwnerUrl(): Promise<string> {
  const role = `owner_${randomBytes(4).toString('hex')}`;
  await asAdministrator(testServerUrl(), `CREATE ROLE ${role} LOGIN`);
  // Hooks run in reverse order: after the database is gone.
  afterAll(() => asAdministrator(testServerUrl(), `DROP ROLE ${role}`));
  const url = new URL(await emptyDatabaseUrl());
  await asAdministrator(testServerUrl(), `ALTER DATABASE ${url.pathname.slice(1)} OWNER TO ${role}`);
  url.username = role;
  return url.href;
}

async function asAdministrator<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const inside = new URL(testServerUrl());
  inside.pathname = new URL(url).pathname;
  const client = new pg.Client({ connectionString: inside.href });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** What all tables hold but those that are not to be moved, seen past all walls. */
async function contentsOf({ url }: Database): Promise<Record<string, string>> {
  const tables = await asAdministrator<{ name: string }>(url, `
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema', 'pgboss') AND table_name NOT IN ('likeness_migrations', 'response_erasures') ORDER BY 1`);
  const contents: Record<string, string> = {};
  for (const { name } of tables) {
    const [found] = await asAdministrator<{ text: string }>(url, `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS text FROM ${name} t`);
    contents[name] = found?.text ?? '';
  }
  return contents;
}

describe('moveDatabase', () => {
  it('moves everything of all tenants to a server that it enters as superuser', async () => {
    const target = await open(await emptyDatabaseUrl());
    const moved = await moveDatabase(source, target, unstopped);
    const contents = await contentsOf(target);
    expect(contents).toEqual(await contentsOf(source));
    expect(Object.fromEntries(moved.map(({ table, rows }) => [table, rows]))).toEqual(
      Object.fromEntries(Object.entries(contents).map(([table, text]) => [table, Number(text.split(' ')[0])])));
    expect(moved.filter(({ rows }) => rows > 0).length).toBeGreaterThan(15);
    expect((await target.app.query('SELECT count(*) AS n FROM tenants')).rows).toEqual([{ n: 0 }]);
  });

  it('moves to a plain owner whom row-level security binds, and from there on', async () => {
    const owned = await open(await plainOwnerUrl());
    expect(owned.appRole.isStepDown).toBe(false);
    await moveDatabase(source, owned, unstopped);
    const contents = await contentsOf(source);
    expect(await contentsOf(owned)).toEqual(contents);
    const other = await open(await plainOwnerUrl());
    await moveDatabase(owned, other, unstopped);
    expect(await contentsOf(other)).toEqual(contents);
  });

  it.each([['superuser', emptyDatabaseUrl], ['plain owner', plainOwnerUrl]])('goes on with ids that were never given, as %s', async (_who, url) => {
    const before = await withTenant(source, ann.tenantId, async (trx) => {
      const form = await trx.insertInto('forms').values({ tenant_id: ann.tenantId, name: 'Deleted' }).returning('id').executeTakeFirstOrThrow();
      await trx.deleteFrom('forms').where('tenant_id', '=', ann.tenantId).where('id', '=', form.id).execute();
      return form.id;
    });
    const target = await open(await url());
    await moveDatabase(source, target, unstopped);
    const next = await withTenant(target, ann.tenantId, (trx) =>
      trx.insertInto('forms').values({ tenant_id: ann.tenantId, name: 'New' }).returning('id').executeTakeFirstOrThrow());
    expect(next.id).toBe(before + 1);
    const { rows } = await target.app.query<{ id: number }>(`SELECT nextval(pg_get_serial_sequence('tenants', 'id')) AS id`);
    expect(rows[0]?.id).toBeGreaterThan(ann.tenantId + 1);
  });

  it('goes on after ids that were given by hand', async () => {
    const [from, to] = [await testDatabase(), await testDatabase()];
    const { tenantId } = await newTenant(from);
    await withTenant(from, tenantId, (trx) => trx.insertInto('forms').values({ tenant_id: tenantId, id: 500, name: 'By hand' }).execute());
    await moveDatabase(from, to, unstopped);
    expect((await to.app.query(`SELECT nextval(pg_get_serial_sequence('tenants', 'id')) AS tenant, nextval(pg_get_serial_sequence('forms', 'id')) AS form`)).rows).toEqual([{ tenant: tenantId + 1, form: 501 }]);
  });
});

/** Two tables that a later release could add, the first in the alphabet referencing the second. */
const LATER_TABLES = `
  CREATE TABLE shelves (tenant_id bigint NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY, PRIMARY KEY (tenant_id, id));
  CREATE TABLE books (
    tenant_id bigint NOT NULL, shelf_id bigint NOT NULL, "order" int, "Any ""text""" text, pages text[], cover bytea, weight double precision, price numeric, read_at timestamptz, lent interval,
    notes jsonb, letters int GENERATED ALWAYS AS (length("Any ""text""")) STORED,
    FOREIGN KEY (tenant_id, shelf_id) REFERENCES shelves (tenant_id, id));
  DO $$ DECLARE t text; BEGIN
    FOREACH t IN ARRAY ARRAY['shelves', 'books'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %I FORCE ROW LEVEL SECURITY', t, t);
      EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id())', t);
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO PUBLIC', t);
      EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO PUBLIC');
    END LOOP;
  END $$;`;

const AWKWARD_BOOKS = `
  INSERT INTO shelves (tenant_id, id) OVERRIDING SYSTEM VALUE SELECT id, 7 FROM tenants;
  INSERT INTO books SELECT t.id, 7, v.* FROM tenants t, (VALUES
    (1, E'tab\\t line\\nend \\\\. \\\\N \\r back\\\\slash "q" 𝕌 é', ARRAY['a,b', NULL, '{"}'], '\\x00ff0a5c'::bytea, 0.1::float8 + 0.2, 1.10::numeric, '0044-03-15 12:00:00 BC'::timestamptz, '1 mon -3 days 4:05:06.789'::interval, '{"a": [1.00, null, "\\u00e9\\n"]}'::jsonb),
    (NULL, NULL, NULL, '', 'NaN', 'NaN', 'infinity', NULL, 'null'),
    (2, '', '{}', '\\x', '-0', 1e30, '-infinity', '0', '"\\\\N"'),
    (3, '\\N', '{}', '\\x5c2e', '5e-324', -0.000, '2026-11-22 03:04:05.678901+05:30', '-1 year', '{}')) v;`;

describe('tables of later releases', () => {
  async function bothEnds(): Promise<[Database, Database]> {
    const from = await testDatabase();
    for (const name of ['Ann', 'Ben']) await newTenant(from, { name });
    await asAdministrator(from.url, LATER_TABLES);
    return [from, await testDatabase()];
  }

  it('are moved as well, whatever is in them', async () => {
    const [from, to] = await bothEnds();
    await asAdministrator(from.url, AWKWARD_BOOKS);
    await asAdministrator(to.url, LATER_TABLES);
    const moved = await moveDatabase(from, to, unstopped);
    expect(moved).toEqual(expect.arrayContaining([{ table: 'public.books', rows: 8 }, { table: 'public.shelves', rows: 2 }]));
    expect(await contentsOf(to)).toEqual(await contentsOf(from));
  });

  it('are moved in batches between which it can be stopped, and progress is told', async () => {
    const [from, to] = await bothEnds();
    await asAdministrator(to.url, LATER_TABLES);
    await asAdministrator(from.url, `
      INSERT INTO shelves (tenant_id, id) OVERRIDING SYSTEM VALUE SELECT id, 7 FROM tenants;
      INSERT INTO books (tenant_id, shelf_id, "order", "Any ""text""") SELECT t.id, 7, n, repeat(E'é\\n', 100 + n % 900) FROM tenants t, generate_series(1, 9000) n;
      INSERT INTO books (tenant_id, shelf_id, "Any ""text""") SELECT id, 7, repeat(E'x\\n', 5000000) FROM tenants;`);
    const stop = new AbortController();
    const stopped = moveDatabase(from, to, { signal: stop.signal, onProgress: (rows) => rows > 2000 && stop.abort(new Error('enough')) });
    await expect(stopped).rejects.toThrow('enough');
    const told: number[] = [];
    await moveDatabase(from, to, { ...unstopped, onProgress: (rows) => told.push(rows) });
    expect(new Set(told).size).toBeGreaterThan(6);
    expect(told.at(-1)).toBeGreaterThan(18_000);
    expect(await contentsOf(to)).toEqual(await contentsOf(from));
  });

  it('stop a move to a target that lacks them, or has them otherwise', async () => {
    const [from, to] = await bothEnds();
    await expect(moveDatabase(from, to, unstopped)).rejects.toMatchObject({ code: 'schemas_differ', message: expect.stringContaining('public.shelves is not in the target. Make it there') });
    await asAdministrator(to.url, `${LATER_TABLES} ALTER TABLE books ALTER COLUMN "order" TYPE bigint`);
    await expect(moveDatabase(from, to, unstopped)).rejects.toMatchObject({ code: 'schemas_differ', message: expect.stringMatching(/books has other columns[^]*"order" integer[^]*"order" bigint/) });
  });
});

describe('a move that cannot be', () => {
  const nothingIn = async (target: Database): Promise<void> => {
    expect([...new Set(Object.values(await contentsOf(target)))]).toEqual(['0 0']);
  };

  it('leaves a target alone that somebody uses', async () => {
    const target = await testDatabase();
    await newTenant(target);
    const before = await contentsOf(target);
    // A later release would have to migrate it first.
    await asAdministrator(target.url, `DELETE FROM likeness_migrations WHERE name LIKE '0005%'`);
    await expect(moveDatabase(source, target, unstopped)).rejects.toMatchObject({ code: 'target_in_use', message: expect.stringContaining('1 tenant and 0 people') });
    expect(await contentsOf(target)).toEqual(before);
    await expect(moveDatabase(source, source, unstopped)).rejects.toMatchObject({ code: 'target_in_use' });
  });

  it('is one from a source without tenants', async () => {
    await expect(moveDatabase(await testDatabase(), await testDatabase(), unstopped)).rejects.toMatchObject({ code: 'nothing_to_move' });
  });

  it('is one from a source that a server works on', async () => {
    const from = await testDatabase();
    await newTenant(from);
    const jobs = await openJobQueue({ db: from, log: { info: () => undefined, warn: () => undefined, error: () => undefined } });
    const target = await testDatabase();
    await expect(moveDatabase(from, target, unstopped)).rejects.toMatchObject({ code: 'source_in_use', message: expect.stringContaining('Stop every server') });
    await jobs.stop();
    await nothingIn(target);
    await moveDatabase(from, target, unstopped);
  });

  it('is one that a server joins before it is kept', async () => {
    const from = await testDatabase();
    await newTenant(from);
    const target = await testDatabase();
    const server = new pg.Client({ connectionString: from.url, application_name: 'likeness-jobs' });
    onTestFinished(() => server.end());
    let arrival: Promise<unknown> | undefined;
    const late = moveDatabase(from, target, { ...unstopped, onProgress: () => void (arrival ??= server.connect()) });
    await expect(late).rejects.toMatchObject({ code: 'source_in_use' });
    await nothingIn(target);
  });

  it('is one to a database that cannot hold every letter', async () => {
    const name = `test_${randomBytes(6).toString('hex')}`;
    await asAdministrator(testServerUrl(), `CREATE DATABASE ${name} ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`);
    afterAll(() => dropDatabase(testServerUrl(), name));
    const url = new URL(testServerUrl());
    url.pathname = `/${name}`;
    await expect(moveDatabase(source, await open(url.href), unstopped)).rejects.toMatchObject({ code: 'target_unusable', message: expect.stringContaining('SQL_ASCII') });
  });

  it('keeps nothing when it is stopped on the way', async () => {
    const target = await testDatabase();
    const stop = new AbortController();
    const stopped = moveDatabase(source, target, { signal: stop.signal, onProgress: (rows) => rows > 20 && stop.abort(new Error('enough')) });
    await expect(stopped).rejects.toThrow('enough');
    await nothingIn(target);
    await moveDatabase(source, target, unstopped);
    expect(await contentsOf(target)).toEqual(await contentsOf(source));
  });

  it('keeps nothing when rows do not arrive as they were sent', async () => {
    const target = await testDatabase();
    await asAdministrator(target.url, `
      CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.rule_outcomes := '?'; RETURN NEW; END $$;
      CREATE TRIGGER meddle BEFORE INSERT ON response_outcomes FOR EACH ROW EXECUTE FUNCTION meddle();`);
    await expect(moveDatabase(source, target, unstopped)).rejects.toMatchObject({ code: 'copies_differ', message: expect.stringMatching(/public\.response_outcomes of tenant \d+ did not arrive/) });
    await nothingIn(target);
  });

  it('keeps nothing when the target refuses a row', async () => {
    const target = await testDatabase();
    await asAdministrator(target.url, `ALTER TABLE events ADD CONSTRAINT events_none CHECK (false)`);
    await expect(moveDatabase(source, target, unstopped)).rejects.toMatchObject({ name: 'DatabaseError', constraint: 'events_none' });
    await nothingIn(target);
  });
});

it('moves what was there at its beginning, whatever is stored meanwhile', async () => {
  const from = await testDatabase();
  const { tenantId } = await newTenant(from);
  await withTenant(from, tenantId, (trx) => trx.insertInto('forms').values({ tenant_id: tenantId, name: 'Early' }).execute());
  const target = await testDatabase();
  let meanwhile: Promise<unknown> | undefined;
  await moveDatabase(from, target, {
    ...unstopped,
    onProgress: () => void (meanwhile ??= withTenant(from, tenantId, (trx) => trx.insertInto('forms').values({ tenant_id: tenantId, name: 'Late' }).execute())),
  });
  await meanwhile;
  expect(await readTenant(target, tenantId, (trx) => trx.selectFrom('forms').select('name').execute())).toEqual([{ name: 'Early' }]);
});
