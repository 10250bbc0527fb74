import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { addEdition, addPersona, makeTenant } from '../analytics/small-survey.testing.ts';
import { createMatchResponseService } from '../matching/match-response.service.ts';
import { createErasureService } from '../responses/erasure.service.ts';
import { rememberKeysWithin } from '../responses/form-keys.service.ts';
import { eraseImportedResponses } from '../responses/imported-responses.service.ts';
import { DEFAULT_BULK_LIMITS } from '../responses/bulk-limits.ts';
import { createSubmissionService } from '../responses/submission.service.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';
import { openScorer } from '../scoring/scoring.service.ts';
import { lockScoringExclusive, lockScoringShared } from '../scoring/scoring-lock.ts';
import { listTenantsToCount } from './day-counts.queries.ts';
import { replaceDayCounts, settleDayCounts } from './day-counts.service.ts';

const db = await testDatabase();
const frames = testFrames(db);
const clock = fakeClock('2026-06-01T00:00:00Z');
const submissions = createSubmissionService({ db, clock, limits: DEFAULT_BULK_LIMITS });
const erasure = createErasureService({ db, clock });
const matching = createMatchResponseService({ db });

const RULES: JsonObject[] = [
  { age: { min: 25, max: 40 }, location: ['London'] },
  { location: ['Leeds'], plan: ['pro'], age: { max: 50 } },
  { plan: ['free'] },
];

type World = { caller: Caller; tenantId: number; formId: number; personaIds: number[] };
let lastTenantId = 0;

/** Two active personas, and one that was calculated and is a draft again: submissions pass it over. */
async function newWorld(): Promise<World> {
  const tenantId = ++lastTenantId;
  const { caller, formIds } = await makeTenant(db, tenantId);
  const personaIds: number[] = [];
  for (const [index, rules] of RULES.entries()) personaIds.push(await addPersona(db, tenantId, `Persona ${index}`, rules));
  await calculateScores(frames, tenantId, { personaIds: null });
  await withTenant(db, tenantId, (trx) => trx.updateTable('cx_personas').set({ status: 'draft' }).where('id', '=', personaIds[2]!).execute());
  return { caller, tenantId, formId: formIds[0]!, personaIds };
}

type Answered = { who: string | null; at: string; data: JsonObject };
const toSubmission = ({ who, at, data }: Answered) => ({ response_data: data, submitted_at: at, ...(who !== null && { respondent_key: who }) });

const storeOne = (world: World, answer: Answered): Promise<unknown> => submissions.submitOne(world.caller, world.formId, toSubmission(answer));
const storeMany = ({ caller, formId }: World, answers: Answered[]): Promise<unknown> =>
  submissions.submitMany(caller, formId, (async function* () { yield Buffer.from(answers.map((one) => JSON.stringify(toSubmission(one))).join('\n')); })());
const settle = ({ tenantId }: World): Promise<void> =>
  withTenant(db, tenantId, async (trx) => {
    await lockScoringShared(trx, tenantId);
    await settleDayCounts(trx, tenantId);
  });

/** Stores and scores responses within a transaction, counting nothing. */
async function storeWithin(trx: TenantTransaction, { tenantId, formId }: World, answers: Answered[], importId: number | null = null): Promise<void> {
  const scorer = await openScorer(trx, tenantId);
  await rememberKeysWithin(trx, tenantId, formId, answers.flatMap(({ data }) => Object.keys(data)));
  for (const { who, at, data } of answers) {
    const respondent = who === null ? null : await trx
      .insertInto('respondents').values({ tenant_id: tenantId, respondent_key: who })
      .onConflict((conflict) => conflict.constraint('respondents_key').doUpdateSet({ respondent_key: who })).returning('id').executeTakeFirstOrThrow();
    const row = { tenant_id: tenantId, form_id: formId, respondent_id: respondent?.id ?? null, import_id: importId, submitted_at: new Date(at), response_data: JSON.stringify(data) };
    const { id } = await trx.insertInto('form_responses').values(row).returning('id').executeTakeFirstOrThrow();
    await scorer.score([{ id, formId, responseData: data }]);
  }
}

