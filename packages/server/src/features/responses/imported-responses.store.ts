import { sql, type RawBuilder } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/** On which days, by the clocks of this time zone, were these responses submitted? In order. `which` is a condition on `form_responses r`. */
export async function listDaysOf(trx: TenantTransaction, tenantId: number, which: RawBuilder<boolean>, timeZone: string): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    SELECT DISTINCT (r.submitted_at AT TIME ZONE ${timeZone})::date AS day
    FROM form_responses r
    WHERE r.tenant_id = ${tenantId} AND ${which}
    ORDER BY day`.execute(trx);
  return rows.map(({ day }) => day);
}

/**
 * Removes responses with their scores, and the respondents who have no other. Answers how many responses and scores went.
 * `which` is a condition on `form_responses r`, whose values are written out.
 *
 * The caller holds the scoring lock exclusively.
 */
export async function deleteResponses(trx: TenantTransaction, tenantId: number, which: RawBuilder<boolean>): Promise<{ responses: number; scores: number }> {
  const scores = await sql`
    DELETE FROM response_outcomes m
    USING form_responses r
    WHERE m.tenant_id = ${tenantId} AND r.tenant_id = ${tenantId} AND ${which} AND m.response_id = r.id`.execute(trx);
  await sql`
    CREATE TEMPORARY TABLE left_respondents ON COMMIT DROP AS
    SELECT DISTINCT r.respondent_id
    FROM form_responses r
    WHERE r.tenant_id = ${sql.lit(tenantId)} AND ${which} AND r.respondent_id IS NOT NULL`.execute(trx);
  const responses = await sql`DELETE FROM form_responses r WHERE r.tenant_id = ${tenantId} AND ${which}`.execute(trx);
  await sql`
    DELETE FROM respondents p
    USING left_respondents l
    WHERE p.tenant_id = ${tenantId} AND p.id = l.respondent_id
      AND NOT EXISTS (SELECT FROM form_responses r WHERE r.tenant_id = ${tenantId} AND r.respondent_id = p.id)`.execute(trx);
  return { responses: Number(responses.numAffectedRows ?? 0n), scores: Number(scores.numAffectedRows ?? 0n) };
}
