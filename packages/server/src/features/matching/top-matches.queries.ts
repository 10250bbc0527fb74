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
 * Cost: the combinations of outcomes, best first, each with the responses that have it, until the page is full. Those with
 * equal score and evidence are sorted by their moments; the others are not looked at.
 */
export async function listTopMatches(
  trx: TenantTransaction,
  tenantId: number,
  personaId: number,
  { window, after, limit }: { window: ResponseWindow; after: TopMatchPosition | null; limit: number },
): Promise<TopMatchRow[]> {
  const { rows } = await sql<TopMatchRow>`
    with worths as materialized (
      select s.match_score, s.evidence, array_agg(s.rule_outcomes) as combinations, array_agg(s.band) as bands
      from outcome_scores s
      where s.tenant_id = ${tenantId} and s.persona_id = ${personaId} ${isNotBefore(after)}
      group by s.match_score, s.evidence
      order by s.match_score desc, s.evidence desc
    )
    select r.id as "responseId", r.form_id as "formId", w.match_score as "matchScore", w.bands[array_position(w.combinations, r.rule_outcomes)] as band, w.evidence,
      r.submitted_at as "submittedAt", (extract(epoch from r.submitted_at) * 1000000)::bigint as "submittedAtUs",
      r.response_data as "responseData"
    from (select * from worths order by match_score desc, evidence desc) w
    cross join lateral (
      select r.id, r.form_id, r.submitted_at, r.response_data, o.rule_outcomes
      from response_outcomes o
      join form_responses r on r.tenant_id = o.tenant_id and r.id = o.response_id
      where o.tenant_id = ${tenantId} and o.persona_id = ${personaId} and o.rule_outcomes = any(w.combinations)
        ${submittedWithin(window)} ${isAfter(after)}
      order by r.submitted_at, r.id
      limit ${limit}
    ) r
    order by w.match_score desc, w.evidence desc, r.submitted_at, r.id
    limit ${limit}`.execute(trx);
  return rows;
}

/** Leaves out what is worth more than the position says. */
function isNotBefore(position: TopMatchPosition | null) {
  if (position === null) return sql``;
  const [matchScore, evidence] = position;
  return sql`and (s.match_score < ${matchScore}::numeric or (s.match_score = ${matchScore}::numeric and s.evidence <= ${evidence}::float8))`;
}

/** Of what is worth as much, leaves out what came before. */
function isAfter(position: TopMatchPosition | null) {
  if (position === null) return sql``;
  const [matchScore, evidence, submittedAtUs, responseId] = position;
  return sql`
    and (w.match_score < ${matchScore}::numeric or w.evidence < ${evidence}::float8
      or (r.submitted_at, r.id) > (timestamptz 'epoch' + ${submittedAtUs}::float8 * interval '1 microsecond', ${responseId}::bigint))`;
}
