import type { Insertable } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { OutcomeScoresTable } from '../../db/tables.ts';

/** Stores matches as if they had been calculated. Each combination of outcomes must come with one worth a persona. */
export async function insertMatches(trx: TenantTransaction, matches: (Insertable<OutcomeScoresTable> & { response_id: number })[]): Promise<void> {
  if (matches.length === 0) return;
  await trx.insertInto('outcome_scores').values(matches.map(({ response_id: _, ...score }) => score)).onConflict((on) => on.doNothing()).execute();
  await trx
    .insertInto('response_outcomes')
    .values(matches.map(({ tenant_id, persona_id, response_id, rule_outcomes }) => ({ tenant_id, persona_id, response_id, rule_outcomes })))
    .execute();
}
