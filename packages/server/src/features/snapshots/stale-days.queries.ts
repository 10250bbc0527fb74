import { sql, type RawBuilder } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { Calendar } from './calendar.ts';

/** A day of a persona whose snapshot is missing or no longer fits. `slot` is the day's place in the calendar, from 1. */
export type StaleDay = { personaId: number; edition: number; day: string; slot: number; responseCount: number; fingerprint: string };

/**
 * CTE steps `days` and `day_facts`: each day that has responses, with how many and a fingerprint of which, under which
 * settings. Stored responses never change, so their number and the sum of their ids tell one state of a day from another.
 */
export function dayFacts(tenantId: number, calendar: Calendar): RawBuilder<unknown> {
  return sql`
    days as (
      select day, slot::int from unnest(${calendar.days}::date[]) with ordinality as listed (day, slot)
    ), responses_by_slot as (
      select ${slotOf(calendar)} as slot, count(*)::int as n, sum(r.id) as ids
      from form_responses r
      where r.tenant_id = ${tenantId} and r.submitted_at >= ${calendar.starts[0] ?? calendar.end} and r.submitted_at < ${calendar.end}
      group by 1
    ), day_facts as (
      select d.day, d.slot, b.n, concat(t.settings_revision, ':', b.n, ':', b.ids) as fingerprint
      from responses_by_slot b join days d using (slot) join tenants t on t.id = ${tenantId}
    )`;
}

/** The place in the calendar, from 1, of the day that a response `r` was submitted on. */
export function slotOf(calendar: Calendar): RawBuilder<number> {
  return sql<number>`width_bucket(r.submitted_at, ${calendar.starts}::timestamptz[])`;
}

/**
 * Which days of these personas need a new snapshot?
 *
 * Days that have none; whose responses or settings are others than it was made from; that are over while it was made
 * before they were; and unfinished days whose persona has been calculated under a newer edition (days that are over
 * keep the edition of their time). Days without responses are never among them, and personas without scores neither.
 * By day and persona. Cost: one pass over the tenant's responses in the calendar.
 */
export async function listStaleDays(trx: TenantTransaction, tenantId: number, personaIds: number[], calendar: Calendar): Promise<StaleDay[]> {
  if (calendar.days.length === 0) return [];
  const { rows } = await sql<StaleDay>`
    with ${dayFacts(tenantId, calendar)}
    select p.id as "personaId", p.scored_edition as edition, f.day, f.slot, f.n as "responseCount", f.fingerprint
    from day_facts f
    join cx_personas p on p.tenant_id = ${tenantId} and p.id = any(${personaIds}::bigint[]) and p.scored_edition is not null
    left join persona_data_snapshots s on s.tenant_id = ${tenantId} and s.persona_id = p.id and s.snapshot_date = f.day
    where s.fingerprint is distinct from f.fingerprint
      or s.is_complete <> (f.day < ${calendar.today}::date)
      or (not s.is_complete and s.edition <> p.scored_edition)
    order by f.day, p.id`.execute(trx);
  return rows;
}

/** When was the tenant's first response submitted? null when there is none. */
export async function findFirstSubmission(trx: TenantTransaction, tenantId: number): Promise<Date | null> {
  const row = await trx
    .selectFrom('form_responses')
    .select('submitted_at')
    .where('tenant_id', '=', tenantId)
    .orderBy('submitted_at')
    .limit(1)
    .executeTakeFirst();
  return row?.submitted_at ?? null;
}
