import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonValue } from '../../db/tables.ts';
import { Failure } from '../../failures/failure.ts';

/** A request that may come again: who sends the same key means the same request. */
export type IdempotentRequest = { operation: string; key: string; hash: Buffer };

const KEPT_MS = 24 * 3_600_000;

/** What is kept in place of an answer about responses that were erased since. */
export const ERASED_ANSWER = { erased: true };

/**
 * Which answer did this request get the first time? null when it is the first time, or a day has passed since.
 *
 * Until the transaction ends, the same key waits: of identical requests at the same time one works, and the others get
 * its answer. Throws `idempotency_conflict` when the key came with another request, or when what it stored was erased.
 */
export async function findAnswer(trx: TenantTransaction, tenantId: number, request: IdempotentRequest, now: Date): Promise<JsonValue | null> {
  const name = `likeness:idempotency:${tenantId}:${request.operation}:${request.key}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
  const known = await trx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'answer', 'created_at'])
    .where('tenant_id', '=', tenantId)
    .where('operation', '=', request.operation)
    .where('key', '=', request.key)
    .executeTakeFirst();
  if (!known || known.created_at.getTime() <= now.getTime() - KEPT_MS) return null;
  if (!known.request_hash.equals(request.hash)) {
    throw new Failure('idempotency_conflict', 'This Idempotency-Key came with another body or form before. Take a new key for a new request.');
  }
  if (JSON.stringify(known.answer) === JSON.stringify(ERASED_ANSWER)) {
    throw new Failure('idempotency_conflict', 'What this request stored was erased since. To store it again, take a new key.');
  }
  return known.answer;
}

/** Keeps the answer for whoever sends the request again, in the transaction of the request's own work. */
export async function keepAnswer(
  trx: TenantTransaction,
  tenantId: number,
  { operation, key, hash }: IdempotentRequest,
  answer: JsonValue,
  now: Date,
): Promise<void> {
  const columns = { request_hash: hash, answer: JSON.stringify(answer), created_at: now };
  await trx
    .insertInto('idempotency_keys')
    .values({ tenant_id: tenantId, operation, key, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'operation', 'key']).doUpdateSet(columns))
    .execute();
}
