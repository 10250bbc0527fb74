import { sql } from 'kysely';
import { isDatabaseError } from '../../db/database-error.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { toDatabaseError } from '../../db/sql-states.ts';
import { Failure } from '../../failures/failure.ts';

/**
 * Does a search of answers, each statement of which may take this long; the limit holds until the transaction ends.
 *
 * Answers are read one by one, so without a limit a word that nobody said keeps a connection busy for as long as there
 * are responses. Throws `takes_too_long`, which says how to ask for less; the transaction cannot be used afterwards.
 */
export async function searchWithin<T>(trx: TenantTransaction, limitMs: number, search: () => Promise<T>): Promise<T> {
  await sql`SELECT set_config('statement_timeout', ${String(limitMs)}, true)`.execute(trx);
  try {
    return await search();
  } catch (error) {
    if (!isDatabaseError(toDatabaseError(error), 'timed_out')) throw error;
    const detail = `Searching the answers was ended after ${limitMs / 1000} seconds. Narrow it to a form, to some days, or to a persona.`;
    throw new Failure('takes_too_long', detail, [], { cause: error });
  }
}
