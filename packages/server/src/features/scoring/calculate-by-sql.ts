import { sql } from 'kysely';
import type { Database } from '../../db/database.ts';
import { withTenant } from '../../db/tenant-scope.ts';
import { addFirstDayCounts, countFirstDays, deleteDayCountsOf, recountPersonas, settleDayCounts } from '../counts/day-counts.service.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import type { CalculatedPersona, CalculationResult, CalculationTransaction } from './calculation.ts';
import { beginCalculation, claimScores } from './calculation-transaction.ts';
import { analyzeStaging, createStaging, deleteOrphans, deleteOutcomesOf, mergeStaging } from './outcome-rows.store.ts';
import { scoreBySql } from './sql/score-by-sql.ts';

/** `report` hears how many of all responses are done. */
export type SqlCalculation = { personaIds: number[] | null; signal: AbortSignal; report: (done: number, total: number) => void };

/**
 * Calculates inside the database, for a tenant whose frame does not fit into memory: the same steps in the same one
 * transaction as `calculateByFrame`, with the same result. Throws `SettingsChanged`, and the signal's reason.
 */
export async function calculateBySql(db: Database, tenantId: number, { personaIds, signal, report }: SqlCalculation): Promise<CalculationResult> {
  return withTenant(db, tenantId, async (trx, session) => {
    const transaction = { db, tenantId, trx, session };
    const personas = await beginCalculation(transaction, personaIds);
    if (personas.length === 0) return { processed: 0, matched: 0, written: 0, personaIds: [] };
    const dictionaries = await loadDictionaries(trx, tenantId);
    const total = await countResponses(transaction);
    const scoring = await scoreBySql({ trx, session, tenantId, dictionaries }, personas);
    await scoring.stage({ signal, report: async (done) => report(done, total) });
    await createStaging(transaction);
    await sql`analyze sql_outcomes`.execute(trx);
    const inserted = await insertNew(transaction, personas);
    const fresh = personas.filter(({ isScored }) => !isScored).map(({ id }) => id);
    if (fresh.length > 0) await countFirstDays(trx, tenantId, fresh, sql`r.id in (select s.response_id from sql_outcomes s where s.persona_id = ${fresh[0]})`);
    const stagedCount = await stageChanged(transaction, personas);
    await analyzeStaging(transaction);
    signal.throwIfAborted();
    const present = await claimScores(transaction, personas, dictionaries.settingsRevision);
    const ids = personas.map(({ id }) => id).filter((id) => present.has(id));
    const gone = personas.map(({ id }) => id).filter((id) => !present.has(id));
    if (gone.length > 0) {
      await deleteOutcomesOf(transaction, gone);
      await deleteDayCountsOf(trx, tenantId, gone);
    }
    const isRecounted = await settleDayCounts(trx, tenantId, fresh);
    const merged = await mergeStaging(transaction, stagedCount);
    await noteLate(transaction);
    await scoring.stage();
    const late = await storeLate(transaction, ids);
    const orphans = await deleteOrphans(transaction, ids, null);
    await scoring.settle(dictionaries.thresholds);
    await replaceScores(transaction, ids);
    await countDays(transaction, { ids, fresh: isRecounted || orphans > 0 ? [] : fresh.filter((id) => present.has(id)) });
    return { ...(await countMatched(transaction, ids)), written: inserted + merged.written + late - orphans, personaIds: ids };
  });
}

/** Of `fresh` only the late responses are not counted yet; the others of `ids` are counted anew. */
async function countDays({ trx, tenantId }: CalculationTransaction, { ids, fresh }: { ids: readonly number[]; fresh: readonly number[] }): Promise<void> {
  await recountPersonas(trx, tenantId, ids.filter((id) => !fresh.includes(id)));
  if (fresh.length > 0) await addFirstDayCounts(trx, tenantId, fresh, sql`r.id in (select l.id from late_responses l)`);
}

async function countResponses({ trx, tenantId }: CalculationTransaction): Promise<number> {
  const { total } = await trx
    .selectFrom('form_responses')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return total;
}

