import type pg from 'pg';
import { grantToAppRole } from './app-role.ts';
import type { Database } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { readMigrations } from './migration-files.ts';
import type { MigrationFile } from './migration-files.ts';
import { toDatabaseError } from './sql-states.ts';

// Any number that nobody else locks in this database: the bytes of "like".
const LOCK_KEY = 0x6c_69_6b_65;

/**
 * Brings the schema up to this release and answers the names of the files it applied, in order (none: up to date).
 *
 * Forward only. Each file is one transaction; an advisory lock lets any number of servers start at once and one of them
 * do the work. Throws `DatabaseError('migration_refused')`, naming the file, when an applied file has changed since,
 * when the database has one that this release does not know (it was migrated by a newer release), when a file
 * would have to go before one already applied, and when its SQL fails (nothing of that file is kept).
 *
 * @example await migrate(db) // ['0001-initial.sql'] on an empty database, [] the second time
 */
export async function migrate(db: Database, directory?: URL): Promise<string[]> {
  const files = await readMigrations(directory);
  const client = await db.owner.connect().catch((error: unknown) => {
    throw toDatabaseError(error);
  });
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
    const pending = findPending(files, await readApplied(client));
    for (const file of pending) await apply(client, file);
    await grantToAppRole(client, db.appRole);
    return pending.map((file) => file.name);
  } finally {
    // Ends the session, and the lock with it, whatever state it is in.
    client.release(true);
  }
}

type Applied = { name: string; checksum: string };

async function readApplied(client: pg.PoolClient): Promise<Applied[]> {
  await client
    .query(
      `CREATE TABLE IF NOT EXISTS likeness_migrations (
         name text NOT NULL,
         checksum text NOT NULL,
         applied_at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT likeness_migrations_pkey PRIMARY KEY (name)
       )`,
    )
    .catch((error: unknown) => {
      throw refused(`This role may not create tables in the schema "public": ${textOf(error)}. Grant it CREATE there, or make it the database's owner`, error);
    });
  const { rows } = await client.query<Applied>('SELECT name, checksum FROM likeness_migrations ORDER BY name');
  return rows;
}

function findPending(files: MigrationFile[], applied: Applied[]): MigrationFile[] {
  const known = new Map(files.map((file) => [file.name, file]));
  for (const { name, checksum } of applied) {
    const file = known.get(name);
    if (file === undefined) {
      throw refused(`The database has the migration ${name}, which this release does not know: a newer release was here. Start that one`);
    }
    if (file.checksum !== checksum) {
      throw refused(`The migration ${name} was changed after it had been applied. Restore the file, and put the change into a new one`);
    }
  }
  const newest = applied.at(-1)?.name ?? '';
  const pending = files.filter((file) => !applied.some(({ name }) => name === file.name));
  const late = pending.find((file) => file.name < newest);
  if (late !== undefined) throw refused(`The migration ${late.name} comes before ${newest}, which is applied already. Give it a later number`);
  return pending;
}

async function apply(client: pg.PoolClient, file: MigrationFile): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(file.sql);
    await client.query('INSERT INTO likeness_migrations (name, checksum) VALUES ($1, $2)', [file.name, file.checksum]);
    await client.query('COMMIT');
  } catch (error) {
    throw refused(`The migration ${file.name} failed, and nothing of it was kept: ${textOf(error)}`, error);
  }
}

function refused(message: string, cause?: unknown): DatabaseError {
  return new DatabaseError('migration_refused', message, { cause });
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
