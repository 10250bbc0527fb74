import { sql } from 'kysely';
import type { Caller } from '../../access/caller.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import { publishEvent } from '../events/event.store.ts';
import { toRun, type Run, type RunKind } from './run.ts';

export type RunRequest = { kind: RunKind; personaId?: number; importId?: number };

/**
 * The queued run that does what is asked, or null.
 *
 * Its row stays locked until the transaction ends, so that it cannot begin before what this transaction changes is
 * visible to it. One that is being begun at this moment is not answered.
 */
export async function lockQueuedRun(trx: TenantTransaction, tenantId: number, request: RunRequest): Promise<Run | null> {
  const row = await trx
    .selectFrom('runs')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', request.kind)
    .where('persona_id', 'is not distinct from', request.personaId ?? null)
    .where('import_id', 'is not distinct from', request.importId ?? null)
    .where('status', '=', 'queued')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row ? toRun(row) : null;
}

/** Adds a queued run. */
export async function insertRun(trx: TenantTransaction, tenantId: number, request: RunRequest, requestedBy: Pick<Caller, 'actor' | 'name'>): Promise<Run> {
  const row = await trx
    .insertInto('runs')
    .values({
      tenant_id: tenantId,
      kind: request.kind,
      persona_id: request.personaId ?? null,
      import_id: request.importId ?? null,
      requested_by: requestedBy.actor,
      requested_by_name: requestedBy.actor === 'system' ? null : requestedBy.name,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return published(trx, tenantId, toRun(row));
}

/** Marks a run as begun, once more after a crash. null: it has ended, or its persona or import was deleted. */
export async function beginRun(trx: TenantTransaction, tenantId: number, id: number): Promise<Run | null> {
  const row = await trx
    .updateTable('runs')
    .set({ status: 'running', attempt: sql`attempt + 1`, done: 0, total: null, started_at: sql`clock_timestamp()` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('status', 'in', ['queued', 'running'])
    .returningAll()
    .executeTakeFirst();
  return row ? published(trx, tenantId, toRun(row)) : null;
}

/** Notes how far a run is. */
export async function reportProgress(trx: TenantTransaction, tenantId: number, id: number, done: number, total: number | null): Promise<void> {
  await change(trx, tenantId, id, { done, total });
}

/** Marks a run as done, with what came of it; of `total` things all are done, whatever was last reported. */
export async function succeedRun(trx: TenantTransaction, tenantId: number, id: number, result: JsonObject, total: number): Promise<void> {
  await change(trx, tenantId, id, { status: 'succeeded', done: total, total, result: JSON.stringify(result), finished_at: sql<Date>`clock_timestamp()` });
}

/** Marks a run as failed, with a message for people. */
export async function failRun(trx: TenantTransaction, tenantId: number, id: number, error: NonNullable<Run['error']>): Promise<void> {
  await change(trx, tenantId, id, { status: 'failed', error: JSON.stringify(error), finished_at: sql<Date>`clock_timestamp()` });
}

/** Puts a run back into the queue that its server cannot finish, because it stops. */
export async function requeueRun(trx: TenantTransaction, tenantId: number, id: number): Promise<void> {
  await change(trx, tenantId, id, { status: 'queued', started_at: null, done: 0, total: null });
}

async function change(trx: TenantTransaction, tenantId: number, id: number, values: object): Promise<void> {
  const row = await trx
    .updateTable('runs')
    .set(values)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('status', '=', 'running')
    .returningAll()
    .executeTakeFirst();
  if (row) await published(trx, tenantId, toRun(row));
}

async function published(trx: TenantTransaction, tenantId: number, run: Run): Promise<Run> {
  const { id, kind, status, persona_id, import_id, done, total } = run;
  await publishEvent(trx, tenantId, 'run.changed', { id, kind, status, persona_id, import_id, done, total });
  return run;
}
