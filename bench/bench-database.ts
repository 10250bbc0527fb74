import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Database, migrate, openDatabase, startEmbedded } from '@likeness/server/bench';

/**
 * Runs work on a PostgreSQL of its own, with the settings that it has in use: every commit reaches the disk.
 *
 * The server and its folder are removed afterwards, whatever happened.
 */
export async function withBenchDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'likeness-bench-'));
  // The account that PostgreSQL runs as must get in.
  fs.chmodSync(folder, 0o711);
  try {
    const server = await startEmbedded({ folder, access: 'trust' });
    try {
      return await withDatabase(server.url, work);
    } finally {
      await server.stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
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