async function importMany(world: World, answers: Answered[]): Promise<unknown> {
  const { tenantId } = world;
  return withTenant(db, tenantId, async (trx) => {
    const { id } = await trx.insertInto('imports').values({ tenant_id: tenantId, file_name: 'survey.csv', status: 'imported', created_by: 'test' }).returning('id').executeTakeFirstOrThrow();
    await storeWithin(trx, world, answers, id);
    await settleDayCounts(trx, tenantId);
  });
}

async function pick(world: World, table: 'form_responses' | 'respondents' | 'imports', index: number): Promise<number | null> {
  const rows = await readTenant(db, world.tenantId, (trx) => trx.selectFrom(table).select('id').orderBy('id').execute());
  return rows[index % Math.max(1, rows.length)]?.id ?? null;
}

type Counted = { persona: number; day: string; superseded: string; outcomes: string; n: number };

/** What the counts say, pending responses included, and the same counted from the stored outcomes, response by response. */
async function readBoth({ tenantId }: World): Promise<{ counted: Counted[]; recounted: Counted[]; sums: unknown[]; summed: unknown[] }> {
  return readTenant(db, tenantId, async (trx) => {
    const counted = await sql<Counted>`
      select persona_id as persona, day, superseded_on as superseded, rule_outcomes as outcomes, sum(responses) as n
      from (
        select persona_id, day, superseded_on, rule_outcomes, responses from persona_day_counts
        union all
        select persona_id, day, superseded_on, rule_outcomes, responses from pending_day_counts
      ) c group by 1, 2, 3, 4 having sum(responses) <> 0 order by 1, 2, 3, 4`.execute(trx);
    const recounted = await sql<Counted>`
      select o.persona_id as persona, (r.submitted_at at time zone z.name)::date as day,
        coalesce((
          select min((n.submitted_at at time zone z.name)::date) from form_responses n
          where n.respondent_id = r.respondent_id and (n.submitted_at, n.id) > (r.submitted_at, r.id)), 'infinity') as superseded,
        o.rule_outcomes as outcomes, count(*) as n
      from response_outcomes o
      join form_responses r on r.id = o.response_id
      cross join (select coalesce((select time_zone from day_count_states), (select time_zone from tenants)) as name) z
      group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(trx);
    const sums = await sql<unknown>`
      select persona_id, rule_outcomes, responses, respondents from persona_outcome_counts order by 1, 2`.execute(trx);
    const summed = await sql<unknown>`
      select persona_id, rule_outcomes, sum(responses) as responses, coalesce(sum(responses) filter (where superseded_on = 'infinity'), 0) as respondents
      from persona_day_counts group by 1, 2 order by 1, 2`.execute(trx);
    return { counted: counted.rows, recounted: recounted.rows, sums: sums.rows, summed: summed.rows };
  });
}

async function expectExact(world: World, step: string): Promise<void> {
  const { counted, recounted, sums, summed } = await readBoth(world);
  expect(counted, step).toEqual(recounted);
  expect(sums, step).toEqual(summed);
}

const pendingOf = ({ tenantId }: World): Promise<number> =>
  readTenant(db, tenantId, async (trx) => (await trx.selectFrom('pending_responses').selectAll().execute()).length);

const answer: fc.Arbitrary<Answered> = fc.record({
  who: fc.option(fc.constantFrom('ann', 'ben', 'cat', 'dan'), { freq: 4 }),
  // Around the night the clocks change in London, several on one day, never in order.
  at: fc.integer({ min: 0, max: 4 * 48 }).map((half) => new Date(Date.UTC(2026, 2, 27, 0, half * 30)).toISOString()),
  data: fc.record({ age: fc.constantFrom(20, 30, 45, 60), location: fc.constantFrom('London', 'Leeds', ''), plan: fc.constantFrom('pro', 'free') }),
});
const answers = fc.array(answer, { minLength: 1, maxLength: 6 });
const index = fc.nat(1000);

type Step = { name: string; run(world: World): Promise<unknown> };
const step = fc.oneof(
  { weight: 5, arbitrary: answer.map((one): Step => ({ name: 'submit', run: (world) => storeOne(world, one) })) },
  { weight: 2, arbitrary: answers.map((some): Step => ({ name: 'submit many', run: (world) => storeMany(world, some) })) },
  { weight: 2, arbitrary: answers.map((some): Step => ({ name: 'import', run: (world) => importMany(world, some) })) },
  { weight: 3, arbitrary: fc.constant<Step>({ name: 'settle', run: settle }) },
  { weight: 2, arbitrary: index.map((at): Step => ({ name: 'erase a response', run: (world) => eraseResponse(world, at) })) },
  { weight: 1, arbitrary: index.map((at): Step => ({ name: 'erase a respondent', run: (world) => eraseRespondent(world, at) })) },
  { weight: 1, arbitrary: index.map((at): Step => ({ name: 'undo an import', run: (world) => undo(world, at) })) },
  { weight: 3, arbitrary: fc.tuple(index, index).map(([at, persona]): Step => ({ name: 'match a response', run: (world) => match(world, at, persona) })) },
  { weight: 1, arbitrary: fc.tuple(index, fc.constantFrom(...RULES)).map(([at, rules]): Step => ({ name: 'calculate', run: (world) => recalculate(world, at, rules) })) },
  { weight: 1, arbitrary: fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Europe/London').map((zone): Step => ({ name: zone, run: (world) => move(world, zone) })) },
  { weight: 1, arbitrary: fc.tuple(answers, answer).map(([some, one]): Step => ({ name: 'import while others submit', run: (world) => importMeanwhile(world, some, one) })) },
);

async function eraseResponse(world: World, at: number): Promise<void> {
  const id = await pick(world, 'form_responses', at);
  if (id !== null) await erasure.eraseResponse(world.caller, id);
}
async function eraseRespondent(world: World, at: number): Promise<void> {
  const id = await pick(world, 'respondents', at);
  if (id !== null) await erasure.eraseRespondent(world.caller, id);
}
async function undo(world: World, at: number): Promise<void> {
  const id = await pick(world, 'imports', at);
  if (id !== null) await withTenant(db, world.tenantId, (trx) => eraseImportedResponses(trx, world.tenantId, id));
}
async function match(world: World, at: number, persona: number): Promise<void> {
  const id = await pick(world, 'form_responses', at);
  if (id !== null) await matching.matchResponse(world.caller, world.personaIds[persona % world.personaIds.length]!, id);
}
async function recalculate(world: World, at: number, rules: JsonObject): Promise<void> {
  const personaId = world.personaIds[at % world.personaIds.length]!;
  await withTenant(db, world.tenantId, (trx) => addEdition(trx, world.tenantId, personaId, rules));
  await calculateScores(frames, world.tenantId, { personaIds: [personaId] });
}
async function move(world: World, zone: string): Promise<void> {
  await withTenant(db, world.tenantId, (trx) => trx.updateTable('tenants').set((eb) => ({ time_zone: zone, settings_revision: eb('settings_revision', '+', 1) })).where('id', '=', world.tenantId).execute());
}
/** Others submit, and are counted, between the storing and the commit of an import. */
async function importMeanwhile(world: World, some: Answered[], one: Answered): Promise<void> {
  // What its outcomes are worth is known before: of two transactions that bring the same new ones, one waits for the other.
  await storeOne(world, { ...one, who: null });
  await withTenant(db, world.tenantId, async (trx) => {
    // People of its own: two transactions that bring the same new person wait for each other.
    await storeWithin(trx, world, some.map((given) => ({ ...given, who: given.who && `${given.who}'s friend` })));
    await storeOne(world, one);
    await settle(world);
  });
}

