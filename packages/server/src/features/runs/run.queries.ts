import type { Database } from '../../db/database.ts';
import { readThroughDoor } from '../../db/doors.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { toRun, type Run, type RunKind, type RunStatus } from './run.ts';

/** One run of the tenant, or null. */
export async function findRun(trx: TenantTransaction, tenantId: number, id: number): Promise<Run | null> {
  const row = await trx.selectFrom('runs').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst();
  return row ? toRun(row) : null;
}

/** What runs are narrowed to: what they do, how they stand, whom they are about. */
export type RunFilter = { kind?: RunKind | undefined; status?: RunStatus | undefined; personaId?: number | undefined; importId?: number | undefined };

/** The tenant's runs, newest first, below an id. One more than `limit` is answered when there is one. */
export async function listRuns(
  trx: TenantTransaction,
  tenantId: number,
  page: { limit: number; beforeId: number | null } & RunFilter,
): Promise<Run[]> {
  let query = trx.selectFrom('runs').selectAll().where('tenant_id', '=', tenantId);
  if (page.beforeId !== null) query = query.where('id', '<', page.beforeId);
  if (page.kind !== undefined) query = query.where('kind', '=', page.kind);
  if (page.status !== undefined) query = query.where('status', '=', page.status);
  if (page.personaId !== undefined) query = query.where('persona_id', '=', page.personaId);
  if (page.importId !== undefined) query = query.where('import_id', '=', page.importId);
  const rows = await query.orderBy('id', 'desc').limit(page.limit + 1).execute();
  return rows.map(toRun);
}

/** Is a run of this kind under way for this persona (null: for all)? Queued ones are not. */
export async function isRunning(trx: TenantTransaction, tenantId: number, kind: RunKind, personaId: number | null): Promise<boolean> {
  return hasRun(trx, tenantId, kind, personaId, ['running']);
}

/** Is a run of this kind under way or waiting for this persona (null: for all)? */
export async function isUnfinished(trx: TenantTransaction, tenantId: number, kind: RunKind, personaId: number | null): Promise<boolean> {
  return hasRun(trx, tenantId, kind, personaId, ['queued', 'running']);
}

/** Is any import, or taking one back, under way or waiting? */
export async function hasUnfinishedImport(trx: TenantTransaction, tenantId: number): Promise<boolean> {
  const row = await trx.selectFrom('runs').select('id').where('tenant_id', '=', tenantId).where('import_id', 'is not', null).where('status', 'in', ['queued', 'running']).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Is anything under way or waiting? */
export async function hasUnfinishedRun(trx: TenantTransaction, tenantId: number): Promise<boolean> {
  const row = await trx.selectFrom('runs').select('id').where('tenant_id', '=', tenantId).where('status', 'in', ['queued', 'running']).limit(1).executeTakeFirst();
  return row !== undefined;
}

async function hasRun(trx: TenantTransaction, tenantId: number, kind: RunKind, personaId: number | null, statuses: RunStatus[]): Promise<boolean> {
  const row = await trx
    .selectFrom('runs')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where('persona_id', 'is not distinct from', personaId)
    .where('status', 'in', statuses)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export type UnfinishedRun = { tenantId: number; runId: number };

/**
 * Which runs of all tenants are waiting, or were begun? Oldest first.
 *
 * A begun one may be under way or left behind by a crash; its lock tells. Read through the scheduler's door.
 */
export async function listUnfinishedRuns(db: Database): Promise<UnfinishedRun[]> {
  return readThroughDoor(db, { directory: true }, (trx) =>
    trx
      .selectFrom('runs')
      .select(['tenant_id as tenantId', 'id as runId'])
      .where('status', 'in', ['queued', 'running'])
      .orderBy('id')
      .limit(10_000)
      .execute(),
  );
}
