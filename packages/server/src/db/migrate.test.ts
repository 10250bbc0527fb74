import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { emptyDatabaseUrl } from '../testing/index.ts';
import { openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';

async function emptyDatabase(): Promise<Database> {
  const db = await openDatabase({ url: await emptyDatabaseUrl() });
  onTestFinished(() => db.close());
  return db;
}

async function folderWith(files: Record<string, string>): Promise<URL> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'likeness-migrations-'));
  onTestFinished(() => fs.rm(folder, { recursive: true }));
  await Promise.all(Object.entries(files).map(([name, sql]) => fs.writeFile(path.join(folder, name), sql)));
  return pathToFileURL(`${folder}/`);
}

const ONE = { '0001-one.sql': 'CREATE TABLE one (n int);' };
const TWO = { ...ONE, '0002-two.sql': 'CREATE TABLE two (n int); INSERT INTO one VALUES (2);' };

describe('migrate', () => {
  it('applies all of this release once, and lets the server’s role work with it', async () => {
    const db = await emptyDatabase();
    const names = (await readMigrations()).map((file) => file.name);
    expect(await migrate(db)).toEqual(names);
    expect(await migrate(db)).toEqual([]);
    expect((await db.app.query('SELECT count(*) AS n FROM cx_personas')).rows).toEqual([{ n: 0 }]);
  });

  it('applies each file once when several servers start together', async () => {
    const db = await emptyDatabase();
    const folder = await folderWith(TWO);
    const results = await Promise.all([1, 2, 3, 4].map(() => migrate(db, folder)));
    expect(results.flat()).toEqual(['0001-one.sql', '0002-two.sql']);
    expect((await db.owner.query('SELECT n FROM one')).rows).toEqual([{ n: 2 }]);
  });

  it('keeps nothing of a file that fails, and everything before it', async () => {
    const db = await emptyDatabase();
    const folder = await folderWith({ ...ONE, '0002-two.sql': 'CREATE TABLE two (n int); SELECT nothing;' });
    await expect(migrate(db, folder)).rejects.toMatchObject({ code: 'migration_refused', message: expect.stringMatching(/0002-two\.sql failed.*"nothing"/) });
    expect((await db.owner.query(`SELECT to_regclass('one') IS NULL AS one, to_regclass('two') IS NULL AS two`)).rows).toEqual([{ one: false, two: true }]);
    expect(await migrate(db, await folderWith(TWO))).toEqual(['0002-two.sql']);
  });

  it.each([
    ['was changed since', { '0001-one.sql': 'CREATE TABLE one (n bigint);' }, /0001-one\.sql was changed/],
    ['is unknown to this release', {}, /0001-one\.sql, which this release does not know/],
    ['would have to go before', { ...ONE, '0000-zero.sql': 'SELECT 1' }, /0000-zero\.sql comes before 0001-one\.sql/],
  ])('refuses when a file %s', async (_what, files, message) => {
    const db = await emptyDatabase();
    await migrate(db, await folderWith(ONE));
    await expect(migrate(db, await folderWith(files))).rejects.toMatchObject({ code: 'migration_refused', message: expect.stringMatching(message) });
  });

  it('does not mind other line ends', async () => {
    const db = await emptyDatabase();
    await migrate(db, await folderWith({ '0001-one.sql': 'CREATE TABLE one\n(n int);\n' }));
    expect(await migrate(db, await folderWith({ '0001-one.sql': 'CREATE TABLE one\r\n(n int);\r\n' }))).toEqual([]);
  });
});

describe('readMigrations', () => {
  it('refuses bad names and numbers used twice', async () => {
    await expect(readMigrations(await folderWith({ '1-one.sql': '' }))).rejects.toThrow('NNNN-words.sql, not 1-one.sql');
    await expect(readMigrations(await folderWith({ '0001-a.sql': '', '0001-b.sql': '' }))).rejects.toThrow('number 0001');
  });

  it('finds a header in every migration that says why, which locks, and whether the previous release can go on', async () => {
    for (const { name, sql } of await readMigrations()) {
      const header = sql.slice(0, sql.search(/^[^-\n]/m));
      expect(header, name).toMatch(/-- What: [^]*-- Why: [^]*-- Locks: [^]*-- Safe with the previous release: /);
    }
  });
});
