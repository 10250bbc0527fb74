import { compileSql, type RuleSet } from '@likeness/core';
import { sql } from 'kysely';
import { readInBatches } from '../../../db/read-in-batches.ts';
import type { TenantTransaction } from '../../../db/scoped-transaction.ts';
import type { ResponseWindow } from '../../analytics/response-window.ts';
import { submittedWithin, windowedResponses } from '../../analytics/windowed-responses.ts';
import { openAnswerBook, type SqlSource } from './answer-book.ts';
import { responseSlices } from './response-slices.ts';
import { withoutNestedLoops } from './without-nested-loops.ts';

/**
 * `ruleSets`: some, each with at least one rule. Only responses submitted within the window are looked at. `report` is
 * told how many of them are done; the signal is looked at between two statements.
 */
export type SqlCountQuestion = {
  ruleSets: readonly RuleSet[];
  window: ResponseWindow;
  signal?: AbortSignal;
  report?: (done: number) => void;
};

/**
 * How often one combination of outcomes occurs. `ruleOutcomes` has one text for each rule set, a sign a rule (`+`, `-`,
 * `?`). `respondents` counts those whose latest response of the window it is.
 */
export type SqlCount = { ruleOutcomes: string[]; responses: number; respondents: number };

/**
 * How do a window's responses, and the people behind them, fare under these rules? Counted inside the database, for a
 * tenant that does not fit into memory.
 *
 * Answers every combination that occurs, once, in batches and in no particular order; what it is worth is for `toScore` to
 * say. Several rule sets are counted together, so that overlaps can be read off. A response without a respondent is its
 * own; the latest is by time of submission, then id.
 *
 * The transaction must see one moment throughout (`readTenantWithScratch`); throws when responses came in meanwhile.
 *
 * Cost: two passes over the window's responses. Memory does not grow with them.
 *
 * @example for await (const counts of countBySql({ trx, session, tenantId, dictionaries }, { ruleSets, window })) { ... }
 */
export async function* countBySql(source: SqlSource, { ruleSets, window, signal, report }: SqlCountQuestion): AsyncGenerator<SqlCount[]> {
  const { trx, tenantId } = source;
  const compiled = compileSql(ruleSets);
  const positions = compiled.attributes.map((_, position) => position);
  const combination = sql.raw(compiled.ruleSets.map(({ ruleOutcomes }) => ruleOutcomes).join(' || ') || `''`);
  const book = await openAnswerBook(source, compiled.attributes);
  await book.refreshKeys();
  await createTables(trx, tenantId, window);
  let done = 0;
  for await (const { which, responseCount } of responseSlices(trx, tenantId, submittedWithin(window))) {
    signal?.throwIfAborted();
    await book.decide(which, positions, signal);
    signal?.throwIfAborted();
    const count = sql`
      insert into sql_counts (rule_outcomes, responses, respondents)
      select ${combination}, count(*), count(*) filter (where s.id is null)
      from (${book.outcomes(which, positions)}) l
      left join sql_superseded s on s.id = l.id
      group by 1`;
    await withoutNestedLoops(trx, () => count.execute(trx));
    done += responseCount;
    report?.(done);
  }
  let counted = 0;
  for await (const rows of readInBatches(trx, COUNTS)) {
    signal?.throwIfAborted();
    counted += rows.reduce((sum, { responses }) => sum + responses, 0);
    yield rows.map(({ rule_outcomes, ...numbers }) => ({ ruleOutcomes: split(rule_outcomes, ruleSets), ...numbers }));
  }
  if (counted !== done) throw new Error('Responses came in while they were counted: the transaction must see one moment throughout.');
}

const COUNTS = sql<{ rule_outcomes: string; responses: number; respondents: number }>`
  select rule_outcomes, sum(responses)::bigint as responses, sum(respondents)::bigint as respondents
  from sql_counts group by rule_outcomes`;

async function createTables(trx: TenantTransaction, tenantId: number, window: ResponseWindow): Promise<void> {
  await sql`drop table if exists pg_temp.sql_counts, pg_temp.sql_superseded`.execute(trx);
  await sql`
    create temporary table sql_counts (rule_outcomes text not null, responses bigint not null, respondents bigint not null)
    on commit drop`.execute(trx);
  // Few people answer more than once.
  await sql`
    create temporary table sql_superseded on commit drop as
    select w.id from (${windowedResponses(tenantId, window)}) w where not w.is_latest`.execute(trx);
  await sql`analyze sql_superseded`.execute(trx);
}

function split(outcomes: string, ruleSets: readonly RuleSet[]): string[] {
  let start = 0;
  return ruleSets.map(({ rules }) => outcomes.slice(start, (start += rules.length)));
}
