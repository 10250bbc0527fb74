import { sql } from 'kysely';
import { readInBatches } from '../../db/read-in-batches.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import type { ResponseWindow } from './response-window.ts';
import { windowedResponses } from './windowed-responses.ts';

/**
 * One response of a window. `isLatest`: it is the one its respondent is counted by. `storedBand` is what the compared
 * persona's stored score says (0 weak, 1 moderate, 2 strong); null without such a persona or score.
 */
export type WindowedResponse = { formId: number; responseData: JsonObject; isLatest: boolean; storedBand: 0 | 1 | 2 | null };

/**
 * Which responses lie within a window? In batches and in no particular order, through a cursor of the transaction, so
 * that memory does not grow with their number.
 *
 * @param comparedPersonaId the persona whose stored bands are read as well, or null
 */
export async function* streamResponses(
  trx: TenantTransaction,
  tenantId: number,
  window: ResponseWindow,
  comparedPersonaId: number | null,
): AsyncGenerator<WindowedResponse[]> {
  // A cursor is planned for its first rows unless told that all will be read.
  await sql`set local cursor_tuple_fraction = 1`.execute(trx);
  yield* readInBatches(trx, sql<WindowedResponse>`
    with windowed as (${windowedResponses(tenantId, window)})
    select r.form_id as "formId", r.response_data as "responseData", w.is_latest as "isLatest", m.band as "storedBand"
    from windowed w
    join form_responses r on r.tenant_id = ${tenantId} and r.id = w.id
    left join persona_matches m
      on m.tenant_id = ${tenantId} and m.persona_id = ${comparedPersonaId}::bigint and m.response_id = w.id`);
}
