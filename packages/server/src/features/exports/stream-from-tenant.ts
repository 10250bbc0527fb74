import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant } from '../../db/tenant-scope.ts';

/**
 * Streams text out of one unmoving picture of a tenant's rows.
 *
 * `prepare` finds out what it needs (and throws what should be a plain refusal, like `not_found`), then answers the
 * chunks. They are taken as fast as the reader reads; when the reader goes away the transaction ends at once. An error
 * among the chunks breaks the stream off, so nobody takes half a file for a whole one.
 */
export function streamFromTenant(
  db: Database,
  tenantId: number,
  prepare: (trx: TenantTransaction) => Promise<AsyncIterable<string>>,
): Promise<Readable> {
  const { promise, resolve, reject } = Promise.withResolvers<Readable>();
  readTenant(db, tenantId, async (trx) => {
    const chunks = await prepare(trx);
    const out = new PassThrough();
    resolve(out);
    // Breaks `out` off with any error of its own, so that only what comes before it is left to tell.
    await pipeline(Readable.from(chunks), out);
  }).catch(reject);
  return promise;
}