describe('day counts', () => {
  it('are exact after every step, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const world = await newWorld();
        const done: string[] = [];
        for (const { name, run } of steps) {
          await run(world);
          done.push(name);
          await expectExact(world, done.join(', '));
        }
        await settle(world);
        await expectExact(world, [...done, 'settle at last'].join(', '));
        expect(await pendingOf(world)).toBe(0);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('are what they were when what was added is taken out again, and keep no trace of it', async () => {
    const world = await newWorld();
    await importMany(world, [{ who: 'ann', at: '2026-03-01T10:00:00Z', data: { age: 30 } }, { who: null, at: '2026-03-02T10:00:00Z', data: { age: 30 } }]);
    const rows = () => readTenant(db, world.tenantId, async (trx) => (await trx.selectFrom('persona_day_counts').selectAll().orderBy('persona_id').orderBy('day').execute()));
    const before = await rows();
    expect(before.length).toBeGreaterThan(0);
    await storeOne(world, { who: 'ann', at: '2026-03-05T10:00:00Z', data: { age: 70, plan: 'free' } });
    await storeOne(world, { who: 'ben', at: '2026-03-06T10:00:00Z', data: { age: 70, plan: 'free' } });
    await settle(world);
    expect(await rows()).not.toEqual(before);
    for (const position of [3, 2]) await eraseResponse(world, position);
    expect(await rows()).toEqual(before);
  });

  it('list what waits to be counted, and the tenants that have it', async () => {
    const world = await newWorld();
    const neighbour = await newWorld();
    expect(await listTenantsToCount(db)).not.toContain(world.tenantId);
    await storeOne(world, { who: 'ann', at: '2026-03-01T10:00:00Z', data: { age: 30 } });
    expect(await pendingOf(world)).toBe(1);
    expect(await listTenantsToCount(db)).toContain(world.tenantId);
    expect(await listTenantsToCount(db)).not.toContain(neighbour.tenantId);
    await settle(world);
    expect(await listTenantsToCount(db)).not.toContain(world.tenantId);
    await move(world, 'Asia/Tokyo');
    expect(await listTenantsToCount(db)).toContain(world.tenantId);
    await settle(world);
    expect(await listTenantsToCount(db)).not.toContain(world.tenantId);
    expect(await readTenant(db, neighbour.tenantId, (trx) => trx.selectFrom('persona_day_counts').selectAll().execute())).toEqual([]);
  });

  it('go with their persona', async () => {
    const world = await newWorld();
    await storeMany(world, [{ who: 'ann', at: '2026-03-01T10:00:00Z', data: { age: 30 } }]);
    await withTenant(db, world.tenantId, (trx) => trx.deleteFrom('cx_personas').where('tenant_id', '=', world.tenantId).execute());
    const { counted, sums } = await readBoth(world);
    expect([counted, sums]).toEqual([[], []]);
  });

  it('of a calculated persona are replaced as given, beside responses that the others still have to count', async () => {
    const world = await newWorld();
    await storeOne(world, { who: 'ann', at: '2026-03-01T10:00:00Z', data: { age: 30, location: 'London' } });
    await withTenant(db, world.tenantId, async (trx) => {
      await lockScoringExclusive(trx, world.tenantId);
      const [personaId = 0] = world.personaIds;
      await replaceDayCounts(trx, world.tenantId, personaId, [{ day: '2026-03-01', supersededOn: null, ruleOutcomes: '++', responses: 1 }]);
    });
    expect(await pendingOf(world)).toBe(0);
    await expectExact(world, 'replaced');
  });

  it('are counted once by transactions that count at the same time', async () => {
    const world = await newWorld();
    await Promise.all(Array.from({ length: 6 }, async (_, turn) => {
      await storeOne(world, { who: turn % 2 === 0 ? 'ann' : null, at: `2026-03-0${turn + 1}T10:00:00Z`, data: { age: 30 } });
      await settle(world);
    }));
    await settle(world);
    expect(await pendingOf(world)).toBe(0);
    await expectExact(world, 'counted by many');
  });
});
