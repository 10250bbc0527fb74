import type { Insertable } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { OutcomeScoresTable } from '../../db/tables.ts';

/** Stores matches as if they had been calculated. Each combination of outcomes must come with one worth a persona. */
export async function insertMatches(trx: TenantTransaction, matches: (Insertable<OutcomeScoresTable> & { response_id: number })[]): Promise<void> {
  for (const { response_id, ...score } of matches) {
    await trx.insertInto('outcome_scores').values(score).onConflict((on) => on.doNothing()).execute();
    const { tenant_id, persona_id, rule_outcomes } = score;
    await trx.insertInto('response_outcomes').values({ tenant_id, persona_id, response_id, rule_outcomes }).execute();
  }
}
