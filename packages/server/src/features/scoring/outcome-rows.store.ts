import { sql } from 'kysely';
import { toBigintArray, toTextArray } from '../../db/binary-arrays.ts';
import type { CalculationTransaction } from './calculation.ts';

/** Outcomes of one persona, beside the responses they are of. */
export type OutcomeRows = { personaId: number; responseIds: number[]; ruleOutcomes: string[] };

/**
 * Inserts rows of a persona that has none stored, in one statement; some ten thousand at once. Nobody sees them before the
 * commit. Rows of responses that are erased meanwhile must be removed again (`deleteOrphans`).
 */
export async function insertOutcomes({ trx, tenantId }: CalculationTransaction, rows: OutcomeRows): Promise<void> {
  await insertRows(tenantId, rows).execute(trx);
}

/** The same where some may be stored; answers how many rows it wrote: those that are as they were are not touched. */
export async function upsertOutcomes({ trx, tenantId }: CalculationTransaction, rows: OutcomeRows): Promise<number> {
  if (rows.responseIds.length === 0) return 0;
  const result = await sql`
    ${insertRows(tenantId, rows)}
    on conflict (tenant_id, response_id, persona_id) do update set rule_outcomes = excluded.rule_outcomes
    where response_outcomes.rule_outcomes <> excluded.rule_outcomes`.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}

function insertRows(tenantId: number, { personaId, responseIds, ruleOutcomes }: OutcomeRows) {
  return sql`
    insert into response_outcomes (tenant_id, persona_id, response_id, rule_outcomes)
    select ${tenantId}, ${personaId}, scored.*
    from unnest(${toBigintArray(responseIds)}::bigint[], ${toTextArray(ruleOutcomes)}::text[]) as scored (response_id, rule_outcomes)`;
}

/** A table of this session for rows that will replace stored ones; gone with the transaction, and not in the write-ahead log. */
export async function createStaging({ trx }: CalculationTransaction): Promise<void> {
  await sql`
    create temporary table staged_outcomes (
      persona_id bigint not null, response_id bigint not null, rule_outcomes text collate "C" not null
    ) on commit drop`.execute(trx);
}

/** Puts rows aside that are stored with other outcomes. */
export async function stageOutcomes({ trx }: CalculationTransaction, { personaId, responseIds, ruleOutcomes }: OutcomeRows): Promise<void> {
  await sql`
    insert into staged_outcomes (persona_id, response_id, rule_outcomes)
    select ${personaId}, scored.*
    from unnest(${toBigintArray(responseIds)}::bigint[], ${toTextArray(ruleOutcomes)}::text[]) as scored`.execute(trx);
}

/** Lets the planner know how much is staged, before it is joined. */
export async function analyzeStaging({ trx }: CalculationTransaction): Promise<void> {
  await sql`analyze staged_outcomes`.execute(trx);
}

/** Makes the staged outcomes the stored ones. Answers how many rows it wrote; what was erased meanwhile stays away. */
export async function mergeStaging({ trx, tenantId }: CalculationTransaction): Promise<number> {
  const result = await sql`
    update response_outcomes o
    set rule_outcomes = s.rule_outcomes
    from staged_outcomes s
    where o.tenant_id = ${tenantId} and o.persona_id = s.persona_id and o.response_id = s.response_id`.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}

/** Removes outcomes of responses that were erased while their transaction could not see this one's rows. */
export async function deleteOrphans({ trx, tenantId }: CalculationTransaction, personaIds: readonly number[]): Promise<number> {
  const result = await sql`
    delete from response_outcomes o
    where o.tenant_id = ${tenantId} and o.persona_id = any(${personaIds}::bigint[])
      and not exists (select from form_responses r where r.tenant_id = ${tenantId} and r.id = o.response_id)`.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}

/** Removes everything stored of personas that were deleted meanwhile. */
export async function deleteOutcomesOf({ trx, tenantId }: CalculationTransaction, personaIds: readonly number[]): Promise<void> {
  await trx.deleteFrom('response_outcomes').where('tenant_id', '=', tenantId).where('persona_id', 'in', personaIds).execute();
}
