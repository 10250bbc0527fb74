import { compileSql, compileSqlScores, type BandThresholds, type RuleSet, type SqlRuleSet } from '@likeness/core';
import { sql } from 'kysely';
import type { TenantTransaction } from '../../../db/scoped-transaction.ts';
import { openAnswerBook, type AnswerBook, type SqlSource } from './answer-book.ts';
import { responseSlices } from './response-slices.ts';
import { withoutNestedLoops } from './without-nested-loops.ts';

/** Rules to score by. `ruleSet` has at least one rule. */
export type SqlPersona = { id: number; ruleSet: RuleSet };

export type SqlScoring = {
  /**
   * Scores every response that has not been scored yet into `sql_outcomes`, and answers how many.
   *
   * Complete when nothing is added to the tenant's responses meanwhile: in an unmoving picture of the data, or under the
   * exclusive scoring lock. Otherwise what came meanwhile may wait for the next call; nothing is ever scored wrongly.
   *
   * `report` is told how many responses are done. Throws the signal's reason when it is aborted.
   */
  stage(options?: { signal?: AbortSignal; report?: (done: number) => Promise<void> }): Promise<number>;
  /** Fills `sql_outcome_scores` with every combination of outcomes there is, and what it is worth. */
  settle(thresholds: BandThresholds): Promise<void>;
};

/**
 * Attributes that one statement joins, and more only where a single rule set has more. Each join may take a share of
 * memory, and hands on the columns of all others: the time of a statement grows with the square of this.
 */
const MOST_ATTRIBUTES = 16;

/**
 * Scores responses inside the database, for a tenant that does not fit into memory.
 *
 * Leaves two temporary tables that live as long as the transaction: `sql_outcomes (persona_id, response_id,
 * rule_outcomes)`, a row a persona and response, and `sql_outcome_scores (persona_id, rule_outcomes, match_score, band,
 * evidence, every_rule)`, as the database keeps them. Responses that are erased meanwhile may have rows.
 *
 * Every distinct answer is decided once, by the code that scores single responses; a statement for some hundred thousand
 * responses then joins and adds up. Memory grows neither with the responses nor with their distinct answers; the
 * temporary tables take disk.
 *
 * @example
 * const scoring = await scoreBySql({ trx, session, tenantId, dictionaries }, personas);
 * await scoring.stage({ signal });
 * await lockScoringExclusive(trx, tenantId);
 * await scoring.stage();
 * await scoring.settle(dictionaries.thresholds);
 */
export async function scoreBySql(source: SqlSource, personas: readonly SqlPersona[]): Promise<SqlScoring> {
  const { trx, tenantId } = source;
  const compiled = compileSql(personas.map(({ ruleSet }) => ruleSet));
  const groups = groupByAttributes(personas.map(({ id }, index) => ({ id, compiled: at(compiled.ruleSets, index) })));
  const book = await openAnswerBook(source, compiled.attributes);
  await createTables(trx);
  let stagedBefore = false;
  const stage: SqlScoring['stage'] = async ({ signal, report } = {}) => {
    await forgetForms(trx, tenantId, await book.refreshKeys());
    let which = stagedBefore ? await whichAreUnstaged(trx, tenantId, personas) : sql``;
    stagedBefore = true;
    for (let done = 0; ; ) {
      for await (const slice of responseSlices(trx, tenantId, which)) {
        for (const group of groups) {
          await book.decide(slice.which, group.positions, signal);
          await withoutNestedLoops(trx, () => stageGroup(trx, book, group, slice.which));
          signal?.throwIfAborted();
        }
        done += slice.responseCount;
        await report?.(done);
      }
      // A key that nobody had used before may have come with the very responses that were just scored without it.
      const changed = await book.refreshKeys();
      if (changed.length === 0) return done;
      await forgetForms(trx, tenantId, changed);
      which = sql`and r.form_id = any (${changed}::bigint[])`;
    }
  };
  return { stage, settle: (thresholds) => settle(trx, personas, thresholds) };
}

