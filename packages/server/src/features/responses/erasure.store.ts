import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { ERASED_ANSWER } from './idempotency.store.ts';

/** A response that is to be erased, or was. */
export type ErasableResponse = { id: number; respondentId: number | null; importId: number | null; submittedAt: Date };

/** One response, or all of one respondent; none when there is no such thing. */
export async function listErasable(
  trx: TenantTransaction,
  tenantId: number,
  whose: { responseId: number } | { respondentId: number },
): Promise<ErasableResponse[]> {
  return trx
    .selectFrom('form_responses')
    .select(['id', 'respondent_id as respondentId', 'import_id as importId', 'submitted_at as submittedAt'])
    .where('tenant_id', '=', tenantId)
    .$if('responseId' in whose, (query) => query.where('id', '=', 'responseId' in whose ? whose.responseId : 0))
    .$if('respondentId' in whose, (query) => query.where('respondent_id', '=', 'respondentId' in whose ? whose.respondentId : 0))
    .orderBy('id')
    .execute();
}

/**
 * Removes responses and every other trace of them but their days' snapshots: scores, live events and kept answers that
 * name them, uploaded files they were read from, and respondents nobody answers for any more.
 *
 * This one store reaches into other features' tables: to erase a person is to know every place that holds one. What
 * cannot be known is which refused rows of an import are about the same person; those go with their import.
 *
 * The caller holds the scoring lock exclusively. Answers how many scores went.
 */
export async function eraseResponses(trx: TenantTransaction, tenantId: number, responses: readonly ErasableResponse[]): Promise<number> {
  const ids = responses.map((response) => response.id);
  const scores = await sql`
    DELETE FROM response_outcomes WHERE tenant_id = ${tenantId} AND response_id = ANY (${ids}::bigint[])`.execute(trx);
  await sql`DELETE FROM form_responses WHERE tenant_id = ${tenantId} AND id = ANY (${ids}::bigint[])`.execute(trx);
  await sql`
    DELETE FROM respondents p
    WHERE p.tenant_id = ${tenantId} AND p.id = ANY (${responses.map((response) => response.respondentId)}::bigint[])
      AND NOT EXISTS (SELECT FROM form_responses r WHERE r.tenant_id = ${tenantId} AND r.respondent_id = p.id)`.execute(trx);
  await sql`
    DELETE FROM events WHERE tenant_id = ${tenantId} AND (payload ->> 'response_id')::bigint = ANY (${ids}::bigint[])`.execute(trx);
  await scrubKeptAnswers(trx, tenantId, ids);
  await removeFiles(trx, tenantId, responses.map((response) => response.importId));
  return Number(scores.numAffectedRows ?? 0n);
}

/** Removes a respondent who has no responses. Answers whether there was one. */
export async function deleteRespondent(trx: TenantTransaction, tenantId: number, respondentId: number): Promise<boolean> {
  const result = await trx.deleteFrom('respondents').where('tenant_id', '=', tenantId).where('id', '=', respondentId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

async function scrubKeptAnswers(trx: TenantTransaction, tenantId: number, ids: readonly number[]): Promise<void> {
  await sql`
    UPDATE idempotency_keys k
    SET answer = ${JSON.stringify(ERASED_ANSWER)}::jsonb
    WHERE k.tenant_id = ${tenantId} AND (
      (k.answer ->> 'id')::bigint = ANY (${ids}::bigint[])
      OR EXISTS (
        SELECT FROM jsonb_array_elements_text(coalesce(k.answer -> 'response_ids', '[]')) AS listed (id)
        WHERE listed.id::bigint = ANY (${ids}::bigint[])))`.execute(trx);
}

/** Removes the uploaded bytes of imports that are over; their report and refused rows stay. */
async function removeFiles(trx: TenantTransaction, tenantId: number, importIds: readonly (number | null)[]): Promise<void> {
  await sql`
    DELETE FROM import_chunks c
    USING imports i
    WHERE c.tenant_id = ${tenantId} AND i.tenant_id = ${tenantId} AND i.id = c.import_id
      AND i.id = ANY (${importIds}::bigint[]) AND i.status IN ('imported', 'failed', 'undone')`.execute(trx);
}
