import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/** On which days, by the clocks of this time zone, were the responses of an import submitted? In order. */
export async function listImportedDays(trx: TenantTransaction, tenantId: number, importId: number, timeZone: string): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    SELECT DISTINCT (r.submitted_at AT TIME ZONE ${timeZone})::date AS day
    FROM form_responses r
    WHERE r.tenant_id = ${tenantId} AND r.import_id = ${importId}
    ORDER BY day`.execute(trx);
  return rows.map(({ day }) => day);
}

/**
 * Removes the responses of an import with their scores, and the respondents who have no other. Answers how many
 * responses and scores went.
 *
 * The caller holds the scoring lock exclusively.
 */
export async function deleteImportedResponses(trx: TenantTransaction, tenantId: number, importId: number): Promise<{ responses: number; scores: number }> {
  const scores = await sql`
    DELETE FROM response_outcomes m
    USING form_responses r
    WHERE m.tenant_id = ${tenantId} AND r.tenant_id = ${tenantId} AND r.import_id = ${importId} AND m.response_id = r.id`.execute(trx);
  await sql`
    CREATE TEMPORARY TABLE left_respondents ON COMMIT DROP AS
    SELECT DISTINCT r.respondent_id
    FROM form_responses r
    WHERE r.tenant_id = ${sql.lit(tenantId)} AND r.import_id = ${sql.lit(importId)} AND r.respondent_id IS NOT NULL`.execute(trx);
  const responses = await sql`DELETE FROM form_responses WHERE tenant_id = ${tenantId} AND import_id = ${importId}`.execute(trx);
  await sql`
    DELETE FROM respondents p
    USING left_respondents l
    WHERE p.tenant_id = ${tenantId} AND p.id = l.respondent_id
      AND NOT EXISTS (SELECT FROM form_responses r WHERE r.tenant_id = ${tenantId} AND r.respondent_id = p.id)`.execute(trx);
  return { responses: Number(responses.numAffectedRows ?? 0n), scores: Number(scores.numAffectedRows ?? 0n) };
}
