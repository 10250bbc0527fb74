import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { ScorableResponse } from './persona-scorer.ts';

const ROWS_AT_ONCE = 2000;

/**
 * All responses of the tenant in batches, in no particular order, through a cursor of this transaction.
 *
 * The next batch is on its way while the consumer works on one, and never more than that: memory does not grow with
 * the table. Use the transaction for nothing else meanwhile.
 */
export async function* readResponses(trx: TenantTransaction, tenantId: number): AsyncGenerator<ScorableResponse[]> {
  await sql`
    declare responses no scroll cursor for
    select id, form_id as "formId", response_data as "responseData" from form_responses where tenant_id = ${sql.lit(tenantId)}`.execute(trx);
  const fetch = (): Promise<ScorableResponse[]> => {
    const rows = sql<ScorableResponse>`fetch ${sql.lit(ROWS_AT_ONCE)} from responses`.execute(trx).then((result) => result.rows);
    // It may fail while the consumer is at work; it is told when the consumer comes for the rows.
    rows.catch(() => undefined);
    return rows;
  };
  let next = fetch();
  try {
    for (;;) {
      const batch = await next;
      if (batch.length === 0) return;
      next = fetch();
      yield batch;
    }
  } finally {
    // Whoever stops early leaves a fetch behind; the transaction's end must not find it under way.
    await next.catch(() => undefined);
  }
}
