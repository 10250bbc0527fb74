import { sql, type RawBuilder } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { OutcomeScore } from './outcome-score.ts';

/** Which rules of a persona's scored edition a response meets, as `response_outcomes` keeps it. */
export type NewMatch = { personaId: number; responseId: number; ruleOutcomes: string };

/** What a combination of outcomes is worth to a persona. */
export type NewOutcomeScore = { personaId: number; score: OutcomeScore };

const ROWS_AT_ONCE = 50_000;

/**
 * Stores the matches of responses that have none yet, and what those combinations of outcomes are worth that may not be
 * stored; ones that are stay as they are: an edition gives a combination one worth. One statement for 50,000 matches.
 *
 * The caller holds the scoring lock (shared is enough), and scored under the scored editions it read after taking it.
 */
export async function insertMatches(
  trx: TenantTransaction,
  tenantId: number,
  matches: readonly NewMatch[],
  scores: readonly NewOutcomeScore[],
): Promise<void> {
  for (let start = 0; start < matches.length; start += ROWS_AT_ONCE) {
    const worth = start === 0 && scores.length > 0 ? sql`with worth as (${insertScores(tenantId, scores)} on conflict do nothing)` : sql``;
    await sql`${worth} ${insertRows(tenantId, matches.slice(start, start + ROWS_AT_ONCE))}`.execute(trx);
  }
}

/** Stores what combinations of outcomes are worth, under the same conditions; those that are stored stay as they are. */
export async function insertOutcomeScores(trx: TenantTransaction, tenantId: number, scores: readonly NewOutcomeScore[]): Promise<void> {
  for (let start = 0; start < scores.length; start += ROWS_AT_ONCE) {
    await sql`${insertScores(tenantId, scores.slice(start, start + ROWS_AT_ONCE))} on conflict do nothing`.execute(trx);
  }
}

/** Stores one match of a response that may have one already, under the same conditions. */
export async function replaceMatch(trx: TenantTransaction, tenantId: number, match: NewMatch, score: OutcomeScore): Promise<void> {
  await sql`
    with worth as (${insertScores(tenantId, [{ personaId: match.personaId, score }])} on conflict do nothing)
    ${insertRows(tenantId, [match])}
    on conflict (tenant_id, response_id, persona_id) do update set rule_outcomes = excluded.rule_outcomes
    where response_outcomes.rule_outcomes <> excluded.rule_outcomes`.execute(trx);
}

/**
 * Makes these the only combinations that have a worth to these personas. The caller holds the scoring lock exclusively,
 * and every match of the personas has one of them.
 */
export async function replaceOutcomeScores(
  trx: TenantTransaction,
  tenantId: number,
  personaIds: readonly number[],
  scores: readonly NewOutcomeScore[],
): Promise<void> {
  await sql`delete from outcome_scores where tenant_id = ${tenantId} and persona_id = any(${personaIds}::bigint[])`.execute(trx);
  if (scores.length > 0) await insertScores(tenantId, scores).execute(trx);
}

function insertRows(tenantId: number, matches: readonly NewMatch[]): RawBuilder<unknown> {
  return sql`
    insert into response_outcomes (tenant_id, persona_id, response_id, rule_outcomes)
    select ${tenantId}, scored.*
    from unnest(
      ${matches.map((match) => match.personaId)}::bigint[],
      ${matches.map((match) => match.responseId)}::bigint[],
      ${matches.map((match) => match.ruleOutcomes)}::text[]
    ) as scored (persona_id, response_id, rule_outcomes)`;
}

function insertScores(tenantId: number, scores: readonly NewOutcomeScore[]): RawBuilder<unknown> {
  // In one order for everybody: two transactions that bring the same combinations wait for each other, and no further.
  return sql`
    insert into outcome_scores (tenant_id, persona_id, rule_outcomes, match_score, band, evidence, every_rule)
    select ${tenantId}, known.*
    from unnest(
      ${scores.map(({ personaId }) => personaId)}::bigint[],
      ${scores.map(({ score }) => score.rule_outcomes)}::text[],
      ${scores.map(({ score }) => score.match_score)}::numeric[],
      ${scores.map(({ score }) => score.band)}::smallint[],
      ${scores.map(({ score }) => score.evidence)}::float8[],
      ${scores.map(({ score }) => score.every_rule)}::boolean[]
    ) as known (persona_id, rule_outcomes, match_score, band, evidence, every_rule)
    order by persona_id, rule_outcomes`;
}
