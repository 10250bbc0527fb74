import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import type { ResponseWindow } from '../analytics/response-window.ts';
import { submittedWithin } from '../analytics/windowed-responses.ts';

/** A scored response. `submittedAtUs` is the moment of submission in microseconds since 1970, exact for the cursor. */
export type TopMatchRow = {
  responseId: number;
  formId: number;
  matchScore: number;
  band: 0 | 1 | 2;
  evidence: number;
  submittedAt: Date;
  submittedAtUs: number;
  responseData: JsonObject;
};

/** Where a page ended: match score, evidence, moment of submission in microseconds, response id. */
export type TopMatchPosition = [matchScore: number, evidence: number, submittedAtUs: number, responseId: number];

/**
 * Which responses of a window match a persona best?
 *
 * Higher score first, then more evidence, then older, then lower id: an order without ties, so that pages that begin
 * after a position neither repeat nor leave out a response. Weak ones come too, last.
 *
 * Cost: the index by score gives the order but for equal scores with equal evidence; those are sorted for the page.
 */
export async function listTopMatches(
  trx: TenantTransaction,
  tenantId: number,
  personaId: number,
  { window, after, limit }: { window: ResponseWindow; after: TopMatchPosition | null; limit: number },
): Promise<TopMatchRow[]> {
  const { rows } = await sql<TopMatchRow>`
    select m.response_id as "responseId", r.form_id as "formId", m.match_score as "matchScore", m.band, m.evidence,
      r.submitted_at as "submittedAt", (extract(epoch from r.submitted_at) * 1000000)::bigint as "submittedAtUs",
      r.response_data as "responseData"
    from persona_matches m
    join form_responses r on r.tenant_id = m.tenant_id and r.id = m.response_id
    where m.tenant_id = ${tenantId} and m.persona_id = ${personaId} ${submittedWithin(window)} ${isAfter(after)}
    order by m.match_score desc, m.evidence desc, r.submitted_at, m.response_id
    limit ${limit}`.execute(trx);
  return rows;
}

function isAfter(position: TopMatchPosition | null) {
  if (position === null) return sql``;
  const [matchScore, evidence, submittedAtUs, responseId] = position;
  // The first condition alone can use the index; the second is exact.
  return sql`
    and m.match_score <= ${matchScore}::numeric
    and (m.match_score < ${matchScore}::numeric
      or m.evidence < ${evidence}::float8
      or (m.evidence = ${evidence}::float8
        and (r.submitted_at, m.response_id) > (timestamptz 'epoch' + ${submittedAtUs}::float8 * interval '1 microsecond', ${responseId}::bigint)))`;
}
