import { sql, type RawBuilder } from 'kysely';
import { readInBatches } from '../../db/read-in-batches.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import type { Calendar } from './calendar.ts';
import type { Snapshot } from './snapshot.ts';
import { slotOf, type StaleDay } from './stale-days.queries.ts';

export type DayBehaviour = { personaId: number; slot: number; figures: Snapshot['behavioral_data'] };

/**
 * How did the responses of these days score? One row for each persona and day that has scores.
 *
 * Read from the day counts, those of responses that are not counted yet included, so the days must be of the counts' time
 * zone: settle them before. Cost: in the combinations of outcomes on these days, not in the responses.
 */
export async function listDayBehaviour(trx: TenantTransaction, tenantId: number, stale: StaleDay[]): Promise<DayBehaviour[]> {
  const wanted = sql`select * from unnest(${stale.map((one) => one.personaId)}::bigint[], ${stale.map((one) => one.day)}::date[], ${stale.map((one) => one.slot)}::int[]) as w (persona_id, day, slot)`;
  const { rows } = await sql<DayBehaviour>`
    with wanted as (${wanted}),
    counted as (
      select persona_id, day, rule_outcomes, sum(responses) as n
      from (
        select persona_id, day, rule_outcomes, responses from persona_day_counts
        where tenant_id = ${tenantId} and persona_id = any(${personasOf(stale)}::bigint[]) and day between ${stale[0]?.day}::date and ${stale.at(-1)?.day}::date
        union all
        select persona_id, day, rule_outcomes, responses from pending_day_counts where tenant_id = ${tenantId}
      ) c
      group by persona_id, day, rule_outcomes
    )
    select w.persona_id as "personaId", w.slot,
      json_build_object(
        'matches', coalesce(sum(c.n) filter (where s.band >= 1), 0),
        'strong', coalesce(sum(c.n) filter (where s.band = 2), 0),
        'moderate', coalesce(sum(c.n) filter (where s.band = 1), 0),
        'weak', coalesce(sum(c.n) filter (where s.band = 0), 0),
        'avg_match_score', round(sum(s.match_score * c.n) / sum(c.n), 2),
        'avg_evidence', round((sum(s.evidence * c.n) / sum(c.n))::numeric, 4)
      ) as figures
    from wanted w
    join counted c on c.persona_id = w.persona_id and c.day = w.day and c.n > 0
    join outcome_scores s on s.tenant_id = ${tenantId} and s.persona_id = c.persona_id and s.rule_outcomes = c.rule_outcomes
    group by w.persona_id, w.slot`.execute(trx);
  return rows;
}

export type MatchingResponse = { formId: number; responseData: JsonObject; slot: number; personaIds: number[] };

/** The responses of these days that match at least one of the personas, with which; in batches, in no order. */
export function readMatchingResponses(
  trx: TenantTransaction,
  tenantId: number,
  stale: StaleDay[],
  calendar: Calendar,
): AsyncGenerator<MatchingResponse[]> {
  return readInBatches(trx, sql<MatchingResponse>`
    with matching as (
      select r.id, array_agg(m.persona_id) as persona_ids
      from form_responses r
      join persona_matches m on m.tenant_id = r.tenant_id and m.response_id = r.id and m.persona_id = any(${personasOf(stale)}::bigint[])
      where ${isSubmittedOn(tenantId, stale, calendar)} and m.band >= 1
      group by r.id
    )
    select r.form_id as "formId", r.response_data as "responseData", ${slotOf(calendar)} as slot, matching.persona_ids as "personaIds"
    from matching join form_responses r on r.tenant_id = ${tenantId} and r.id = matching.id`);
}

function personasOf(stale: StaleDay[]): number[] {
  return [...new Set(stale.map((one) => one.personaId))];
}

function isSubmittedOn(tenantId: number, stale: StaleDay[], calendar: Calendar): RawBuilder<boolean> {
  const slots = [...new Set(stale.map((one) => one.slot))];
  const [first, last] = [stale[0]?.slot ?? 1, stale.at(-1)?.slot ?? 1];
  // The bounds let the index on time do the work; between them only the days that are wanted.
  return sql<boolean>`
    r.tenant_id = ${tenantId} and r.submitted_at >= ${calendar.starts[first - 1]} and r.submitted_at < ${calendar.starts[last] ?? calendar.end}
    and ${slotOf(calendar)} = any(${slots}::int[])`;
}
