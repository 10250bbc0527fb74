import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { Calendar } from './calendar.ts';
import type { NewSnapshot } from './compute-snapshots.ts';
import { dayFacts } from './stale-days.queries.ts';

const ROWS_AT_ONCE = 1000;

/**
 * Writes snapshots, over those that are there, and answers how many.
 *
 * One whose day has other responses by now, or whose persona was calculated anew, is left out: it would show what is no
 * longer so (an erased respondent, for one). The caller holds the scoring lock exclusively, so nothing changes meanwhile.
 */
export async function writeSnapshots(trx: TenantTransaction, tenantId: number, snapshots: NewSnapshot[], calendar: Calendar): Promise<number> {
  let written = 0;
  for (let start = 0; start < snapshots.length; start += ROWS_AT_ONCE) {
    written += await writeAtOnce(trx, tenantId, snapshots.slice(start, start + ROWS_AT_ONCE), calendar);
  }
  return written;
}

async function writeAtOnce(trx: TenantTransaction, tenantId: number, snapshots: NewSnapshot[], calendar: Calendar): Promise<number> {
  const rows = snapshots.map((one) => ({
    persona_id: one.personaId,
    snapshot_date: one.day,
    edition: one.edition,
    is_complete: one.isComplete,
    response_count: one.responseCount,
    metrics: one.metrics,
    demographics: one.demographics,
    behavioral_data: one.behaviour,
    fingerprint: one.fingerprint,
  }));
  const result = await sql`
    with ${dayFacts(tenantId, calendar)}, given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
        persona_id bigint, snapshot_date date, edition int, is_complete boolean, response_count int,
        metrics jsonb, demographics jsonb, behavioral_data jsonb, fingerprint text)
    )
    insert into persona_data_snapshots
      (tenant_id, persona_id, snapshot_date, edition, is_complete, response_count, metrics, demographics, behavioral_data, fingerprint)
    select ${tenantId}, g.*
    from given g
    join day_facts f on f.day = g.snapshot_date and f.fingerprint = g.fingerprint
    join cx_personas p on p.tenant_id = ${tenantId} and p.id = g.persona_id and p.scored_edition = g.edition
    on conflict (tenant_id, persona_id, snapshot_date) do update set
      edition = excluded.edition, is_complete = excluded.is_complete, response_count = excluded.response_count,
      metrics = excluded.metrics, demographics = excluded.demographics, behavioral_data = excluded.behavioral_data,
      fingerprint = excluded.fingerprint, updated_at = clock_timestamp()`.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}

/**
 * Removes the snapshots of days that have no responses (any more, or in this time zone), and answers how many.
 * Days from `calendar.endDay` on are left alone. The caller holds the scoring lock exclusively.
 */
export async function deleteEmptyDays(trx: TenantTransaction, tenantId: number, personaIds: number[], calendar: Calendar): Promise<number> {
  const result = await sql`
    with ${dayFacts(tenantId, calendar)}
    delete from persona_data_snapshots s
    where s.tenant_id = ${tenantId} and s.persona_id = any(${personaIds}::bigint[]) and s.snapshot_date < ${calendar.endDay}::date
      and not exists (select from day_facts f where f.day = s.snapshot_date)`.execute(trx);
  return Number(result.numAffectedRows ?? 0n);
}

/** Notes when the snapshots of these personas were last brought up to date. */
export async function markSynced(trx: TenantTransaction, tenantId: number, personaIds: number[], at: Date): Promise<void> {
  await trx
    .updateTable('cx_personas')
    .set({ last_synced_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sql<number>`any(${personaIds}::bigint[])`)
    .execute();
}
