import { sql, type RawBuilder } from 'kysely';
import { toBigintArray, toDateArray, toTextArray } from '../../db/binary-arrays.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { writeInTurn } from '../../db/write-in-turn.ts';

/**
 * So many responses of a persona on one day with the same outcomes. `supersededOn` is the day of the same respondent's
 * next response, null when there is none (yet), or nobody said who answered.
 */
export type DayCount = { day: string; supersededOn: string | null; ruleOutcomes: string; responses: number };

const ROWS_AT_ONCE = 20_000;

/** Adds what the pending responses change to the counts of the chosen personas, and empties their list, as far as this statement sees it. */
export async function addPending(trx: TenantTransaction, tenantId: number, choice: PersonaChoice): Promise<void> {
  await applyPending(trx, tenantId, 1, { step: sql`removed as (delete from pending_responses where tenant_id = ${tenantId}),`, choice });
}

/** Takes what the pending responses change out of the counts; they stay on their list. */
export async function subtractPending(trx: TenantTransaction, tenantId: number): Promise<void> {
  await applyPending(trx, tenantId, -1, { step: sql``, choice: { except: [] } });
}

/** All personas but these, or these alone. */
export type PersonaChoice = { except: readonly number[] } | { only: readonly number[] };

type Applied = { step: RawBuilder<unknown>; choice: PersonaChoice };

async function applyPending(trx: TenantTransaction, tenantId: number, sign: 1 | -1, { step, choice }: Applied): Promise<void> {
  const isChosen = 'only' in choice ? sql`persona_id = any(${choice.only}::bigint[])` : sql`persona_id <> all(${choice.except}::bigint[])`;
  await addChanges(trx, tenantId, sql`
    ${step} changes as (
      select persona_id, day, superseded_on, rule_outcomes, ${sign} * sum(responses) as responses
      from pending_day_counts
      where tenant_id = ${tenantId} and ${isChosen}
      group by persona_id, day, superseded_on, rule_outcomes
      having sum(responses) <> 0
    )`);
}

/**
 * Puts a counted response under other outcomes of one persona; `before` null: that persona had not scored it. Not for
 * pending responses.
 */
export async function moveCounted(
  trx: TenantTransaction,
  tenantId: number,
  { personaId, responseId, before, after }: { personaId: number; responseId: number; before: string | null; after: string },
): Promise<void> {
  await addChanges(trx, tenantId, sql`
    answer as (
      select r.respondent_id, r.submitted_at, r.id, coalesce(s.time_zone, t.time_zone) as time_zone
      from form_responses r
      join tenants t on t.id = r.tenant_id
      left join day_count_states s on s.tenant_id = r.tenant_id
      where r.tenant_id = ${tenantId} and r.id = ${responseId}
    ),
    following as (
      select n.submitted_at
      from answer a
      join form_responses n on n.tenant_id = ${tenantId} and n.respondent_id = a.respondent_id and (n.submitted_at, n.id) > (a.submitted_at, a.id)
      where not exists (select from pending_responses q where q.tenant_id = ${tenantId} and q.response_id = n.id)
      order by n.submitted_at, n.id
      limit 1
    ),
    changes as (
      select ${personaId}::bigint as persona_id, (a.submitted_at at time zone a.time_zone)::date as day,
        coalesce((f.submitted_at at time zone a.time_zone)::date, 'infinity') as superseded_on, c.rule_outcomes, c.responses
      from answer a
      left join following f on true
      cross join (values (${before}::text, -1), (${after}::text, 1)) as c (rule_outcomes, responses)
      where c.rule_outcomes is not null
    )`);
}

/**
 * Adds the rows of a CTE `changes` to the counts and notes that they changed. What is zero afterwards is removed: it
 * would tell of somebody who was erased.
 */
async function addChanges(trx: TenantTransaction, tenantId: number, steps: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<{ personaId: number; day: string }>`
    with ${steps},
    merged as (
      insert into persona_day_counts as c (tenant_id, persona_id, day, superseded_on, rule_outcomes, responses)
      select ${tenantId}, persona_id, day, superseded_on, rule_outcomes, responses::integer
      from changes
      on conflict (tenant_id, persona_id, day, superseded_on, rule_outcomes) do update set responses = c.responses + excluded.responses
      returning persona_id, day, responses
    ),
    noted as (${noteChange(tenantId)})
    select distinct persona_id as "personaId", day from merged where responses = 0`.execute(trx);
  if (rows.length === 0) return;
  await sql`
    delete from persona_day_counts c
    using unnest(${rows.map((row) => row.personaId)}::bigint[], ${rows.map((row) => row.day)}::date[]) as e (persona_id, day)
    where c.tenant_id = ${tenantId} and c.persona_id = e.persona_id and c.day = e.day and c.responses = 0`.execute(trx);
}

/** Adds to the counts of one persona, or takes from them where `responses` is negative. */
export async function changeCounts(trx: TenantTransaction, tenantId: number, personaId: number, changes: readonly DayCount[]): Promise<void> {
  for (let start = 0; start < changes.length; start += ROWS_AT_ONCE) {
    const rows = changes.slice(start, start + ROWS_AT_ONCE);
    await addChanges(trx, tenantId, sql`
      changes as (
        select ${personaId}::bigint as persona_id, given.*
        from ${asRows(rows)} as given
      )`);
  }
}

