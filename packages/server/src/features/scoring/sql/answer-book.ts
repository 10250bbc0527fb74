import { compileSqlAnswers, type AnswerOutcomes, type SqlAttribute } from '@likeness/core';
import { sql, type RawBuilder } from 'kysely';
import { copyLines } from '../../../db/copy-lines.ts';
import type { CopySession, TenantTransaction } from '../../../db/scoped-transaction.ts';
import type { Dictionaries } from '../../dictionary/dictionary.queries.ts';
import { listFormKeys } from '../../responses/form-keys.queries.ts';
import { candidateCells, toCandidateKeys, type CandidateKeys } from './candidate-cells.ts';
import { withoutNestedLoops } from './without-nested-loops.ts';

/** The connection, and how this tenant's answers are read. */
export type SqlSource = {
  trx: TenantTransaction;
  session: CopySession;
  tenantId: number;
  dictionaries: Pick<Dictionaries, 'forForm'>;
};

/**
 * How every distinct answer of a tenant fares in the tests of some rules, in a temporary table of the transaction.
 *
 * `which` is always a further condition on `r` (form_responses), led by `and`; `positions` say which of the book's
 * attributes are wanted. Memory does not grow with the number of answers.
 */
export type AnswerBook = {
  /**
   * Reads the forms' keys, and answers the forms whose keys for these attributes are others than before (at first all
   * that have any). What was decided for such forms is forgotten. Call it before anything else.
   */
  refreshKeys(): Promise<number[]>;
  /** Decides the answers of these responses that have not been decided yet. Throws the signal's reason when aborted. */
  decide(which: RawBuilder<unknown>, positions: readonly number[], signal?: AbortSignal): Promise<void>;
  /**
   * The outcomes of these responses' answers, as a query with the columns `id` and `a0`, `a1` ... (see `compileSql`). A
   * response with an answer that is not decided is left out. Run it `withoutNestedLoops`.
   */
  outcomes(which: RawBuilder<unknown>, positions: readonly number[]): RawBuilder<unknown>;
};

/** Opens an empty book; one is open in a transaction at a time. */
export async function openAnswerBook(source: SqlSource, attributes: readonly SqlAttribute[]): Promise<AnswerBook> {
  const { trx, tenantId, dictionaries } = source;
  await sql`drop table if exists pg_temp.sql_answers`.execute(trx);
  await sql`
    create temporary table sql_answers (attribute integer not null, form_id bigint not null, cell jsonb not null, outcomes bytea not null)
    on commit drop`.execute(trx);
  const decided = createDecisions(source, attributes);
  let candidates: CandidateKeys = new Map();
  return {
    refreshKeys: async () => {
      const found = toCandidateKeys(attributes, await listFormKeys(trx, tenantId), dictionaries);
      const changed = changedForms(candidates, found);
      candidates = found;
      if (changed.length > 0) await sql`delete from sql_answers where form_id = any (${changed}::bigint[])`.execute(trx);
      return changed;
    },
    decide: async (which, positions, signal) => {
      if (positions.length === 0) return;
      const isSeveral = (formId: number, position: number): boolean => (candidates.get(formId)?.[position]?.length ?? 0) > 1;
      const undecided = undecidedAnswers(candidateCells(candidates, { tenantId, which, positions }), positions);
      await withoutNestedLoops(trx, () => decided.add(undecided, isSeveral, signal));
    },
    outcomes: (which, positions) => joinOutcomes(candidateCells(candidates, { tenantId, which, positions }), positions, decided.whenAbsent),
  };
}

function changedForms(before: CandidateKeys, after: CandidateKeys): number[] {
  // A form without any key for these attributes reads like one that is not known.
  const toText = (keys: readonly (readonly string[])[] = []): string => (keys.some(({ length }) => length > 0) ? JSON.stringify(keys) : '');
  return [...new Set([...before.keys(), ...after.keys()])].filter((formId) => toText(before.get(formId)) !== toText(after.get(formId)));
}

type Answer = { attribute: number; formId: number; cell: string };

