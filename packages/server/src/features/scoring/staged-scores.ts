import { sql } from 'kysely';
import { copyLines } from '../../db/copy-lines.ts';
import type { CopySession, TenantTransaction } from '../../db/scoped-transaction.ts';
import type { ScorableResponse } from './persona-scorer.ts';

/**
 * A table of this session that new scores wait in; it is gone with the transaction, or with the server's life.
 * Nothing of it is visible to anybody else, and it costs no write-ahead log.
 */
export async function createStaging(trx: TenantTransaction): Promise<void> {
  await sql`
    create temporary table staged_scores (
      persona_id bigint not null, response_id bigint not null, rule_outcomes text collate "C" not null
    ) on commit drop`.execute(trx);
}

/** Adds lines in PostgreSQL's COPY text format. */
export async function copyToStaging(session: CopySession, lines: string): Promise<void> {
  await copyLines(session, 'staged_scores', lines);
}

/** Lets the planner know how much is staged, before it is joined. */
export async function analyzeStaging(trx: TenantTransaction): Promise<void> {
  await sql`analyze staged_scores`.execute(trx);
}

/** Which responses have no staged score of this persona? They came after the calculation had read all there were. */
export async function listUnstagedResponses(trx: TenantTransaction, tenantId: number, personaId: number): Promise<ScorableResponse[]> {
  const { rows } = await sql<ScorableResponse>`
    select r.id, r.form_id as "formId", r.response_data as "responseData"
    from form_responses r
    where r.tenant_id = ${tenantId}
      and not exists (select from staged_scores s where s.response_id = r.id and s.persona_id = ${personaId})`.execute(trx);
  return rows;
}

/**
 * Makes the staged scores the stored ones, and answers how many rows it wrote: rows that are as they were are not
 * touched. Scores of responses that were erased meanwhile, or of personas, are left out.
 */
export async function mergeStaging(trx: TenantTransaction, tenantId: number): Promise<number> {
  const updated = await sql`
    update response_outcomes m
    set rule_outcomes = s.rule_outcomes
    from staged_scores s
    where m.tenant_id = ${tenantId} and m.persona_id = s.persona_id and m.response_id = s.response_id
      and m.rule_outcomes <> s.rule_outcomes`.execute(trx);
  const inserted = await sql`
    insert into response_outcomes (tenant_id, persona_id, response_id, rule_outcomes)
    select ${tenantId}, s.*
    from staged_scores s
    where exists (select from form_responses r where r.tenant_id = ${tenantId} and r.id = s.response_id)
      and exists (select from cx_personas p where p.tenant_id = ${tenantId} and p.id = s.persona_id)
      and not exists (
        select from response_outcomes m
        where m.tenant_id = ${tenantId} and m.persona_id = s.persona_id and m.response_id = s.response_id)`.execute(trx);
  return Number(updated.numAffectedRows ?? 0n) + Number(inserted.numAffectedRows ?? 0n);
}