type Member = { id: number; compiled: SqlRuleSet };
type Group = { members: Member[]; positions: number[] };

function groupByAttributes(members: readonly Member[]): Group[] {
  const groups: Group[] = [];
  for (const member of members) {
    const last = groups.at(-1);
    const positions = [...new Set([...(last?.positions ?? []), ...member.compiled.attributes])];
    if (last !== undefined && positions.length <= MOST_ATTRIBUTES) {
      last.members.push(member);
      last.positions = positions;
    } else groups.push({ members: [member], positions: [...member.compiled.attributes] });
  }
  return groups;
}

async function createTables(trx: TenantTransaction): Promise<void> {
  await sql`drop table if exists pg_temp.sql_outcomes, pg_temp.sql_outcome_scores`.execute(trx);
  await sql`
    create temporary table sql_outcomes (persona_id bigint not null, response_id bigint not null, rule_outcomes text not null)
    on commit drop`.execute(trx);
  await sql`
    create temporary table sql_outcome_scores (
      persona_id bigint not null, rule_outcomes text not null, match_score numeric(5, 2) not null, band smallint not null,
      evidence double precision not null, every_rule boolean not null
    ) on commit drop`.execute(trx);
}

async function stageGroup(trx: TenantTransaction, book: AnswerBook, { members, positions }: Group, which: ReturnType<typeof sql>): Promise<void> {
  const outcomes = members.map(({ id, compiled }) => sql.raw(`(${id}::bigint, ${compiled.ruleOutcomes})`));
  await sql`
    insert into sql_outcomes (persona_id, response_id, rule_outcomes)
    select p.persona_id, l.id, p.rule_outcomes
    from (${book.outcomes(which, positions)}) l
    cross join lateral (values ${sql.join(outcomes)}) as p (persona_id, rule_outcomes)`.execute(trx);
}

/** Responses that lack the outcomes of some persona. */
async function whichAreUnstaged(trx: TenantTransaction, tenantId: number, personas: readonly SqlPersona[]): Promise<ReturnType<typeof sql>> {
  const unstaged = sql<{ id: number }>`
    select r.id from form_responses r
    where r.tenant_id = ${tenantId}
      and not exists (select from sql_outcomes o where o.response_id = r.id and o.persona_id = ${personas.at(-1)?.id ?? null})`;
  const { rows } = await withoutNestedLoops(trx, () => unstaged.execute(trx));
  return sql`and r.id = any (${rows.map(({ id }) => id)}::bigint[])`;
}

async function forgetForms(trx: TenantTransaction, tenantId: number, formIds: readonly number[]): Promise<void> {
  if (formIds.length === 0) return;
  const forget = sql`
    delete from sql_outcomes o using form_responses r
    where r.tenant_id = ${tenantId} and r.id = o.response_id and r.form_id = any (${formIds}::bigint[])`;
  await withoutNestedLoops(trx, () => forget.execute(trx));
}

async function settle(trx: TenantTransaction, personas: readonly SqlPersona[], thresholds: BandThresholds): Promise<void> {
  await sql`truncate sql_outcome_scores`.execute(trx);
  await sql`create temporary table sql_combinations on commit drop as select distinct persona_id, rule_outcomes from sql_outcomes`.execute(trx);
  for (const { id, ruleSet } of personas) {
    await sql`
      with outcomes as (select rule_outcomes from sql_combinations where persona_id = ${id})
      insert into sql_outcome_scores (persona_id, rule_outcomes, match_score, band, evidence, every_rule)
      select ${id}, s.rule_outcomes, (s.score_hundredths / 100.0)::numeric(5, 2), s.band, s.evidence, s.every_rule
      from (${sql.raw(compileSqlScores(ruleSet, thresholds))}) s`.execute(trx);
  }
  await sql`drop table sql_combinations`.execute(trx);
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error('A rule set was not compiled.');
  return value;
}
