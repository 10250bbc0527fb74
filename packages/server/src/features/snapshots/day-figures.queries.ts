import { sql, type RawBuilder } from 'kysely';
import { readInBatches } from '../../db/read-in-batches.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import type { Calendar } from './calendar.ts';
import type { Snapshot } from './snapshot.ts';
import { slotOf, type StaleDay } from './stale-days.queries.ts';

export type DayBehaviour = { personaId: number; slot: number; figures: Snapshot['behavioral_data'] };

/** How did the responses of these days score? One row for each persona and day that has scores. */
export async function listDayBehaviour(trx: TenantTransaction, tenantId: number, stale: StaleDay[], calendar: Calendar): Promise<DayBehaviour[]> {
  const { rows } = await sql<DayBehaviour>`
    select m.persona_id as "personaId", ${slotOf(calendar)} as slot,
      json_build_object(
        'matches', count(*) filter (where m.band >= 1),
        'strong', count(*) filter (where m.band = 2),
        'moderate', count(*) filter (where m.band = 1),
        'weak', count(*) filter (where m.band = 0),
        'avg_match_score', round(avg(m.match_score), 2),
        'avg_evidence', round(avg(m.evidence)::numeric, 4)
      ) as figures
    from form_responses r
    join persona_matches m on m.tenant_id = r.tenant_id and m.response_id = r.id and m.persona_id = any(${personasOf(stale)}::bigint[])
    where ${isSubmittedOn(tenantId, stale, calendar)}
    group by 1, 2`.execute(trx);
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
