import net from 'node:net';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { emptyDatabaseUrl, testServerUrl } from '../testing/index.ts';
import { findServerFacts } from './connect.ts';
import { describeDatabase } from './connection-settings.ts';
import { openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { readTenant, withTenant } from './tenant-scope.ts';

async function open(url: string): Promise<Database> {
  const db = await openDatabase({ url });
  onTestFinished(() => db.close());
  return db;
}

const administrator = new pg.Pool({ connectionString: testServerUrl(), max: 1 });
afterAll(() => administrator.end());

/** A role with these rights that owns the database of `url`; answers the URL to come in as it. */
async function ownedBy(rights: string, url: string): Promise<string> {
  const role = `owner_${randomBytes(4).toString('hex')}`;
  const database = new URL(url).pathname.slice(1);
  await administrator.query(`CREATE ROLE ${role} LOGIN ${rights}`);
  onTestFinished(async () => {
    await administrator.query(`ALTER DATABASE ${database} OWNER TO CURRENT_USER`);
    const inside = new pg.Client({ connectionString: url });
    await inside.connect();
    await inside.query(`DROP OWNED BY ${role} CASCADE`);
    await inside.end();
    await administrator.query(`DROP ROLE ${role}`);
  });
  await administrator.query(`ALTER DATABASE ${database} OWNER TO ${role}`);
  const owned = new URL(url);
  owned.username = role;
  return owned.href;
}

async function proveWalls(db: Database): Promise<void> {
  await migrate(db);
  for (const id of [1, 2]) await withTenant(db, id, (trx) => trx.insertInto('tenants').values({ id, name: `Tenant ${id}` }).execute());
  expect(await readTenant(db, 1, (trx) => trx.selectFrom('tenants').select('id').execute())).toEqual([{ id: 1 }]);
  expect((await db.app.query('SELECT id FROM tenants')).rows).toEqual([]);
  await expect(withTenant(db, 1, (trx) => trx.insertInto('forms').values({ tenant_id: 2, name: 'Intruder' }).execute())).rejects.toMatchObject({ code: 'forbidden' });
}

describe('the role the server works as', () => {
  it('is one it steps down to, when it came in as a superuser', async () => {
    const db = await open(await emptyDatabaseUrl());
    expect(db.appRole).toEqual({ name: 'likeness_app', isStepDown: true });
    await proveWalls(db);
  });

  it('is the one it came in as, when the walls bind that already', async () => {
    const db = await open(await ownedBy('', await emptyDatabaseUrl()));
    expect(db.appRole.isStepDown).toBe(false);
    await proveWalls(db);
    expect((await db.owner.query('SELECT id FROM tenants')).rows).toEqual([]);
  });

  it('is stepped down to from BYPASSRLS, when it may be taken', async () => {
    const url = await ownedBy('BYPASSRLS CREATEROLE', await emptyDatabaseUrl());
    await administrator.query(`GRANT likeness_app TO ${new URL(url).username}`);
    const db = await open(url);
    expect(db.appRole).toEqual({ name: 'likeness_app', isStepDown: true });
    await proveWalls(db);
  });

  it('is refused with what to run, when it bypasses the walls and may not step down', async () => {
    const url = await ownedBy('BYPASSRLS', await emptyDatabaseUrl());
    const role = new URL(url).username;
    await expect(openDatabase({ url })).rejects.toMatchObject({ code: 'role_refused', message: expect.stringContaining(`GRANT likeness_app TO "${role}"`) });
  });
});

describe('openDatabase', () => {
  it.each(['', 'localhost:5432/db', 'mysql://localhost/db', '/var/run/postgresql'])('refuses the URL "%s"', async (url) => {
    await expect(openDatabase({ url })).rejects.toMatchObject({ code: 'url_invalid', message: expect.stringContaining('postgres://') });
  });

  it('says that no server answers, without the password', async () => {
    const probe = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => probe.once('listening', resolve));
    const { port } = probe.address() as net.AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const failure = openDatabase({ url: `postgres://ann:hunter2@127.0.0.1:${port}/surveys` });
    await expect(failure).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining(`ann@127.0.0.1:${port}/surveys (ECONNREFUSED)`) });
    await expect(failure).rejects.not.toThrow('hunter2');
  });

  it('says that there is no such database', async () => {
    const url = new URL(testServerUrl());
    url.pathname = '/no_such_database';
    await expect(openDatabase({ url: url.href })).rejects.toMatchObject({ code: 'database_missing' });
  });

  it('says that the role is refused', async () => {
    const url = new URL(testServerUrl());
    url.username = 'nobody_we_know';
    await expect(openDatabase({ url: url.href })).rejects.toMatchObject({ code: 'password_refused' });
  });

  it('refuses a server older than 15', async () => {
    // No such server is at hand; its answer is enough.
    const answer = { rows: [{ versionNumber: 140_012, versionText: '14.12', role: 'ann', database: 'surveys', isSuperuser: false, bypassesRowSecurity: false }] };
    const old = { query: async () => answer } as unknown as pg.Pool;
    await expect(findServerFacts(old, 'postgres://ann@db.example/surveys')).rejects.toMatchObject({
      code: 'server_too_old',
      message: 'PostgreSQL at ann@db.example:5432/surveys is version 14.12; Likeness needs 15 or later',
    });
  });

  it('keeps the startup options of the URL', async () => {
    const url = new URL(await emptyDatabaseUrl());
    url.searchParams.set('options', '-c statement_timeout=1234');
    const db = await open(url.href);
    const { rows } = await db.app.query(`SELECT current_setting('statement_timeout') AS timeout, current_user AS role`);
    expect(rows).toEqual([{ timeout: '1234ms', role: 'likeness_app' }]);
  });

  it('survives the loss of an idle connection', async () => {
    const lost: Error[] = [];
    const db = await openDatabase({ url: await emptyDatabaseUrl(), appPoolSize: 1, onError: (error) => lost.push(error) });
    onTestFinished(() => db.close());
    const { rows } = await db.app.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await administrator.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await expect.poll(() => lost.length).toBeGreaterThan(0);
    expect((await db.app.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});

describe('describeDatabase', () => {
  it('never shows a password', () => {
    expect(describeDatabase('postgres://ann:secret@db.example/surveys')).toBe('ann@db.example:5432/surveys');
    expect(describeDatabase('postgresql:///surveys?host=/var/run/postgresql')).toBe('/var/run/postgresql:5432/surveys');
  });
});
