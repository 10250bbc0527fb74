import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { ResponseWindow } from './response-window.ts';
import { windowedResponses } from './windowed-responses.ts';

/**
 * What a set of rules found in a window, counted: all that shares, means and the verdict are computed from.
 *
 * `responses` = strong + moderate + weak counts responses; scores are 0..100 over them, the mean with two decimals and
 * `meanEvidence` (0..1) with four; the four figures are null without responses. `customers` and everything after it
 * counts respondents by their latest response: `matching` are at the moderate band or above, `ruleMatched` and
 * `ruleUnanswered` have one entry a rule, in the order of the rules.
 */
export type FigureCounts = {
  responses: number;
  meanScore: number | null;
  bestScore: number | null;
  worstScore: number | null;
  meanEvidence: number | null;
  strong: number;
  moderate: number;
  weak: number;
  customers: number;
  matching: number;
  matchingStrongly: number;
  matchingEveryRule: number;
  ruleMatched: number[];
  ruleUnanswered: number[];
};

/**
 * What did each of these personas find in the responses of a window?
 *
 * Personas without a single scored response in it are absent from the answer. Respondents whose latest response a
 * persona has not been compared with (it was a draft then) are not among its customers.
 *
 * Cost: one pass over the window's scores for all personas together. Scores with the same outcomes are counted
 * first, so that the rules are only looked at once a combination.
 */
export async function listFigureCounts(
  trx: TenantTransaction,
  tenantId: number,
  personaIds: readonly number[],
  window: ResponseWindow,
): Promise<Map<number, FigureCounts>> {
  if (personaIds.length === 0) return new Map();
  const { rows } = await sql<FigureCounts & { personaId: number }>`
    with windowed as (${windowedResponses(tenantId, window)}),
    combinations as (
      select m.persona_id, m.rule_outcomes, m.match_score, m.band, m.evidence, m.every_rule,
        count(*) as responses, count(*) filter (where w.is_latest) as customers
      from persona_matches m
      join windowed w on w.id = m.response_id
      where m.tenant_id = ${tenantId} and m.persona_id = any(${personaIds}::bigint[])
      group by m.persona_id, m.rule_outcomes, m.match_score, m.band, m.evidence, m.every_rule
    ),
    rules as (
      select c.persona_id, position,
        coalesce(sum(c.customers) filter (where substr(c.rule_outcomes, position, 1) = '+'), 0) as matched,
        coalesce(sum(c.customers) filter (where substr(c.rule_outcomes, position, 1) = '?'), 0) as unanswered
      from combinations c
      cross join lateral generate_series(1, length(c.rule_outcomes)) as position
      group by c.persona_id, position
    )
    select c.persona_id as "personaId",
      sum(c.responses) as responses,
      round(sum(c.match_score * c.responses) / sum(c.responses), 2) as "meanScore",
      max(c.match_score) as "bestScore",
      min(c.match_score) as "worstScore",
      round((sum(c.evidence * c.responses) / sum(c.responses))::numeric, 4) as "meanEvidence",
      coalesce(sum(c.responses) filter (where c.band = 2), 0) as strong,
      coalesce(sum(c.responses) filter (where c.band = 1), 0) as moderate,
      coalesce(sum(c.responses) filter (where c.band = 0), 0) as weak,
      sum(c.customers) as customers,
      coalesce(sum(c.customers) filter (where c.band >= 1), 0) as matching,
      coalesce(sum(c.customers) filter (where c.band = 2), 0) as "matchingStrongly",
      coalesce(sum(c.customers) filter (where c.every_rule), 0) as "matchingEveryRule",
      array(select r.matched from rules r where r.persona_id = c.persona_id order by r.position) as "ruleMatched",
      array(select r.unanswered from rules r where r.persona_id = c.persona_id order by r.position) as "ruleUnanswered"
    from combinations c
    group by c.persona_id`.execute(trx);
  return new Map(rows.map(({ personaId, ...counts }) => [personaId, counts]));
}
