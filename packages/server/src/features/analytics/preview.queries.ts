import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import type { ResponseWindow } from './response-window.ts';
import { windowedResponses } from './windowed-responses.ts';

/**
 * One response of a window. `isLatest`: it is the one its respondent is counted by. `storedBand` is what the compared
 * persona's stored score says (0 weak, 1 moderate, 2 strong); null without such a persona or score.
 */
export type WindowedResponse = { formId: number; responseData: JsonObject; isLatest: boolean; storedBand: 0 | 1 | 2 | null };

const BATCH_ROWS = 2000;

/**
 * Which responses lie within a window? In batches and in no particular order, through a cursor of the transaction, so
 * that however many there are only one batch is in memory.
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
  await sql`
    declare windowed_responses no scroll cursor for
    with windowed as (${windowedResponses(tenantId, window)})
    select r.form_id as "formId", r.response_data as "responseData", w.is_latest as "isLatest", m.band as "storedBand"
    from windowed w
    join form_responses r on r.tenant_id = ${tenantId} and r.id = w.id
    left join persona_matches m
      on m.tenant_id = ${tenantId} and m.persona_id = ${comparedPersonaId}::bigint and m.response_id = w.id`.execute(trx);
  for (;;) {
    const { rows } = await sql<WindowedResponse>`fetch ${sql.lit(BATCH_ROWS)} from windowed_responses`.execute(trx);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH_ROWS) break;
  }
  await sql`close windowed_responses`.execute(trx);
}