/** Inserts what nobody has stored: all of a persona without scores, and responses that another has not been compared with. */
async function insertNew({ trx, tenantId }: CalculationTransaction, personas: readonly CalculatedPersona[]): Promise<number> {
  const fresh = personas.filter(({ isScored }) => !isScored).map(({ id }) => id);
  const known = personas.filter(({ isScored }) => isScored).map(({ id }) => id);
  const first = await sql`
    insert into response_outcomes (tenant_id, persona_id, response_id, rule_outcomes)
    select ${tenantId}, s.persona_id, s.response_id, s.rule_outcomes
    from sql_outcomes s
    where s.persona_id = any(${fresh}::bigint[])`.execute(trx);
  // Somebody may have had a single response matched since the last statement began.
  const missing = await sql`
    insert into response_outcomes (tenant_id, persona_id, response_id, rule_outcomes)
    select ${tenantId}, s.persona_id, s.response_id, s.rule_outcomes
    from sql_outcomes s
    left join response_outcomes o on o.tenant_id = ${tenantId} and o.persona_id = s.persona_id and o.response_id = s.response_id
    where s.persona_id = any(${known}::bigint[]) and o.response_id is null
    on conflict (tenant_id, response_id, persona_id) do update set rule_outcomes = excluded.rule_outcomes`.execute(trx);
  return Number(first.numAffectedRows ?? 0n) + Number(missing.numAffectedRows ?? 0n);
}

async function stageChanged({ trx, tenantId }: CalculationTransaction, personas: readonly CalculatedPersona[]): Promise<number> {
  const result = await sql`
    insert into staged_outcomes (persona_id, response_id, before, after)
    select s.persona_id, s.response_id, o.rule_outcomes, s.rule_outcomes
    from sql_outcomes s
    join response_outcomes o on o.tenant_id = ${tenantId} and o.persona_id = s.persona_id and o.response_id = s.response_id
    where s.persona_id = any(${personas.filter(({ isScored }) => isScored).map(({ id }) => id)}::bigint[])
      and o.rule_outcomes <> s.rule_outcomes collate "C"`.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}

/** Notes the responses that are not staged yet: they came while the others were scored. */
async function noteLate({ trx, tenantId }: CalculationTransaction): Promise<void> {
  await sql`
    create temporary table late_responses on commit drop as
    select r.id from form_responses r
    where r.tenant_id = ${sql.lit(tenantId)} and not exists (select from sql_outcomes s where s.response_id = r.id)`.execute(trx);
}

async function storeLate({ trx, tenantId }: CalculationTransaction, personaIds: readonly number[]): Promise<number> {
  const result = await sql`
    insert into response_outcomes (tenant_id, persona_id, response_id, rule_outcomes)
    select ${tenantId}, s.persona_id, s.response_id, s.rule_outcomes
    from sql_outcomes s
    where s.persona_id = any(${personaIds}::bigint[]) and s.response_id in (select id from late_responses)
    on conflict (tenant_id, response_id, persona_id) do update set rule_outcomes = excluded.rule_outcomes
    where response_outcomes.rule_outcomes <> excluded.rule_outcomes`.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}

async function replaceScores({ trx, tenantId }: CalculationTransaction, personaIds: readonly number[]): Promise<void> {
  await sql`delete from outcome_scores where tenant_id = ${tenantId} and persona_id = any(${personaIds}::bigint[])`.execute(trx);
  await sql`
    insert into outcome_scores (tenant_id, persona_id, rule_outcomes, match_score, band, evidence, every_rule)
    select ${tenantId}, s.persona_id, s.rule_outcomes, s.match_score, s.band, s.evidence, s.every_rule
    from sql_outcome_scores s
    where s.persona_id = any(${personaIds}::bigint[])`.execute(trx);
}

async function countMatched({ trx, tenantId }: CalculationTransaction, personaIds: readonly number[]): Promise<{ processed: number; matched: number }> {
  const { rows } = await sql<{ processed: number; matched: number }>`
    select (select count(*) from form_responses where tenant_id = ${tenantId}) as processed,
      (select count(distinct m.response_id) from persona_matches m
       where m.tenant_id = ${tenantId} and m.persona_id = any(${personaIds}::bigint[]) and m.band >= 1) as matched`.execute(trx);
  return rows[0] ?? { processed: 0, matched: 0 };
}
