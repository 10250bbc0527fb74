import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import pg from 'pg';
import type { CopySession } from './scoped-transaction.ts';
import { toDatabaseError } from './sql-states.ts';

/**
 * Writes lines in COPY's text format (tabs between columns, `\\N` for null) to a table, in one statement.
 *
 * All lines are stored, or none. COPY does not work on tables with row-level security: copy into a temporary table,
 * and insert from there. No lines: nothing happens.
 */
export async function copyLines(session: CopySession, table: string, lines: string): Promise<void> {
  if (lines === '') return;
  try {
    await pipeline(Readable.from([Buffer.from(lines)]), session.query(copyFrom(`COPY ${pg.escapeIdentifier(table)} FROM STDIN`)));
  } catch (error) {
    throw toDatabaseError(error);
  }
}

/**
 * Writes rows in COPY's binary format, whole from its signature to its end, in one statement. Pieces may end anywhere.
 *
 * @example await copyBinary(session, 'response_outcomes (tenant_id, response_id)', pieces)
 */
export async function copyBinary(session: CopySession, target: string, pieces: Iterable<Buffer>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), session.query(copyFrom(`COPY ${target} FROM STDIN (FORMAT binary)`)));
  } catch (error) {
    throw toDatabaseError(error);
  }
}
