import { addDays } from '@likeness/core';
import { sql } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { settleDayCounts } from '../counts/day-counts.service.ts';
import type { FrameService } from '../frames/frame-service.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';
import { lockScoringExclusive, lockScoringShared } from '../scoring/scoring-lock.ts';
import { toCalendar, toCalendarUntil } from './calendar.ts';
import { computeSnapshots } from './compute-snapshots.ts';
import { deleteEmptyDays, markSynced, writeSnapshots } from './snapshot.store.ts';
import { findFirstSubmission, listStaleDays } from './stale-days.queries.ts';
import { listUnscoredPersonas } from './unscored.queries.ts';

/** Where snapshots come from: `frames` score what is not scored yet. */
export type RefreshSources = { db: Database; frames: FrameService };

export type RefreshOptions = {
  now: Date;
  /** Also write the day that is not over; the night after it does so again. */
  includeToday: boolean;
  signal?: AbortSignal;
};

/** `newest` is the last day written, null when none was. `errors`: the personas that failed while the others went on. */
export type RefreshResult = {
  personas: number;
  daysWritten: number;
  newest: string | null;
  errors: { personaId: number; error: unknown }[];
};

/**
 * Brings snapshots up to date: of one persona, or (null) of all active ones that are synchronised automatically.
 *
 * Responses without a score are scored first. Then every complete day that has no snapshot, or whose responses or
 * settings changed since, is written, however long ago it was: a server that was down for a week catches up by itself.
 * Days that have no responses lose theirs. When all personas together fail, each is tried alone.
 */
export async function refreshSnapshots(
  sources: RefreshSources,
  tenantId: number,
  personaId: number | null,
  options: RefreshOptions,
): Promise<RefreshResult> {
  const personaIds = personaId === null ? await readTenant(sources.db, tenantId, (trx) => listAutoSyncedPersonas(trx, tenantId)) : [personaId];
  const result: RefreshResult = { personas: personaIds.length, daysWritten: 0, newest: null, errors: [] };
  const add = ({ daysWritten, newest }: Written): void => {
    result.daysWritten += daysWritten;
    if (newest !== null && (result.newest === null || newest > result.newest)) result.newest = newest;
  };
  if (personaIds.length === 0) return result;
  try {
    add(await refreshTogether(sources, tenantId, personaIds, options));
  } catch (error) {
    options.signal?.throwIfAborted();
    if (personaId !== null) throw error;
    for (const id of personaIds) {
      try {
        add(await refreshTogether(sources, tenantId, [id], options));
      } catch (reason) {
        options.signal?.throwIfAborted();
        result.errors.push({ personaId: id, error: reason });
      }
    }
  }
  return result;
}

/**
 * Brings the snapshots of these days in line with the responses that are left, in a transaction that erased some;
 * answers how many were rewritten or removed. Days that had no snapshot get none: that is the next sync's work.
 *
 * The caller holds the scoring lock exclusively, and took what it erased out of the day counts. No days: nothing happens.
 */
export async function recomputeDays(trx: TenantTransaction, tenantId: number, days: string[]): Promise<number> {
  const lastDay = days.toSorted().at(-1);
  if (lastDay === undefined) return 0;
  const known = await listSnapshotsOf(trx, tenantId, days);
  const personaIds = [...new Set(known.map((one) => one.personaId))];
  const wasComplete = new Map(known.map((one) => [`${one.personaId}/${one.day}`, one.isComplete]));
  const endDay = addDays(lastDay, 1);
  const calendar = toCalendarUntil(await findFirstSubmission(trx, tenantId), endDay, endDay, await findTimeZone(trx, tenantId));
  const stale = (await listStaleDays(trx, tenantId, personaIds, calendar)).filter((one) => wasComplete.has(`${one.personaId}/${one.day}`));
  const snapshots = (await computeSnapshots(trx, tenantId, stale, calendar)).map((one) => ({
    ...one,
    isComplete: wasComplete.get(`${one.personaId}/${one.day}`) ?? one.isComplete,
  }));
  const written = await writeSnapshots(trx, tenantId, snapshots, calendar);
  return written + (await deleteEmptyDays(trx, tenantId, personaIds, calendar));
}

type Written = { daysWritten: number; newest: string | null };

async function refreshTogether({ db, frames }: RefreshSources, tenantId: number, personaIds: number[], options: RefreshOptions): Promise<Written> {
  const unscored = await readTenant(db, tenantId, (trx) => listUnscoredPersonas(trx, tenantId, personaIds));
  if (unscored.length > 0) await calculateScores(frames, tenantId, { personaIds: unscored, ...(options.signal && { signal: options.signal }) });
  options.signal?.throwIfAborted();

  await withTenant(db, tenantId, async (trx) => {
    await lockScoringShared(trx, tenantId);
    await settleDayCounts(trx, tenantId);
  });
  // Most of the work is done without holding anybody up; what changed meanwhile, and only that, under the lock.
  const { calendar, snapshots } = await readTenant(db, tenantId, (trx) => computeStale(trx, tenantId, personaIds, options));
  options.signal?.throwIfAborted();
  return withTenant(db, tenantId, async (trx) => {
    await lockScoringExclusive(trx, tenantId);
    let daysWritten = await writeSnapshots(trx, tenantId, snapshots, calendar);
    let newest = snapshots.at(-1)?.day ?? null;
    if (daysWritten < snapshots.length) {
      await settleDayCounts(trx, tenantId);
      const rest = await computeStale(trx, tenantId, personaIds, options);
      daysWritten += await writeSnapshots(trx, tenantId, rest.snapshots, rest.calendar);
      newest = rest.snapshots.at(-1)?.day ?? newest;
    }
    await deleteEmptyDays(trx, tenantId, personaIds, calendar);
    await markSynced(trx, tenantId, personaIds, options.now);
    return { daysWritten, newest: daysWritten === 0 ? null : newest };
  });
}

async function computeStale(trx: TenantTransaction, tenantId: number, personaIds: number[], { now, includeToday }: RefreshOptions) {
  const calendar = toCalendar(await findFirstSubmission(trx, tenantId), now, await findTimeZone(trx, tenantId), includeToday);
  const stale = await listStaleDays(trx, tenantId, personaIds, calendar);
  return { calendar, snapshots: await computeSnapshots(trx, tenantId, stale, calendar) };
}

async function findTimeZone(trx: TenantTransaction, tenantId: number): Promise<string> {
  const tenant = await trx.selectFrom('tenants').select('time_zone').where('id', '=', tenantId).executeTakeFirstOrThrow();
  return tenant.time_zone;
}

async function listAutoSyncedPersonas(trx: TenantTransaction, tenantId: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('cx_personas')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'active')
    .where('edition', '>', 0)
    .where(sql<boolean>`coalesce((sync_config ->> 'auto_sync')::boolean, true)`)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

type KnownSnapshot = { personaId: number; day: string; isComplete: boolean };

async function listSnapshotsOf(trx: TenantTransaction, tenantId: number, days: string[]): Promise<KnownSnapshot[]> {
  return trx
    .selectFrom('persona_data_snapshots')
    .select(['persona_id as personaId', 'snapshot_date as day', 'is_complete as isComplete'])
    .where('tenant_id', '=', tenantId)
    .where('snapshot_date', '=', sql<string>`any(${days}::date[])`)
    .execute();
}
