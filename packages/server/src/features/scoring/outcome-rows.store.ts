import { sql, type RawBuilder } from 'kysely';
import { toBigintArray, toTextArray } from '../../db/binary-arrays.ts';
import type { CalculationTransaction } from './calculation.ts';

/** A response whose outcomes for a persona change; `before` null: it had none. */
export type OutcomeChange = { responseId: number; before: string | null; after: string };

/** Outcomes of one persona, beside the responses they are of. */
export type OutcomeRows = { personaId: number; responseIds: number[]; ruleOutcomes: string[] };

/** The same as the database reads it. */
export type PackedOutcomes = { personaId: number; count: number; responseIds: Buffer; ruleOutcomes: Buffer };

export function packOutcomes({ personaId, responseIds, ruleOutcomes }: OutcomeRows): PackedOutcomes {
  return { personaId, count: responseIds.length, responseIds: toBigintArray(responseIds), ruleOutcomes: toTextArray(ruleOutcomes) };
}

/**
 * Inserts rows of a persona that has none stored, in one statement; some ten thousand at once. Nobody sees them before the
 * commit. Rows of responses that are erased meanwhile must be removed again (`deleteOrphans`).
 */
export async function insertOutcomes({ trx, tenantId }: CalculationTransaction, rows: PackedOutcomes): Promise<void> {
  await insertRows(tenantId, rows).execute(trx);
}

/** The same where some may be stored; answers how many rows it wrote: those that are as they were are not touched. */
export async function upsertOutcomes({ trx, tenantId }: CalculationTransaction, rows: PackedOutcomes): Promise<number> {
  const result = await sql`
    ${insertRows(tenantId, rows)}
    on conflict (tenant_id, response_id, persona_id) do update set rule_outcomes = excluded.rule_outcomes
    where response_outcomes.rule_outcomes <> excluded.rule_outcomes`.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}

function insertRows(tenantId: number, { personaId, responseIds, ruleOutcomes }: PackedOutcomes): RawBuilder<unknown> {
  // Both lists side by side, one row at a time: in FROM they would be made a table first.
  return sql`
    insert into response_outcomes (tenant_id, persona_id, response_id, rule_outcomes)
    select ${tenantId}, ${personaId}, unnest(${responseIds}::bigint[]), unnest(${ruleOutcomes}::text[])`;
}

/** What is stored of a persona for some responses, by response. */
export async function findOutcomes({ trx, tenantId }: CalculationTransaction, personaId: number, responseIds: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ responseId: number; ruleOutcomes: string }>`
    select response_id as "responseId", rule_outcomes as "ruleOutcomes"
    from response_outcomes
    where tenant_id = ${tenantId} and persona_id = ${personaId} and response_id = any(${toBigintArray(responseIds)}::bigint[])`.execute(trx);
  return new Map(rows.map((row) => [row.responseId, row.ruleOutcomes]));
}

/** A table of this session for rows that will replace stored ones; gone with the transaction, and not in the write-ahead log. */
export async function createStaging({ trx }: CalculationTransaction): Promise<void> {
  await sql`
    create temporary table staged_outcomes (
      persona_id bigint not null, response_id bigint not null, before text collate "C" not null, after text collate "C" not null
    ) on commit drop`.execute(trx);
}

/** Puts changes of stored rows aside. */
export async function stageChanges({ trx }: CalculationTransaction, personaId: number, changes: readonly OutcomeChange[]): Promise<void> {
  await sql`
    insert into staged_outcomes (persona_id, response_id, before, after)
    select ${personaId}, given.*
    from unnest(
      ${toBigintArray(changes.map(({ responseId }) => responseId))}::bigint[],
      ${toTextArray(changes.map(({ before }) => before ?? ''))}::text[],
      ${toTextArray(changes.map(({ after }) => after))}::text[]
    ) as given`.execute(trx);
}

/** Lets the planner know how much is staged, before it is joined. */
export async function analyzeStaging({ trx }: CalculationTransaction): Promise<void> {
  await sql`analyze staged_outcomes`.execute(trx);
}

/**
 * Makes what was put aside the stored rows; answers how many rows it wrote, and whether every one was as it had been when it
 * was put aside. What was erased meanwhile stays away.
 */
export async function mergeStaging({ trx, tenantId }: CalculationTransaction, stagedCount: number): Promise<{ written: number; isExact: boolean }> {
  const merge = async (condition: RawBuilder<boolean>): Promise<number> => {
    const result = await sql`
      update response_outcomes o
      set rule_outcomes = s.after
      from staged_outcomes s
      where o.tenant_id = ${tenantId} and o.persona_id = s.persona_id and o.response_id = s.response_id and ${condition}`.execute(trx);
    return Number(result.numAffectedRows ?? 0n);
  };
  const written = stagedCount === 0 ? 0 : await merge(sql`o.rule_outcomes = s.before`);
  if (written === stagedCount) return { written, isExact: true };
  return { written: written + (await merge(sql`o.rule_outcomes <> s.after`)), isExact: false };
}

/**
 * Removes outcomes of responses that were erased while their transaction could not see this one's rows. `erasedIds`: all that
 * these can be; null when that is not known, which costs one pass over all outcomes.
 */
export async function deleteOrphans({ trx, tenantId }: CalculationTransaction, personaIds: readonly number[], erasedIds: readonly number[] | null): Promise<number> {
  const isErased = erasedIds === null ? sql<boolean>`true` : sql<boolean>`o.response_id = any(${toBigintArray(erasedIds)}::bigint[])`;
  const result = await sql`
    delete from response_outcomes o
    where o.tenant_id = ${tenantId} and o.persona_id = any(${personaIds}::bigint[]) and ${isErased}
      and not exists (select from form_responses r where r.tenant_id = ${tenantId} and r.id = o.response_id)`.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}

/** Removes everything stored of personas that were deleted meanwhile. */
export async function deleteOutcomesOf({ trx, tenantId }: CalculationTransaction, personaIds: readonly number[]): Promise<void> {
  await trx.deleteFrom('response_outcomes').where('tenant_id', '=', tenantId).where('persona_id', 'in', personaIds).execute();
}