/** Replaces the counts of one persona by these, without noting that they changed (`noteCountsChanged`). Fastest in order of day. */
export async function replaceCounts(trx: TenantTransaction, tenantId: number, personaId: number, counts: readonly DayCount[]): Promise<void> {
  await deleteCounts(trx, tenantId, [personaId]);
  await writeInTurn(toTables(counts), async (rows) => {
    await sql`
      insert into persona_day_counts (tenant_id, persona_id, day, superseded_on, rule_outcomes, responses)
      select ${tenantId}, ${personaId}, given.*
      from ${rows} as given`.execute(trx);
    return 0;
  });
}

/** Removes all counts of these personas. */
export async function deleteCounts(trx: TenantTransaction, tenantId: number, personaIds: readonly number[] | null): Promise<void> {
  await sql`delete from persona_day_counts o where o.tenant_id = ${tenantId} and ${chosen(personaIds)}`.execute(trx);
}

/** Lets readers that remember figures know that the counts are not the ones they saw. */
export async function noteCountsChanged(trx: TenantTransaction, tenantId: number): Promise<void> {
  await noteChange(tenantId).execute(trx);
}

/**
 * Counts the responses of these personas (null: of all of the tenant) anew from their stored outcomes. For all, the list
 * of pending responses is emptied, and the days are those of the tenant's present time zone from now on.
 *
 * Cost: one pass over the tenant's responses and over these personas' outcomes, some 4 s a million (November 2026).
 */
export async function recount(trx: TenantTransaction, tenantId: number, personaIds: readonly number[] | null): Promise<void> {
  await deleteCounts(trx, tenantId, personaIds);
  await countAmong(trx, tenantId, personaIds, sql<boolean>`true`);
  await (personaIds === null ? noteChange(tenantId, sql`time_zone = excluded.time_zone,`) : noteChange(tenantId)).execute(trx);
}

/**
 * Counts the stored outcomes of personas that have no counts (null: of all, and empties the list of pending responses), as if
 * there were no responses but those of `among`, a condition on `form_responses r`.
 */
export async function countAmong(trx: TenantTransaction, tenantId: number, personaIds: readonly number[] | null, among: RawBuilder<boolean>): Promise<void> {
  const removed = personaIds === null ? sql`removed as (delete from pending_responses where tenant_id = ${tenantId}),` : sql``;
  const zone = personaIds === null ? sql`t.time_zone` : sql`coalesce(s.time_zone, t.time_zone)`;
  await withoutNestedLoops(trx, () => sql`
    with ${removed}
    zone as (
      select ${zone} as name from tenants t left join day_count_states s on s.tenant_id = t.id where t.id = ${tenantId}
    ),
    placed as (
      select r.id, r.submitted_at, lead(r.submitted_at) over (partition by r.respondent_id order by r.submitted_at, r.id) as next_at
      from form_responses r
      where r.tenant_id = ${tenantId} and r.respondent_id is not null and ${among}
      union all
      select r.id, r.submitted_at, null
      from form_responses r
      where r.tenant_id = ${tenantId} and r.respondent_id is null and ${among}
    )
    insert into persona_day_counts (tenant_id, persona_id, day, superseded_on, rule_outcomes, responses)
    select ${tenantId}, o.persona_id, (p.submitted_at at time zone zone.name)::date, coalesce((p.next_at at time zone zone.name)::date, 'infinity'),
      o.rule_outcomes, count(*)
    from placed p
    join response_outcomes o on o.tenant_id = ${tenantId} and o.response_id = p.id
    cross join zone
    where ${chosen(personaIds)}
    group by 2, 3, 4, 5`.execute(trx));
}

function* toTables(counts: readonly DayCount[]): Generator<RawBuilder<unknown>> {
  for (let start = 0; start < counts.length; start += ROWS_AT_ONCE) yield asRows(counts.slice(start, start + ROWS_AT_ONCE));
}

/** Counts as a table of day, superseded_on, rule_outcomes, responses. */
function asRows(rows: readonly DayCount[]): RawBuilder<unknown> {
  return sql`(
    select day, superseded_on, rule_outcomes, responses::integer
    from unnest(
      ${toDateArray(rows.map((row) => row.day))}::date[],
      ${toDateArray(rows.map((row) => row.supersededOn))}::date[],
      ${toTextArray(rows.map((row) => row.ruleOutcomes))}::text[],
      ${toBigintArray(rows.map((row) => row.responses))}::bigint[]
    ) as packed (day, superseded_on, rule_outcomes, responses)
  )`;
}

function chosen(personaIds: readonly number[] | null): RawBuilder<boolean> {
  return personaIds === null ? sql<boolean>`true` : sql<boolean>`o.persona_id = any(${personaIds}::bigint[])`;
}

/** Puts responses on the list of those that are not counted. `which` is a condition on `form_responses r`. */
export async function markPending(trx: TenantTransaction, tenantId: number, which: RawBuilder<boolean>): Promise<void> {
  await sql`
    insert into pending_responses (tenant_id, response_id)
    select r.tenant_id, r.id from form_responses r where r.tenant_id = ${tenantId} and ${which}
    on conflict do nothing`.execute(trx);
}

/**
 * Plans the work for many rows. The planner takes what this very transaction stored for a handful, and would look up a
 * million responses one by one.
 */
export async function withoutNestedLoops<T>(trx: TenantTransaction, work: () => Promise<T>): Promise<T> {
  await sql`set local enable_nestloop to off`.execute(trx);
  const result = await work();
  await sql`set local enable_nestloop to default`.execute(trx);
  return result;
}

function noteChange(tenantId: number, alsoSet: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`
    insert into day_count_states as s (tenant_id, time_zone, revision, changed_in)
    select t.id, t.time_zone, 1, pg_current_xact_id() from tenants t where t.id = ${tenantId}
    on conflict (tenant_id) do update set ${alsoSet} revision = s.revision + 1, changed_in = excluded.changed_in`;
}
