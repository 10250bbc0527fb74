import path from 'node:path';
import type { Config } from './config.ts';
import { openDatabase, type Database } from './db/database.ts';
import { startEmbedded, type EmbeddedServer } from './db/embedded/embedded-server.ts';
import { migrate } from './db/migrate.ts';
import type { Log } from './log.ts';

/** A migrated database, ours or somebody's. `close` ends the sessions, then a PostgreSQL that we started. */
export type Installation = { db: Database; embedded: EmbeddedServer | null; close(): Promise<void> };

/**
 * `whenInUse`: a server refuses a data folder that another one has; a command works beside it.
 * `onDatabaseLost` hears that a PostgreSQL of ours ended without our asking.
 */
export type InstallationOptions = {
  whenInUse: 'refuse' | 'join';
  log: Log;
  onDatabaseLost?: (message: string) => void;
};

/**
 * Opens the database that the configuration names, starting our own PostgreSQL when it names none, and migrates it.
 *
 * Throws `EmbeddedError` or `DatabaseError`, both fit to be shown to an operator as they are.
 */
export async function openInstallation(config: Config, options: InstallationOptions): Promise<Installation> {
  const embedded = config.databaseUrl === null ? await startOwn(config, options) : null;
  let db: Database | undefined;
  try {
    db = await openDatabase({
      url: config.databaseUrl ?? (embedded as EmbeddedServer).url,
      onError: (error) => options.log.warn({ err: error }, 'A database session was lost'),
    });
    const applied = await migrate(db);
    if (applied.length > 0) options.log.info({ migrations: applied }, 'Database migrated');
  } catch (error) {
    await db?.close();
    await embedded?.stop();
    throw error;
  }
  const opened = db;
  return {
    db: opened,
    embedded,
    async close() {
      await opened.close();
      await embedded?.stop();
    },
  };
}

function startOwn(config: Config, options: InstallationOptions): Promise<EmbeddedServer> {
  return startEmbedded({
    folder: path.resolve(config.dataFolder),
    whenInUse: options.whenInUse,
    note: (message) => options.log.info({}, message),
    ...(options.onDatabaseLost && { onUnexpectedExit: options.onDatabaseLost }),
  });
}
