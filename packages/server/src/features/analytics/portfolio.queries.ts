import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { ResponseWindow } from './response-window.ts';
import { submittedWithin, windowedResponses } from './windowed-responses.ts';

/**
 * How many respondents are matched by exactly these personas, each by the latest response in the window?
 *
 * `matching` (moderate band or above), `strong` and `everyRule` have one character a persona, in the order that was
 * asked for: `1` matched, `0` not. `primaryId` is the best persona among the matching ones, null when there is none.
 */
export type PersonaPattern = { matching: string; strong: string; everyRule: string; primaryId: number | null; respondents: number };

/**
 * Which combinations of these personas do the respondents of a window match, and which persona is each one's best?
 *
 * The best: higher score, then higher evidence, then fewer respondents in this window, then lower id. A response that a
 * persona was not compared with counts as not matched by it. No personas: one pattern of empty texts with everybody.
 *
 * Cost: one pass over the scores of the latest responses, one aggregate row a respondent.
 */
export async function listPersonaPatterns(
  trx: TenantTransaction,
  tenantId: number,
  personaIds: readonly number[],
  window: ResponseWindow,
): Promise<PersonaPattern[]> {
  const nobody = '0'.repeat(personaIds.length);
  const { rows } = await sql<PersonaPattern>`
    with windowed as (${windowedResponses(tenantId, window)}),
    personas as (
      select id, set_bit(${nobody}::varbit, position::int - 1, 1) as bit
      from unnest(${personaIds}::bigint[]) with ordinality as asked (id, position)
    ),
    scores as (
      select m.response_id, m.persona_id, m.match_score, m.evidence, m.band, m.every_rule
      from persona_matches m
      join windowed w on w.id = m.response_id and w.is_latest
      where m.tenant_id = ${tenantId} and m.persona_id = any(${personaIds}::bigint[]) and m.band >= 1
    ),
    sizes as (
      select persona_id, count(*) as respondents
      from scores
      group by persona_id
    ),
    matched as (
      select s.response_id,
        bit_or(p.bit) as matching,
        coalesce(bit_or(p.bit) filter (where s.band = 2), ${nobody}::varbit) as strong,
        coalesce(bit_or(p.bit) filter (where s.every_rule), ${nobody}::varbit) as every_rule,
        max(array[s.match_score::float8, s.evidence, -z.respondents, -s.persona_id]) as best
      from scores s
      join personas p on p.id = s.persona_id
      join sizes z on z.persona_id = s.persona_id
      group by s.response_id
    ),
    patterns as (
      select matching::text, strong::text, every_rule::text, -best[4] as primary_id, count(*) as respondents
      from matched
      group by matching, strong, every_rule, best[4]
    )
    select matching, strong, every_rule as "everyRule", primary_id as "primaryId", respondents
    from patterns
    union all
    select ${nobody}, ${nobody}, ${nobody}, null, everybody.n - coalesce((select sum(respondents) from patterns), 0)
    from (select count(*) filter (where is_latest) as n from windowed) as everybody`.execute(trx);
  return rows.filter(({ respondents }) => respondents > 0);
}

/** How many responses were submitted within the window, and when the first and the last? Null without any. */
export async function summariseWindow(
  trx: TenantTransaction,
  tenantId: number,
  window: ResponseWindow,
): Promise<{ responses: number; first: Date | null; last: Date | null }> {
  const { rows } = await sql<{ responses: number; first: Date | null; last: Date | null }>`
    select count(*) as responses, min(r.submitted_at) as first, max(r.submitted_at) as last
    from form_responses r
    where r.tenant_id = ${tenantId} ${submittedWithin(window)}`.execute(trx);
  return rows[0] ?? { responses: 0, first: null, last: null };
}
