import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmbedded } from './embedded-server.ts';
import type { EmbeddedOptions, EmbeddedServer } from './embedded-server.ts';
import { findPostmaster } from './postmaster-file.ts';

const WRITER = fileURLToPath(new URL('../../testing/write-until-killed.ts', import.meta.url));
const SCENARIO = { timeout: 60_000 };

function dataFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'likeness data '));
  fs.chmodSync(folder, 0o711);
  onTestFinished(async () => {
    const leftOver = findPostmaster(path.join(folder, 'postgres'));
    if (leftOver !== null) process.kill(leftOver.pid, 'SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

async function start(folder: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ folder, ...options });
  onTestFinished(() => server.stop());
  return server;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

/** A process that writes until it is killed; `acknowledged` grows with what it has said is committed. */
async function startWriter(folder: string, atLeast: number): Promise<{ child: ChildProcess; acknowledged: number[] }> {
  const child = spawn(process.execPath, [WRITER, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const acknowledged: number[] = [];
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The writer ended early with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      acknowledged.push(Number(line));
      if (acknowledged.length === atLeast) resolve();
    });
  });
  return { child, acknowledged };
}

const writtenOn = async (server: EmbeddedServer): Promise<number[]> => (await query(server.url, 'SELECT n FROM written ORDER BY n')).map(Number);

describe('startEmbedded', SCENARIO, () => {
  it('brings PostgreSQL 18 that asks for a password, folds letters of all languages, and keeps its data', async () => {
    const folder = dataFolder();
    const first = await start(folder);
    expect(first.origin).toBe('started');
    expect(await query(first.url, `SELECT current_setting('server_version_num')::int / 10000`)).toEqual([18]);
    expect(await query(first.url, `SELECT lower('ÉČΣ')`)).toEqual(['éčσ']);
    const anonymous = new URL(first.url);
    anonymous.password = 'guess';
    await expect(query(anonymous.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    await first.stop();
    await first.stop();
    const second = await start(folder);
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([42]);
    if (process.platform !== 'win32') expect(fs.statSync(path.join(folder, 'postgres.password')).mode & 0o777).toBe(0o600);
  });

  it('refuses a folder that another Likeness works on, but lets a command join', async () => {
    const folder = dataFolder();
    const writer = await startWriter(folder, 1);
    await expect(startEmbedded({ folder })).rejects.toMatchObject({ code: 'folder_in_use', message: expect.stringContaining(`process ${writer.child.pid}`) });
    const joined = await start(folder, { whenInUse: 'join' });
    expect(joined.origin).toBe('joined');
    await joined.stop();
    expect(await query(joined.url, 'SELECT 1')).toEqual([1]);
    writer.child.stdin?.end();
    expect(await once(writer.child, 'exit')).toEqual([0, null]);
    expect(findPostmaster(path.join(folder, 'postgres'))).toBeNull();
  });

  it('takes the running database up after our process was killed; nothing acknowledged is lost', async () => {
    const folder = dataFolder();
    const { child, acknowledged } = await startWriter(folder, 200);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const server = await start(folder);
    expect(server.origin).toBe('adopted');
    const written = await writtenOn(server);
    expect(acknowledged.filter((n) => !written.includes(n))).toEqual([]);
    await server.stop();
    expect(findPostmaster(path.join(folder, 'postgres'))).toBeNull();
  });

  it('recovers after PostgreSQL was killed during writes, at once; nothing acknowledged is lost', async () => {
    const folder = dataFolder();
    for (let round = 0; round < 2; round++) {
      const { child, acknowledged } = await startWriter(folder, 200);
      const exit = once(child, 'exit');
      process.kill(findPostmaster(path.join(folder, 'postgres'))?.pid ?? -1, 'SIGKILL');
      expect(await exit).toEqual([3, null]);
      const server = await start(folder);
      expect(server.origin).toBe('started');
      const written = await writtenOn(server);
      expect(acknowledged.filter((n) => !written.includes(n))).toEqual([]);
      await server.stop();
    }
  });

  it('recovers after both were killed', async () => {
    const folder = dataFolder();
    const { child, acknowledged } = await startWriter(folder, 100);
    child.kill('SIGKILL');
    process.kill(findPostmaster(path.join(folder, 'postgres'))?.pid ?? -1, 'SIGKILL');
    await once(child, 'exit');
    const written = await writtenOn(await start(folder));
    expect(acknowledged.filter((n) => !written.includes(n))).toEqual([]);
  });

  it('is not fooled by a process number that belongs to somebody else by now', async () => {
    const folder = dataFolder();
    await (await start(folder)).stop();
    const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    onTestFinished(() => void stranger.kill('SIGKILL'));
    const cluster = path.join(folder, 'postgres');
    fs.writeFileSync(path.join(cluster, 'postmaster.pid'), `${stranger.pid}\n${cluster}\n1700000000\n5433\n\n127.0.0.1\n  1 1\nready   \n`);
    fs.writeFileSync(path.join(folder, 'owner.json'), JSON.stringify({ pid: stranger.pid, startedAt: '1' }));
    expect((await start(folder)).origin).toBe('started');
  });

  it('refuses data of another major version, and a folder that holds something else', async () => {
    const old = dataFolder();
    fs.mkdirSync(path.join(old, 'postgres'), { mode: 0o755 });
    fs.writeFileSync(path.join(old, 'postgres', 'PG_VERSION'), '17\n');
    makeReachable(path.join(old, 'postgres'));
    await expect(startEmbedded({ folder: old })).rejects.toMatchObject({ code: 'wrong_version', message: expect.stringContaining('PostgreSQL 17') });
    const strange = dataFolder();
    fs.mkdirSync(path.join(strange, 'postgres'), { mode: 0o755 });
    fs.writeFileSync(path.join(strange, 'postgres', 'holiday.jpg'), '');
    makeReachable(path.join(strange, 'postgres'));
    await expect(startEmbedded({ folder: strange })).rejects.toMatchObject({ code: 'folder_unusable', message: expect.stringContaining('not a PostgreSQL database') });
    expect(fs.existsSync(path.join(strange, 'postgres', 'holiday.jpg'))).toBe(true);
  });

  it('says so when the data folder cannot be made', async () => {
    const file = path.join(dataFolder(), 'a file');
    fs.writeFileSync(file, '');
    await expect(startEmbedded({ folder: path.join(file, 'data') })).rejects.toMatchObject({ name: 'EmbeddedError', code: 'folder_unusable' });
  });
});

/** As root, a folder of root's would be refused for that reason first. */
function makeReachable(folder: string): void {
  if (process.getuid?.() === 0) fs.chownSync(folder, 65_534, 65_534);
}
