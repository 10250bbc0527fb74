import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { type Database, migrate, openDatabase, startEmbedded } from '@likeness/server/bench';

/** What ends a run early: Ctrl-C, a polite kill, the end of the process that started us. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'disconnect'] as const;

/**
 * Runs work on a PostgreSQL of its own, with the settings that it has in use: every commit reaches the disk.
 *
 * The server and its folder are removed afterwards, whatever happened; also when the run is interrupted.
 */
export async function withBenchDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'likeness-bench-'));
  // The account that PostgreSQL runs as must get in.
  fs.chmodSync(folder, 0o711);
  const remove = (): void => fs.rmSync(folder, { recursive: true, force: true });
  try {
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

async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase({ url });
  try {
    await migrate(db);
    return await work(db);
  } finally {
    await db.close();
  }
}
