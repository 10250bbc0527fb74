import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { openDatabase } from '../db/database.ts';
import type { Database } from '../db/database.ts';
import type {} from './global-setup.ts';
import { createDatabase, dropDatabase } from './server-databases.ts';
import { TEMPLATE_DATABASE } from './test-server.ts';

/**
 * A real, migrated database for this test file alone; it is closed and removed when the file is done.
 *
 * Call it at the top of the file, or in a `describe`: it registers its own clean-up. The server works in it as in
 * production: as a superuser that stepped down to the role row-level security binds.
 *
 * Cost: copying the template takes some 80 ms.
 *
 * @example
 * const db = await testDatabase();
 * it('stores a form', () => withTenant(db, 1, async (trx) => { ... }));
 */
export async function testDatabase(): Promise<Database> {
  return openForFile(await cloneForFile(TEMPLATE_DATABASE));
}

/** The URL of a database for this test file alone, empty: not even migrated. Removed when the file is done. */
export async function emptyDatabaseUrl(): Promise<string> {
  return cloneForFile(undefined);
}

/** The URL of the run's PostgreSQL, as its superuser, for tests about servers and roles themselves. */
export function testServerUrl(): string {
  return inject('testServerUrl');
}

async function cloneForFile(template: string | undefined): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = await createDatabase(testServerUrl(), name, template);
  afterAll(() => dropDatabase(testServerUrl(), name));
  return url;
}

async function openForFile(url: string): Promise<Database> {
  const db = await openDatabase({ url });
  // Hooks run in reverse order: this one before the removal.
  afterAll(() => db.close());
  return db;
}
