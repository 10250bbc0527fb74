import { sql, type RawBuilder } from 'kysely';
import type { TenantTransaction } from '../../../db/scoped-transaction.ts';

/** Some responses: a condition on `r` (form_responses) led by `and`, and how many they were when the slice was cut. */
export type ResponseSlice = { which: RawBuilder<unknown>; responseCount: number };

/** Enough that what a slice costs by itself does not count; few enough that one can stop, and say how far one is. */
const RESPONSES_AT_ONCE = 250_000;

/**
 * Cuts a tenant's responses that meet a condition into slices by id, in their order. None: no slices.
 *
 * Between two slices the transaction is free. Responses that others add meanwhile may be part of it or not.
 */
export async function* responseSlices(trx: TenantTransaction, tenantId: number, condition: RawBuilder<unknown>): AsyncGenerator<ResponseSlice> {
  for (let start = 0; ; ) {
    const { rows } = await sql<{ end: number | null; responseCount: number }>`
      select max(s.id) as "end", count(*) as "responseCount"
      from (
        select r.id from form_responses r
        where r.tenant_id = ${tenantId} and r.id > ${start} ${condition}
        order by r.id
        limit ${sql.lit(RESPONSES_AT_ONCE)}
      ) s`.execute(trx);
    const { end = null, responseCount = 0 } = rows[0] ?? {};
    if (end === null) return;
    yield { which: sql`and r.id > ${start} and r.id <= ${end} ${condition}`, responseCount };
    start = end;
  }
}
