import type { Score } from '@likeness/core';
import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { toMatchValues, type MatchValues } from './persona-scorer.ts';

export type NewMatch = { personaId: number; responseId: number; score: Score };

const ROWS_AT_ONCE = 5000;

/**
 * Stores scores, each under its persona's scored edition; what is stored already is replaced where it differs.
 *
 * The caller holds the scoring lock (shared is enough), and scored under the scored editions it read after taking it.
 */
export async function storeMatches(trx: TenantTransaction, tenantId: number, matches: NewMatch[]): Promise<void> {
  for (let start = 0; start < matches.length; start += ROWS_AT_ONCE) {
    await storeAtOnce(trx, tenantId, matches.slice(start, start + ROWS_AT_ONCE));
  }
}

async function storeAtOnce(trx: TenantTransaction, tenantId: number, matches: NewMatch[]): Promise<void> {
  const values = matches.map((match) => toMatchValues(match.score));
  const column = <K extends keyof MatchValues>(name: K): MatchValues[K][] => values.map((row) => row[name]);
  await sql`
    insert into persona_matches (tenant_id, persona_id, response_id, match_score, band, evidence, every_rule, rule_outcomes)
    select ${tenantId}, scored.*
    from unnest(
      ${matches.map((match) => match.personaId)}::bigint[],
      ${matches.map((match) => match.responseId)}::bigint[],
      ${column('match_score')}::numeric[],
      ${column('band')}::smallint[],
      ${column('evidence')}::float8[],
      ${column('every_rule')}::boolean[],
      ${column('rule_outcomes')}::text[]
    ) as scored (persona_id, response_id, match_score, band, evidence, every_rule, rule_outcomes)
    on conflict (tenant_id, persona_id, response_id) do update set
      match_score = excluded.match_score, band = excluded.band, evidence = excluded.evidence,
      every_rule = excluded.every_rule, rule_outcomes = excluded.rule_outcomes
    where (persona_matches.match_score, persona_matches.band, persona_matches.evidence, persona_matches.every_rule, persona_matches.rule_outcomes)
      is distinct from (excluded.match_score, excluded.band, excluded.evidence, excluded.every_rule, excluded.rule_outcomes)`.execute(trx);
}
