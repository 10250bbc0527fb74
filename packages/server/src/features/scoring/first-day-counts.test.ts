import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { addPersona, makeTenant } from '../analytics/small-survey.testing.ts';
import { DEFAULT_BULK_LIMITS } from '../responses/bulk-limits.ts';
import { createErasureService } from '../responses/erasure.service.ts';
import { createSubmissionService } from '../responses/submission.service.ts';
import { calculateBySql } from './calculate-by-sql.ts';
import { calculateJob } from './calculate.job.ts';
import { calculationContext } from './calculation-context.testing.ts';

const db = await testDatabase();
const clock = fakeClock('2026-06-01T00:00:00Z');
const submissions = createSubmissionService({ db, clock, limits: DEFAULT_BULK_LIMITS });
const erasure = createErasureService({ db, clock });
const RULES = { age: { min: 25, max: 40 }, location: ['London'] };

type World = { caller: Caller; tenantId: number; formId: number };
let lastTenantId = 0;

/** People who answer on three days, some of them again; another persona has scored all of it. */
async function newWorld(): Promise<World> {
  const tenantId = ++lastTenantId;
  const { caller, formIds } = await makeTenant(db, tenantId);
  const world = { caller, tenantId, formId: formIds[0]! };
  for (let index = 0; index < 30; index += 1) await answer(world, index % 4 === 0 ? null : `person-${index % 20}`, 1 + Math.floor(index / 10), index);
  await addPersona(db, tenantId, 'Scored before', { location: ['Leeds'] });
  await calculateJob.run(calculationContext(db, tenantId), { personaIds: null });
  await addPersona(db, tenantId, 'New', RULES);
  return world;
}

const answer = ({ caller, formId }: World, who: string | null, day: number, index: number): Promise<unknown> =>
  submissions.submitOne(caller, formId, {
    response_data: { age: 20 + index, location: index % 3 === 0 ? 'London' : 'Leeds' },
    submitted_at: `2026-05-0${day}T12:00:00Z`,
    ...(who !== null && { respondent_key: who }),
  });

async function eraseFirst({ caller, tenantId }: World): Promise<void> {
  const { id } = await readTenant(db, tenantId, (trx) => trx.selectFrom('respondents').select('id').orderBy('id').executeTakeFirstOrThrow());
  await erasure.eraseRespondent(caller, id);
}

/** What the counts say, and the same counted response by response; then the sums of all days, both ways. */
function readBoth({ tenantId }: World): Promise<unknown[][]> {
  const counts = sql`
    select persona_id, day, superseded_on, rule_outcomes, sum(responses)::int as n
    from (
      select persona_id, day, superseded_on, rule_outcomes, responses from persona_day_counts
      union all
      select persona_id, day, superseded_on, rule_outcomes, responses from pending_day_counts
    ) c group by 1, 2, 3, 4 having sum(responses) <> 0 order by 1, 2, 3, 4`;
  const recounted = sql`
    select o.persona_id, (r.submitted_at at time zone t.time_zone)::date as day,
      coalesce((
        select min((n.submitted_at at time zone t.time_zone)::date) from form_responses n
        where n.respondent_id = r.respondent_id and (n.submitted_at, n.id) > (r.submitted_at, r.id)), 'infinity') as superseded_on,
      o.rule_outcomes, count(*)::int as n
    from response_outcomes o join form_responses r on r.id = o.response_id cross join tenants t
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`;
  const sums = sql`select persona_id, rule_outcomes, responses::int, respondents::int from persona_outcome_counts order by 1, 2`;
  const summed = sql`
    select persona_id, rule_outcomes, sum(responses)::int as responses, coalesce(sum(responses) filter (where superseded_on = 'infinity'), 0)::int as respondents
    from persona_day_counts group by 1, 2 order by 1, 2`;
  return readTenant(db, tenantId, async (trx) => {
    const answers: unknown[][] = [];
    for (const query of [counts, recounted, sums, summed]) answers.push((await query.execute(trx)).rows);
    return answers;
  });
}

const twoPersonas = ({ tenantId }: World): Promise<{ n: number }> =>
  readTenant(db, tenantId, async (trx) => (await sql<{ n: number }>`select count(distinct persona_id)::int as n from persona_day_counts`.execute(trx)).rows[0]!);

