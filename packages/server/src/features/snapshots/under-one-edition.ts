import { addDays, dayRange } from '@likeness/core';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { toCalendarUntil } from './calendar.ts';
import { computeSnapshots } from './compute-snapshots.ts';
import { type Snapshot, type StoredMetrics, toSnapshot } from './snapshot.ts';
import type { StaleDay } from './stale-days.queries.ts';

/**
 * The same days, all under the edition that the persona's present scores belong to: those of another edition are computed
 * for it, and nothing is stored, because what was true of its day stays the day's snapshot.
 *
 * `snapshots` oldest first. Without a scored edition they stay as they are. Cost: none when all days have this edition
 * already, else linear in the matching responses of the days that have not.
 */
export async function toOneEdition(
  trx: TenantTransaction,
  { tenantId, personaId }: { tenantId: number; personaId: number },
  snapshots: readonly Snapshot[],
): Promise<Snapshot[]> {
  const { edition, timeZone } = await findScoredEdition(trx, tenantId, personaId);
  const others = snapshots.filter((snapshot) => snapshot.edition !== edition);
  const [first, last] = [others.at(0)?.snapshot_date, others.at(-1)?.snapshot_date];
  if (edition === null || first === undefined || last === undefined) return [...snapshots];
  const endDay = addDays(last, 1);
  const calendar = toCalendarUntil(dayRange(first, timeZone).from, endDay, endDay, timeZone);
  const slots = new Map(calendar.days.map((day, index) => [day, index + 1]));
  const days = others.flatMap(({ snapshot_date: day, response_count: responseCount }): StaleDay[] => {
    const slot = slots.get(day);
    return slot === undefined ? [] : [{ personaId, edition, day, slot, responseCount, fingerprint: '' }];
  });
  const computed = new Map((await computeSnapshots(trx, tenantId, days, calendar)).map((one) => [one.day, one]));
  return snapshots.map((snapshot) => {
    const now = computed.get(snapshot.snapshot_date);
    if (now === undefined) return snapshot;
    const { snapshot_date, is_complete, response_count } = snapshot;
    return toSnapshot({
      snapshot_date, is_complete, response_count, edition,
      metrics: now.metrics as StoredMetrics, demographics: now.demographics as Snapshot['demographics'], behavioral_data: now.behaviour,
    });
  });
}

async function findScoredEdition(trx: TenantTransaction, tenantId: number, personaId: number): Promise<{ edition: number | null; timeZone: string }> {
  return trx
    .selectFrom('cx_personas as p')
    .innerJoin('tenants as t', 't.id', 'p.tenant_id')
    .select(['p.scored_edition as edition', 't.time_zone as timeZone'])
    .where('p.tenant_id', '=', tenantId)
    .where('p.id', '=', personaId)
    .executeTakeFirstOrThrow();
}
