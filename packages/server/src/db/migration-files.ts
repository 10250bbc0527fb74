import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';

/** One migration: `0007-add-tags.sql`, its text, and the SHA-256 (hex) that freezes it once applied. */
export type MigrationFile = { name: string; sql: string; checksum: string };

const MIGRATIONS = new URL('./migrations/', import.meta.url);

/**
 * The migrations of this release, in the order of their numbers.
 *
 * Throws for a `.sql` file that is not named `NNNN-words.sql`, and for a number used twice.
 * Line ends do not count in the checksum: some checkouts change them.
 */
export async function readMigrations(directory: URL = MIGRATIONS): Promise<MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).toSorted();
  assertNames(names);
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(new URL(name, directory), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function assertNames(names: string[]): void {
  const numbers = new Set<string>();
  for (const name of names) {
    if (!/^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/.test(name)) throw new Error(`A migration is named NNNN-words.sql, not ${name}`);
    const number = name.slice(0, 4);
    if (numbers.has(number)) throw new Error(`Two migrations have the number ${number}`);
    numbers.add(number);
  }
}
