import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { type Database, migrate, openDatabase, startEmbedded } from '@likeness/server/bench';

/** What ends a run early: Ctrl-C, a polite kill, the end of the process that started us. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'disconnect'] as const;

/** Where the benchmarks of one run keep a data folder to begin with; each of them has a process of its own. */
export const TEMPLATE_VARIABLE = 'LIKENESS_BENCH_TEMPLATE';

/**
 * Runs work on a PostgreSQL of its own, with the settings that it has in use: every commit reaches the disk.
 *
 * The server and its folder are removed afterwards, whatever happened; also when the run is interrupted. The
 * first benchmark of a run makes an empty database with all tables; the others begin with a copy of its files.
 */
export async function withBenchDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'likeness-bench-'));
  // The account that PostgreSQL runs as must get in.
  fs.chmodSync(folder, 0o711);
  const remove = (): void => fs.rmSync(folder, { recursive: true, force: true });
  try {
    const template = process.env[TEMPLATE_VARIABLE];
    if (template !== undefined) await copyTemplate(template, folder);
    const server = await startEmbedded({ folder, access: 'trust' });
    const interrupt = (): void => {
      void server.stop().then(remove).finally(() => process.exit(130));
    };
    for (const signal of SIGNALS) process.once(signal, interrupt);
    try {
      return await withDatabase(server.url, work);
    } finally {
      for (const signal of SIGNALS) process.off(signal, interrupt);
      await server.stop();
    }
  } finally {
    remove();
  }
}

async function copyTemplate(template: string, folder: string): Promise<void> {
  const made = path.join(template, 'made');
  if (!fs.existsSync(made)) {
    const server = await startEmbedded({ folder: template, access: 'trust' });
    try {
      await withDatabase(server.url, async () => undefined);
    } finally {
      await server.stop();
    }
    fs.writeFileSync(made, '');
  }
  const [from, to] = [path.join(template, 'postgres'), path.join(folder, 'postgres')];
  fs.cpSync(from, to, { recursive: true });
  fs.chmodSync(to, 0o700);
  const { uid, gid } = fs.statSync(from);
  if (uid === process.getuid?.()) return;
  // PostgreSQL runs as another account than ours, and copies are ours.
  for (const name of ['.', ...fs.readdirSync(to, { recursive: true, encoding: 'utf8' })]) fs.lchownSync(path.join(to, name), uid, gid);
}

async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase({ url });
  try {
    await migrate(db);
    return await work(db);
  } finally {
    await db.close();
  }
}
