import { sql, type RawBuilder } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { WindowDays } from './response-window.ts';

/**
 * What a set of rules found in a window, counted: all that shares, means and the verdict are computed from.
 *
 * `responses` = strong + moderate + weak counts responses; scores are 0..100 over them, the mean with two decimals and
 * `meanEvidence` (0..1) with four; the four figures are null without responses. `scores` says how many responses have each
 * score, by hundredths of a percent point. `customers` and everything after it
 * counts respondents by their latest response: `matching` are at the moderate band or above, `ruleMatched` and
 * `ruleUnanswered` have one entry a rule, in the order of the rules.
 */
export type FigureCounts = {
  responses: number;
  meanScore: number | null;
  bestScore: number | null;
  worstScore: number | null;
  meanEvidence: number | null;
  scores: ReadonlyMap<number, number>;
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
 * Figures as a query answers them: `outcomes` are the combinations that occur, the other lists how many responses and
 * respondents each has and its score in hundredths.
 */
type FigureRow = Omit<FigureCounts, 'scores' | 'ruleMatched' | 'ruleUnanswered'> & {
  outcomes: string[];
  outcomeResponses: number[];
  outcomeScores: number[];
  outcomeCustomers: number[];
};

/**
 * What did each of these personas find in the responses submitted on these days, of the tenant's time zone?
 *
 * Personas without a single scored response in them are absent from the answer. Respondents whose latest response a
 * persona has not been compared with (it was a draft then) are not among its customers. What was stored a moment ago and
 * is not counted yet is in the figures all the same.
 *
 * @param isPending whether there are responses that are not counted yet, if the caller knows; else it is asked here
 *
 * Cost: for all days together in the combinations of outcomes that occur, a few hundred a persona; for some days in the
 * counts of those days. Never in the number of responses.
 */
export async function listFigureCounts(
  trx: TenantTransaction,
  tenantId: number,
  personaIds: readonly number[],
  days: WindowDays,
  isPending?: boolean,
): Promise<Map<number, FigureCounts>> {
  if (personaIds.length === 0) return new Map();
  const hasPending = isPending ?? (await hasPendingResponses(trx, tenantId));
  const { rows } = await selectFigures(tenantId, sql`= any(${personaIds}::bigint[])`, days, hasPending).execute(trx);
  return new Map(rows.map(({ personaId, ...row }) => [personaId, toFigureCounts(row)]));
}

/** Counts with one entry a rule, out of a row with one entry a combination. */
function toFigureCounts({ outcomes, outcomeResponses, outcomeScores, outcomeCustomers, ...counts }: FigureRow): FigureCounts {
  const scores = new Map<number, number>();
  for (const [index, score] of outcomeScores.entries()) scores.set(score, (scores.get(score) ?? 0) + (outcomeResponses[index] ?? 0));
  const ruleCount = outcomes[0]?.length ?? 0;
  const ruleMatched = Array.from({ length: ruleCount }, () => 0);
  const ruleUnanswered = Array.from({ length: ruleCount }, () => 0);
  for (const [index, signs] of outcomes.entries()) {
    const customers = outcomeCustomers[index] ?? 0;
    for (let rule = 0; rule < ruleCount; rule += 1) {
      if (signs[rule] === '+') ruleMatched[rule] = (ruleMatched[rule] ?? 0) + customers;
      else if (signs[rule] === '?') ruleUnanswered[rule] = (ruleUnanswered[rule] ?? 0) + customers;
    }
  }
  return { ...counts, scores, ruleMatched, ruleUnanswered };
}

/**
 * The query for the figures of the personas whose id fits `which`, one row a persona that has any.
 *
 * @param hasPending whether there are responses that are not counted yet: only then are they looked for
 */
function selectFigures(
  tenantId: number,
  which: RawBuilder<unknown>,
  days: WindowDays,
  hasPending: boolean,
): RawBuilder<FigureRow & { personaId: number }> {
  const isEver = days.startDate === undefined && days.endDate === undefined;
  const counted = isEver && !hasPending ? countedEver(tenantId, which) : countedWithin(tenantId, which, days, { isEver, hasPending });
  return sql<FigureRow & { personaId: number }>`
    select c.persona_id as "personaId",
      sum(c.responses)::bigint as responses,
      round(sum(s.match_score * c.responses) / sum(c.responses), 2) as "meanScore",
      max(s.match_score) as "bestScore",
      min(s.match_score) as "worstScore",
      round((sum(s.evidence * c.responses) / sum(c.responses))::numeric, 4) as "meanEvidence",
      coalesce(sum(c.responses) filter (where s.band = 2), 0)::bigint as strong,
      coalesce(sum(c.responses) filter (where s.band = 1), 0)::bigint as moderate,
      coalesce(sum(c.responses) filter (where s.band = 0), 0)::bigint as weak,
      sum(c.respondents)::bigint as customers,
      coalesce(sum(c.respondents) filter (where s.band >= 1), 0)::bigint as matching,
      coalesce(sum(c.respondents) filter (where s.band = 2), 0)::bigint as "matchingStrongly",
      coalesce(sum(c.respondents) filter (where s.every_rule), 0)::bigint as "matchingEveryRule",
      array_agg(c.rule_outcomes) as outcomes,
      array_agg(c.responses::bigint) as "outcomeResponses",
      array_agg((s.match_score * 100)::integer) as "outcomeScores",
      array_agg(c.respondents::bigint) as "outcomeCustomers"
    from (${counted}) c
    join outcome_scores s on s.tenant_id = ${tenantId} and s.persona_id = c.persona_id and s.rule_outcomes = c.rule_outcomes
    where c.responses > 0
    group by c.persona_id`;
}

function countedEver(tenantId: number, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select persona_id, rule_outcomes, responses, respondents
    from persona_outcome_counts
    where tenant_id = ${tenantId} and persona_id ${which}`;
}

type Reach = { isEver: boolean; hasPending: boolean };

function countedWithin(tenantId: number, which: RawBuilder<unknown>, days: WindowDays, { isEver, hasPending }: Reach): RawBuilder<unknown> {
  const since = days.startDate === undefined ? sql`` : sql`and day >= ${days.startDate}::date`;
  const until = days.endDate === undefined ? sql`` : sql`and day <= ${days.endDate}::date`;
  const isLatest = days.endDate === undefined ? sql`superseded_on = 'infinity'` : sql`superseded_on > ${days.endDate}::date`;
  const within = (table: 'persona_day_counts' | 'pending_day_counts'): RawBuilder<unknown> => sql`
    select persona_id, rule_outcomes, sum(responses) as responses, coalesce(sum(responses) filter (where ${isLatest}), 0) as respondents
    from ${sql.table(table)}
    where tenant_id = ${tenantId} and persona_id ${which} ${since} ${until}
    group by persona_id, rule_outcomes`;
  const stored = isEver ? countedEver(tenantId, which) : within('persona_day_counts');
  if (!hasPending) return stored;
  return sql`
    select persona_id, rule_outcomes, sum(responses) as responses, sum(respondents) as respondents
    from (${stored} union all ${within('pending_day_counts')}) both_counts
    group by persona_id, rule_outcomes`;
}

async function hasPendingResponses(trx: TenantTransaction, tenantId: number): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists (select from pending_responses where tenant_id = ${tenantId}) as has`.execute(trx);
  return rows[0]?.has ?? false;
}
