import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../config.ts';
import { openDatabase } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { readTenant } from '../db/tenant-scope.ts';
import { openInstallation } from '../open-installation.ts';
import { emptyDatabaseUrl } from '../testing/index.ts';
import { newTenant } from '../testing/new-tenant.ts';
import { runLikeness } from './likeness.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('likeness migrate', () => {
  const before = { ...process.env };
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'likeness-move-'));
    // The account that PostgreSQL runs as must get in.
    chmodSync(folder, 0o711);
    process.env['LIKENESS_DATA'] = folder;
    delete process.env['DATABASE_URL'];
  });
  afterEach(() => {
    for (const name of ['LIKENESS_DATA', 'DATABASE_URL']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(args: string[], signal = new AbortController().signal) {
    const [out, err] = [new PassThrough(), new PassThrough()];
    const code = await runLikeness(['migrate', ...args], { out, err, in: Readable.from([]), cwd: folder, signal });
    out.end();
    err.end();
    return { code, out: await text(out), err: await text(err) };
  }

  /** A database with one tenant, as `DATABASE_URL`. */
  async function externalSource(): Promise<void> {
    process.env['DATABASE_URL'] = await emptyDatabaseUrl();
    const db = await openDatabase({ url: process.env['DATABASE_URL'] });
    await migrate(db);
    await newTenant(db);
    await db.close();
  }

  it('moves the database in the data folder, but not while a server runs on it', async () => {
    const own = await openInstallation(readConfig(), { whenInUse: 'refuse', log });
    const { tenantId } = await newTenant(own.db);
    const to = await emptyDatabaseUrl();
    const refused = await run(['--to', to]);
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^likeness migrate: Likeness is running already on .*Stop it first/) });
    await own.close();

    const { code, out } = await run(['--to', to]);
    expect(code).toBe(0);
    expect(out).toMatch(/^table +source +target +rows\n/);
    expect(out).toMatch(/\npublic\.tenants +1 +1 +same\n/);
    expect(out).toMatch(/\n\nEverything is in likeness@127\.0\.0\.1:\d+\/test_\w+, counted and compared\. Start the server with DATABASE_URL set to it\.\n$/);
    const target = await openDatabase({ url: to });
    onTestFinished(() => target.close());
    expect(await readTenant(target, tenantId, (trx) => trx.selectFrom('tenants').select('id').execute())).toEqual([{ id: tenantId }]);
    expect(await run(['--to', to])).toMatchObject({ code: 1, err: expect.stringContaining('The target is in use: it holds 1 tenant and 0 people.') });
  }, 60_000);

  it('moves from one server to another, and says without --to that it is up to date', async () => {
    await externalSource();
    expect(await run([])).toMatchObject({ code: 0, out: expect.stringMatching(/^The database \(PostgreSQL \S+\) is up to date\.\n$/) });
    expect(await run(['--to', await emptyDatabaseUrl()])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Everything is in ') });
  });

  it('says when it was stopped', async () => {
    await externalSource();
    expect(await run(['--to', await emptyDatabaseUrl()], AbortSignal.abort())).toEqual({ code: 130, out: '', err: 'likeness migrate: Stopped; nothing was moved.\n' });
  });

  it.each([
    [['--to', 'localhost/likeness'], 1, /^likeness migrate: --to is not a URL; it should look like postgres:/],
    [['--to', 'postgres://ann:hunter2@127.0.0.1:1/likeness'], 1, /No database server answers at ann@127\.0\.0\.1:1\/likeness \(ECONNREFUSED\)/],
    [['--to'], 2, /--to/],
    [['--from', 'postgres://localhost/a'], 2, /--from/],
  ])('refuses %j', async (args, code, message) => {
    const answer = await run(args);
    expect(answer).toMatchObject({ code, out: '', err: expect.stringMatching(message) });
    expect(answer.err).not.toContain('hunter2');
  });
});
