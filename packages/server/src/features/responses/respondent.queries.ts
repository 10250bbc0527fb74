import { sql, type RawBuilder } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { toLikeText } from './to-like-text.ts';

/** A person who answered, as the contract shows it. The dates are null while no response is left. */
export type Respondent = {
  id: number;
  respondent_key: string;
  response_count: number;
  first_response_at: string | null;
  latest_response_at: string | null;
};

/** Which people are known, in the order they became it, after the one with this id? With a key: that one only; `keyContains`: those with this in it, without case. */
export async function listRespondents(
  trx: TenantTransaction,
  tenantId: number,
  page: { afterId: number; respondentKey?: string | undefined; keyContains?: string | undefined; limit: number },
): Promise<Respondent[]> {
  const byKey = page.respondentKey === undefined ? [] : [sql`p.respondent_key = ${page.respondentKey}`];
  const byPart = page.keyContains === undefined ? [] : [sql`p.respondent_key ILIKE ${`%${toLikeText(page.keyContains)}%`}`];
  return selectRespondents(trx, tenantId, [sql`p.id > ${page.afterId}`, ...byKey, ...byPart], page.limit);
}

/** One person; null when there is none of this id. */
export async function findRespondent(trx: TenantTransaction, tenantId: number, respondentId: number): Promise<Respondent | null> {
  return (await selectRespondents(trx, tenantId, [sql`p.id = ${respondentId}`], 1))[0] ?? null;
}

async function selectRespondents(
  trx: TenantTransaction,
  tenantId: number,
  conditions: RawBuilder<unknown>[],
  limit: number,
): Promise<Respondent[]> {
  const where = sql.join([sql`p.tenant_id = ${tenantId}`, ...conditions], sql` AND `);
  const result = await sql<Omit<Respondent, 'first_response_at' | 'latest_response_at'> & { first_at: Date | null; latest_at: Date | null }>`
    WITH page AS (
      SELECT p.id, p.respondent_key FROM respondents p WHERE ${where} ORDER BY p.id LIMIT ${limit}
    )
    SELECT page.id, page.respondent_key, answered.response_count, answered.first_at, answered.latest_at
    FROM page
    CROSS JOIN LATERAL (
      SELECT count(*) AS response_count, min(r.submitted_at) AS first_at, max(r.submitted_at) AS latest_at
      FROM form_responses r
      WHERE r.tenant_id = ${tenantId} AND r.respondent_id = page.id
    ) AS answered
    ORDER BY page.id`.execute(trx);
  return result.rows.map(({ first_at, latest_at, ...row }) => ({
    ...row,
    first_response_at: first_at?.toISOString() ?? null,
    latest_response_at: latest_at?.toISOString() ?? null,
  }));
}