function undecidedAnswers(cells: RawBuilder<unknown>, positions: readonly number[]): RawBuilder<Answer> {
  const pairs = positions.map((position) => sql.raw(`(${position}, c.cell_${position})`));
  return sql<Answer>`
    select u.attribute, u.form_id as "formId", u.cell::text as cell
    from (
      select distinct x.attribute, c.form_id, x.cell
      from (${cells}) c
      cross join lateral (values ${sql.join(pairs)}) as x (attribute, cell)
      where x.cell is not null
    ) u
    where not exists (select from sql_answers d where d.attribute = u.attribute and d.form_id = u.form_id and d.cell = u.cell)`;
}

function joinOutcomes(cells: RawBuilder<unknown>, positions: readonly number[], whenAbsent: readonly string[]): RawBuilder<unknown> {
  const columns = positions.map((position) => {
    const absent = sql.lit(`\\x${whenAbsent[position] ?? ''}`);
    return sql`, coalesce(${sql.ref(`d${position}.outcomes`)}, case when ${sql.ref(`c.cell_${position}`)} is null then ${absent}::bytea end) as ${sql.ref(`a${position}`)}`;
  });
  const joins = positions.map((position) =>
    sql.raw(`
      left join sql_answers d${position}
        on d${position}.attribute = ${position} and d${position}.form_id = c.form_id and d${position}.cell = c.cell_${position}`),
  );
  const known = positions.map((position) => sql.raw(`and (c.cell_${position} is null or d${position}.attribute is not null)`));
  return sql`select c.id ${sql.join(columns, sql``)} from (${cells}) c ${sql.join(joins, sql``)} where true ${sql.join(known, sql` `)}`;
}

type Decisions = {
  add(undecided: RawBuilder<Answer>, isSeveral: (formId: number, position: number) => boolean, signal?: AbortSignal): Promise<void>;
  /** The outcomes of a missing answer, in hex, by the attribute's position. */
  whenAbsent: readonly string[];
};

/** So many characters of answers at once. A single one may be longer. */
const TEXT_AT_ONCE = 4_000_000;
const MOST_AT_ONCE = 5000;

function createDecisions({ trx, session, dictionaries }: SqlSource, attributes: readonly SqlAttribute[]): Decisions {
  const byForm = new Map<number, AnswerOutcomes[]>();
  const outcomesOf = (formId: number, position: number): AnswerOutcomes => {
    const deciders = byForm.get(formId) ?? attributes.map((attribute) => compileSqlAnswers(attribute, dictionaries.forForm(formId)));
    byForm.set(formId, deciders);
    const decider = deciders[position];
    if (decider === undefined) throw new Error('There is no attribute of this position.');
    return decider;
  };
  const fetch = async (count: number): Promise<Answer[]> => (await sql<Answer>`fetch ${sql.lit(count)} from undecided`.execute(trx)).rows;
  return {
    add: async (undecided, isSeveral, signal) => {
      // A cursor is planned for its first rows unless told that all will be read.
      await sql`set local cursor_tuple_fraction = 1`.execute(trx);
      await sql`declare undecided no scroll cursor for ${undecided}`.execute(trx);
      let decidedCount = 0;
      for (let answers = await fetch(100); answers.length > 0 && signal?.aborted !== true; answers = await fetch(nextCount(answers))) {
        const lines = answers.map(({ attribute, formId, cell }) => {
          const given: unknown = JSON.parse(cell);
          const outcomes = outcomesOf(formId, attribute)(isSeveral(formId, attribute) && Array.isArray(given) ? given : [given]);
          return `${attribute}\t${formId}\t${cell.replaceAll('\\', '\\\\')}\t\\\\x${toHex(outcomes)}\n`;
        });
        await copyLines(session, 'sql_answers', lines.join(''));
        decidedCount += answers.length;
      }
      await sql`close undecided`.execute(trx);
      signal?.throwIfAborted();
      if (decidedCount > 0) await sql`analyze sql_answers`.execute(trx);
    },
    whenAbsent: attributes.map((_, position) => toHex(outcomesOf(0, position)([]))),
  };
}

function nextCount(answers: readonly Answer[]): number {
  const length = answers.reduce((sum, { cell }) => sum + cell.length, 0);
  return Math.max(1, Math.min(MOST_AT_ONCE, Math.floor((TEXT_AT_ONCE * answers.length) / length)));
}

function toHex(outcomes: Uint8Array): string {
  return Buffer.from(outcomes).toString('hex');
}
