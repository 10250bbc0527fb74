import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../db/database.ts';
import { startEmbedded } from '../db/embedded/embedded-server.ts';
import { isProcessAlive } from '../db/embedded/folder-owner.ts';
import { migrate } from '../db/migrate.ts';
import { createDatabase } from './server-databases.ts';

/** The migrated database that every test file's own is copied from. */
export const TEMPLATE_DATABASE = 'likeness_template';

const FOLDER_PREFIX = 'likeness-tests-';

/** A PostgreSQL for one test run: both URLs lead to its superuser; `stop` removes all of it. */
export type TestServer = { url: string; templateUrl: string; stop(): Promise<void> };

/**
 * Starts PostgreSQL in a temporary folder, with a migrated template database.
 *
 * Nothing is synced to disk: what a crash would lose here, nobody misses. Runs at the same time do not meet, each has
 * a folder and a port of its own; what runs that were killed left behind is swept up first.
 */
export async function startTestServer(): Promise<TestServer> {
  await sweepAbandoned();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  // The account that PostgreSQL runs as must get in.
  fs.chmodSync(folder, 0o711);
  const server = await startEmbedded({ folder, access: 'trust', settings: testSettings() });
  const stop = async (): Promise<void> => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: server.url, templateUrl: await makeTemplate(server.url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function testSettings(): Record<string, string> {
  return { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', autovacuum: 'off' };
}

async function makeTemplate(serverUrl: string): Promise<string> {
  const url = await createDatabase(serverUrl, TEMPLATE_DATABASE);
  const db = await openDatabase({ url });
  try {
    await migrate(db);
    return url;
  } finally {
    await db.close();
  }
}

async function sweepAbandoned(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = name.startsWith(FOLDER_PREFIX) ? Number(name.slice(FOLDER_PREFIX.length).split('-')[0]) : Number.NaN;
    if (!Number.isInteger(pid) || isProcessAlive(pid)) continue;
    const folder = path.join(os.tmpdir(), name);
    // Adopted to be stopped; one that cannot be (another user's) is left alone.
    await startEmbedded({ folder, access: 'trust', settings: testSettings() })
      .then((server) => server.stop())
      .then(() => fs.rmSync(folder, { recursive: true, force: true }))
      .catch(() => undefined);
  }
}
