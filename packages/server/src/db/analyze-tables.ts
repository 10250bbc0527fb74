import pg from 'pg';
import type { Database } from './database.ts';
import { toDatabaseError } from './sql-states.ts';
import type { Tables } from './tables.ts';

/**
 * Lets the planner know what is in these tables now; call it after a transaction that brought many rows.
 *
 * PostgreSQL does so by itself, but a minute later: until then it takes the tables for as small as they were, and joins
 * them row by row (the figures of 9,000 fresh responses were not read after half a minute, November 2026).
 *
 * Works as the role that owns the tables, and looks at a sample: some tenths of a second whatever their size. A table
 * that the role may not analyze is left to PostgreSQL.
 *
 * @example await analyzeTables(db, ['form_responses', 'response_outcomes'])
 */
export async function analyzeTables(db: Database, tables: readonly Exclude<keyof Tables, 'persona_matches'>[]): Promise<void> {
  if (tables.length === 0) return;
  try {
    await db.owner.query(`ANALYZE ${tables.map((table) => pg.escapeIdentifier(table)).join(', ')}`);
  } catch (error) {
    throw toDatabaseError(error);
  }
}