describe('day counts of a first calculation', () => {
  it.each<[string, (world: World) => Promise<unknown>]>([
    ['nothing happens', async () => undefined],
    ['somebody new answers on a known day', (world) => answer(world, 'new', 3, 5)],
    ['people answer again on known days, one of them twice', async (world) => {
      await answer(world, 'person-1', 3, 9);
      await answer(world, 'person-2', 2, 10);
      await answer(world, 'person-2', 3, 11);
    }],
    ['an answer from before the others arrives', (world) => answer(world, 'person-3', 1, 12)],
    ['somebody answers again on a new day', (world) => answer(world, 'person-1', 4, 12)],
    ['somebody is erased', eraseFirst],
    ['somebody is erased and somebody answers', async (world) => {
      await answer(world, 'person-5', 3, 2);
      await eraseFirst(world);
      await answer(world, 'person-6', 3, 3);
    }],
    ['the only new persona is deleted', (world) =>
      withTenant(db, world.tenantId, (trx) => trx.deleteFrom('cx_personas').where('name', '=', 'New').execute())],
  ])('are exact when meanwhile %s', async (what, happen) => {
    const world = await newWorld();
    await calculateJob.run(calculationContext(db, world.tenantId, { opened: () => happen(world) }), { personaIds: null });
    const [counted, recounted, sums, summed] = await readBoth(world);
    expect(counted).toEqual(recounted);
    expect(sums).toEqual(summed);
    expect(await twoPersonas(world)).toEqual({ n: what.includes('deleted') ? 1 : 2 });
  });

  it('are exact when the days are of another time zone by then', async () => {
    const world = await newWorld();
    await withTenant(db, world.tenantId, (trx) => trx.updateTable('tenants').set({ time_zone: 'Pacific/Auckland', settings_revision: 2 }).execute());
    await calculateJob.run(calculationContext(db, world.tenantId, { opened: () => answer(world, 'person-1', 3, 9) }), { personaIds: null });
    const [counted, recounted, sums, summed] = await readBoth(world);
    expect(counted).toEqual(recounted);
    expect(sums).toEqual(summed);
  });
});

/** How many sessions wait for a lock of this kind? */
async function countWaiting(kind: 'relation' | 'advisory'): Promise<number> {
  const { rows } = await db.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND locktype = $1', [kind]);
  return rows[0]?.n ?? 0;
}

/** Calculates inside the database while something has begun that ends when the calculation already waits for it. */
async function calculateBeside({ tenantId }: World, table: string, happen: () => Promise<unknown>): Promise<unknown> {
  const blocker = await db.owner.connect();
  try {
    await blocker.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
    const happening = happen();
    await vi.waitUntil(async () => (await countWaiting('relation')) > 0, { timeout: 10_000 });
    const { signal } = new AbortController();
    const calculating = calculateBySql(db, tenantId, { personaIds: null, signal, report: () => undefined });
    await vi.waitUntil(async () => (await countWaiting('advisory')) > 0, { timeout: 20_000 });
    await blocker.query('COMMIT');
    await happening;
    return await calculating;
  } finally {
    blocker.release(true);
  }
}

describe('day counts of a first calculation inside the database', () => {
  it.each<[string, string, (world: World) => Promise<unknown>, number]>([
    ['somebody new answers', 'events', (world) => answer(world, 'new', 3, 5), 31],
    ['somebody answers again', 'events', (world) => answer(world, 'person-1', 3, 9), 31],
    ['an answer from before the others arrives', 'events', (world) => answer(world, 'person-13', 1, 12), 31],
    ['somebody is erased', 'events', eraseFirst, 28],
  ])('are exact when meanwhile %s', async (_what, table, happen, processed) => {
    const world = await newWorld();
    expect(await calculateBeside(world, table, () => happen(world))).toMatchObject({ processed });
    const [counted, recounted, sums, summed] = await readBoth(world);
    expect(counted).toEqual(recounted);
    expect(sums).toEqual(summed);
    expect(await twoPersonas(world)).toEqual({ n: 2 });
  });
});
