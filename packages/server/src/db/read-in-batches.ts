import { sql, type RawBuilder } from 'kysely';
import type { TenantTransaction } from './scoped-transaction.ts';

/**
 * The rows of a query in batches, through a cursor of this transaction.
 *
 * The next batch is on its way while the consumer works on one, and never more than that: memory does not grow with the
 * result. Use the transaction for nothing else meanwhile. A consumer may stop early; errors of the query arrive with
 * the batch they concern.
 *
 * @example for await (const batch of readInBatches(trx, sql<{ id: number }>`select id from forms`)) { ... }
 */
export async function* readInBatches<Row>(trx: TenantTransaction, query: RawBuilder<Row>, rowsAtOnce = 2000): AsyncGenerator<Row[]> {
  await sql`declare batches no scroll cursor for ${query}`.execute(trx);
  const fetch = (): Promise<Row[]> => {
    const rows = sql<Row>`fetch ${sql.lit(rowsAtOnce)} from batches`.execute(trx).then((result) => result.rows);
    // It may fail while the consumer is at work; it is told when the consumer comes for the rows.
    rows.catch(() => undefined);
    return rows;
  };
  let next = fetch();
  try {
    for (;;) {
      const batch = await next;
      if (batch.length === 0) break;
      next = fetch();
      yield batch;
    }
  } finally {
    // Whoever stops early leaves a fetch behind; the transaction's end must not find it under way.
    await next.catch(() => undefined);
  }
  await sql`close batches`.execute(trx);
}
