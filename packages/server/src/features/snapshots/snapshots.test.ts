import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { withTenant } from '../../db/tenant-scope.ts';
import type { JsonObject } from '../../db/tables.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { uncountResponses } from '../counts/day-counts.service.ts';
import { rememberKeysWithin } from '../responses/form-keys.service.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';
import { openScorer } from '../scoring/scoring.service.ts';
import { lockScoringExclusive } from '../scoring/scoring-lock.ts';
import { recomputeDays, refreshSnapshots, type RefreshResult } from './snapshot.service.ts';
import { findEvolution } from './snapshot.queries.ts';
import type { Snapshot } from './snapshot.ts';

const db = await testDatabase();
const frames = testFrames(db);
type Trx = Parameters<Parameters<typeof withTenant>[2]>[0];

const YOUNG = { missing: 'unmatched', rules: [{ attribute: 'age', is: { atMost: 39 } }] };
const LONDON = { missing: 'unmatched', rules: [{ attribute: 'location', is: { in: ['London'] } }] };
const DAY_MS = 86_400_000;

let lastTenant = 0;
type Tenant = { id: number; formId: number; personaIds: number[] };
async function newTenant(timeZone: string, ...rules: JsonObject[]): Promise<Tenant> {
  const id = ++lastTenant;
  return withTenant(db, id, async (trx) => {
    await trx.insertInto('tenants').values({ id, name: `Tenant ${id}`, time_zone: timeZone }).execute();
    const form = await trx.insertInto('forms').values({ tenant_id: id, name: 'Survey' }).returning('id').executeTakeFirstOrThrow();
    const personaIds: number[] = [];
    for (const [index, one] of (rules.length > 0 ? rules : [YOUNG]).entries()) {
      const persona = await trx.insertInto('cx_personas').values({ tenant_id: id, name: `Persona ${index}`, edition: 1 }).returning('id').executeTakeFirstOrThrow();
      personaIds.push(persona.id);
      const text = JSON.stringify(one);
      await trx.insertInto('persona_editions').values({ tenant_id: id, persona_id: persona.id, edition: 1, mapping_rules: text, rules: text }).execute();
    }
    return { id, formId: form.id, personaIds };
  });
}

const inTenant = <T>(tenant: Tenant, work: (trx: Trx) => Promise<T>): Promise<T> => withTenant(db, tenant.id, work);
/** Responses at moments, stored without scoring them, as an import by other means would. */
const store = (tenant: Tenant, at: (Date | string)[], answers: JsonObject = { age: 30 }): Promise<number[]> =>
  inTenant(tenant, async (trx) => {
    await rememberKeysWithin(trx, tenant.id, tenant.formId, Object.keys(answers));
    const rows = at.map((moment) => ({ tenant_id: tenant.id, form_id: tenant.formId, submitted_at: new Date(moment), response_data: JSON.stringify(answers) }));
    return (await trx.insertInto('form_responses').values(rows).returning('id').execute()).map((row) => row.id);
  });
const submit = (tenant: Tenant, at: Date | string, answers: JsonObject = { age: 30 }): Promise<unknown> =>
  inTenant(tenant, async (trx) => {
    const scorer = await openScorer(trx, tenant.id);
    await rememberKeysWithin(trx, tenant.id, tenant.formId, Object.keys(answers));
    const row = { tenant_id: tenant.id, form_id: tenant.formId, submitted_at: new Date(at), response_data: JSON.stringify(answers) };
    const { id } = await trx.insertInto('form_responses').values(row).returning('id').executeTakeFirstOrThrow();
    return scorer.score([{ id, formId: tenant.formId, responseData: answers }]);
  });
const night = (tenant: Tenant, now: Date | string): Promise<RefreshResult> => refreshSnapshots({ db, frames }, tenant.id, null, { now: new Date(now), includeToday: false });
const press = (tenant: Tenant, now: Date | string): Promise<RefreshResult> =>
  refreshSnapshots({ db, frames }, tenant.id, tenant.personaIds[0]!, { now: new Date(now), includeToday: true });
const snapshotsOf = (tenant: Tenant, persona = 0): Promise<Snapshot[]> =>
  inTenant(tenant, async (trx) => (await findEvolution(trx, tenant.id, tenant.personaIds[persona]!, { days: 3650, now: new Date('2027-01-01') })) ?? []);
const daysOf = async (tenant: Tenant): Promise<string[]> =>
  (await snapshotsOf(tenant)).map((one) => `${one.snapshot_date.slice(5)}: ${one.response_count}${one.is_complete ? '' : ' so far'}`);

describe('the daily sync', () => {
  const steps = [
    ['submit', '2026-03-02T10:00Z', null],
    ['night', '2026-03-03T02:00Z', ['03-02: 1']],
    ['submit', '2026-03-03T10:00Z', ['03-02: 1']],
    ['submit', '2026-03-03T23:59:59.999Z', ['03-02: 1']],
    ['press', '2026-03-03T23:59:59.999Z', ['03-02: 1', '03-03: 2 so far']],
    ['night', '2026-03-04T02:00Z', ['03-02: 1', '03-03: 2']],
    ['submit late', '2026-03-02T12:00Z', ['03-02: 1', '03-03: 2']],
    ['night', '2026-03-05T02:00Z', ['03-02: 2', '03-03: 2']],
    ['submit', '2026-03-06T00:00Z', ['03-02: 2', '03-03: 2']],
    ['submit', '2026-03-08T12:00Z', ['03-02: 2', '03-03: 2']],
    ['submit', '2026-03-12T01:00Z', ['03-02: 2', '03-03: 2']],
    ['night after a week of downtime', '2026-03-12T02:00Z', ['03-02: 2', '03-03: 2', '03-06: 1', '03-08: 1']],
    ['night', '2026-03-13T02:00Z', ['03-02: 2', '03-03: 2', '03-06: 1', '03-08: 1', '03-12: 1']],
  ] as const;

  it('writes every complete day that is missing or changed, and no day without responses', async () => {
    const tenant = await newTenant('UTC');
    await store(await newTenant('UTC'), ['2026-03-02T10:00Z', '2026-03-05T10:00Z']);
    for (const [step, at, expected] of steps) {
      if (step.startsWith('submit')) await submit(tenant, at);
      else if (step === 'press') await press(tenant, at);
      else await night(tenant, at);
      expect(await daysOf(tenant), `${step} ${at}`).toEqual(expected ?? []);
    }
    expect(await night(tenant, '2026-03-13T03:00Z')).toEqual({ personas: 1, daysWritten: 0, newest: null, errors: [] });
  });

  it('writes 15 months at once after an import of old responses', async () => {
    const tenant = await newTenant('Europe/London', YOUNG, LONDON);
    const first = Date.parse('2025-01-01T12:00Z');
    await store(tenant, Array.from({ length: 455 * 3 }, (_, index) => new Date(first + Math.floor(index / 3) * DAY_MS)));
    const result = await night(tenant, '2026-04-01T01:00Z');
    expect(result).toMatchObject({ personas: 2, daysWritten: 910, newest: '2026-03-31', errors: [] });
    const snapshots = await snapshotsOf(tenant, 1);
    expect(new Set(snapshots.map((one) => one.response_count))).toEqual(new Set([3]));
    expect(snapshots.at(-1)?.behavioral_data).toEqual({ matches: 0, strong: 0, moderate: 0, weak: 3, avg_match_score: 0, avg_evidence: 0 });
  });

  it.each([
    ['Europe/London', '2026-03-29', '2026-10-25', [23, 25]],
    ['America/New_York', '2026-03-08', '2026-11-01', [23, 25]],
    ['Asia/Kolkata', '2026-03-29', '2026-10-25', [24, 24]],
    ['Australia/Lord_Howe', '2026-10-04', '2026-04-05', [23.5, 24.5]],
  ])('counts each day of %s right when clocks change', async (timeZone, forward, back, hours) => {
    const tenant = await newTenant(timeZone);
    for (const [index, changing] of [forward, back].entries()) {
      // One response in the middle of each half hour of three days, in UTC; each belongs to one local day.
      const from = Date.parse(changing) - 2 * DAY_MS;
      await store(tenant, Array.from({ length: 5 * 48 }, (_, step) => new Date(from + step * 1_800_000 + 900_000)));
      await night(tenant, new Date(Date.parse(changing) + 9 * DAY_MS));
      const day = (await snapshotsOf(tenant)).find((one) => one.snapshot_date === changing);
      expect(day?.response_count, changing).toBe(2 * hours[index]!);
    }
  });

  it('moves days when the time zone changes, and removes those that no response falls on any more', async () => {
    const tenant = await newTenant('UTC');
    await store(tenant, ['2026-03-02T23:30Z', '2026-03-04T12:00Z']);
    await night(tenant, '2026-03-06T02:00Z');
    expect(await daysOf(tenant)).toEqual(['03-02: 1', '03-04: 1']);
    await inTenant(tenant, (trx) => trx.updateTable('tenants').set({ time_zone: 'Europe/Berlin', settings_revision: 2 }).where('id', '=', tenant.id).execute());
    await night(tenant, '2026-03-06T02:00Z');
    expect(await daysOf(tenant)).toEqual(['03-03: 1', '03-04: 1']);
  });

  it('keeps the edition of days that are over, and shows today under the newest', async () => {
    const clock = fakeClock('2026-03-03T12:00Z');
    const tenant = await newTenant('UTC');
    await store(tenant, ['2026-03-02T10:00Z', '2026-03-03T10:00Z']);
    await press(tenant, clock.now());
    await inTenant(tenant, async (trx) => {
      const text = JSON.stringify(LONDON);
      await trx.insertInto('persona_editions').values({ tenant_id: tenant.id, persona_id: tenant.personaIds[0]!, edition: 2, mapping_rules: text, rules: text }).execute();
      await trx.updateTable('cx_personas').set({ edition: 2 }).where('id', '=', tenant.personaIds[0]!).execute();
    });
    await press(tenant, clock.now());
    expect((await snapshotsOf(tenant)).map((one) => [one.snapshot_date, one.edition, one.behavioral_data.matches])).toEqual([['2026-03-02', 1, 1], ['2026-03-03', 2, 0]]);
  });

  it('leaves alone who is not synchronised automatically, drafts and the archived', async () => {
    const tenant = await newTenant('UTC', YOUNG, YOUNG, YOUNG);
    await store(tenant, ['2026-03-02T10:00Z']);
    await inTenant(tenant, async (trx) => {
      await trx.updateTable('cx_personas').set({ sync_config: '{"auto_sync": false, "sync_frequency": "daily"}' }).where('id', '=', tenant.personaIds[0]!).execute();
      await trx.updateTable('cx_personas').set({ status: 'draft' }).where('id', '=', tenant.personaIds[1]!).execute();
    });
    expect((await night(tenant, '2026-03-03T02:00Z')).personas).toBe(1);
    expect([await snapshotsOf(tenant, 0), await snapshotsOf(tenant, 1)]).toEqual([[], []]);
    await press(tenant, '2026-03-03T02:00Z');
    expect(await daysOf(tenant)).toEqual(['03-02: 1']);
    const synced = await inTenant(tenant, (trx) => trx.selectFrom('cx_personas').select('last_synced_at').orderBy('id').execute());
    expect(synced.map((row) => row.last_synced_at?.toISOString() ?? null)).toEqual(['2026-03-03T02:00:00.000Z', null, '2026-03-03T02:00:00.000Z']);
  });

  it('goes on when one persona fails, and says which', async () => {
    const tenant = await newTenant('UTC', { rules: [{ nonsense: 1 }] }, YOUNG);
    await store(tenant, ['2026-03-02T10:00Z']);
    const result = await night(tenant, '2026-03-03T02:00Z');
    expect([result.daysWritten, result.errors.map((one) => one.personaId)]).toEqual([1, [tenant.personaIds[0]]]);
    expect(await snapshotsOf(tenant, 1)).toHaveLength(1);
  });
});

describe('the figures of a day', () => {
  const answer = (age: number, gender: string, more: JsonObject = {}): JsonObject => ({ age, gender, ...more });

  it('are those of its matching responses', async () => {
    const tenant = await newTenant('UTC');
    const at = ['2026-03-02T10:00Z'];
    await store(tenant, at, answer(25, 'Female', { satisfaction: 5, nps_score: 10, trust_rating: 4 }));
    await store(tenant, at, answer(39, 'female ', { satisfaction: '4', nps_score: 6, trust_rating: 9 }));
    await store(tenant, at, answer(38, 'male', { satisfaction: 'fine', nps_score: 9 }));
    await store(tenant, at, answer(70, 'male', { satisfaction: 1, nps_score: 0, trust_rating: 1 }));
    await night(tenant, '2026-03-03T02:00Z');
    const [day] = await snapshotsOf(tenant);
    expect(day).toMatchObject({
      response_count: 4,
      edition: 1,
      metrics: { satisfaction: 4.5, loyalty: 8.3333, trust: 4, effort: null, nps: 33.33 },
      demographics: { age: { '20-29': 1, '30-39': 2 }, gender: { female: 2, male: 1 } },
      behavioral_data: { matches: 3, strong: 3, moderate: 0, weak: 1, avg_match_score: 75, avg_evidence: 1 },
    });
    expect(day?.metric_details.satisfaction).toMatchObject({ n: 2, rejected: 1, sd: 0.7071 });
    expect(day?.metric_details.trust).toEqual({ n: 1, rejected: 1, sd: null, interval: null });
  });

  it('fault 5: demographic counts overwrote each other', async () => {
    const tenant = await newTenant('UTC');
    for (const [age, gender, location] of [[21, 'f', 'York'], [22, 'f', 'Leeds'], [31, 'm', 'York'], [32, 'f', 'York']] as const) {
      await store(tenant, ['2026-03-02T10:00Z'], answer(age, gender, { location }));
    }
    await night(tenant, '2026-03-03T02:00Z');
    expect((await snapshotsOf(tenant))[0]?.demographics).toEqual({ age: { '20-29': 2, '30-39': 2 }, gender: { f: 3, m: 1 }, location: { york: 3, leeds: 1 } });
  });

  it('fault 6: a metric nobody answered was stored as 0.00', async () => {
    const tenant = await newTenant('UTC');
    await store(tenant, ['2026-03-02T10:00Z'], { age: 30, effort_score: '' });
    await night(tenant, '2026-03-03T02:00Z');
    expect((await snapshotsOf(tenant))[0]?.metrics).toEqual({ satisfaction: null, loyalty: null, trust: null, effort: null, nps: null });
  });

  it('fault 7: the date filter looked at the time of scoring, not of submission', async () => {
    const tenant = await newTenant('UTC');
    await submit(tenant, '2026-03-02T10:00Z');
    await night(tenant, '2026-03-20T02:00Z');
    expect(await daysOf(tenant)).toEqual(['03-02: 1']);
  });

  it('fault 8: the 02:00 job snapshotted the day that had just begun and missed yesterday', async () => {
    const tenant = await newTenant('America/New_York');
    await store(tenant, ['2026-03-03T04:59Z', '2026-03-03T05:01Z', '2026-03-03T06:30Z']);
    // 02:00 on 3 March in New York.
    await night(tenant, '2026-03-03T07:00Z');
    expect(await daysOf(tenant)).toEqual(['03-02: 1']);
  });

  it('fault 9: sync did not score new responses before it summarised them', async () => {
    const tenant = await newTenant('UTC');
    await store(tenant, ['2026-03-02T10:00Z']);
    await night(tenant, '2026-03-03T02:00Z');
    await store(tenant, ['2026-03-03T10:00Z', '2026-03-03T11:00Z']);
    await night(tenant, '2026-03-04T02:00Z');
    expect((await snapshotsOf(tenant)).map((one) => one.behavioral_data.matches)).toEqual([1, 2]);
  });
});

describe('recomputeDays', () => {
  it('takes erased responses out of the days they were submitted on, in the erasing transaction', async () => {
    const tenant = await newTenant('UTC');
    const [first] = await store(tenant, ['2026-03-02T10:00Z', '2026-03-02T11:00Z'], { age: 30, satisfaction: 5 });
    const [only] = await store(tenant, ['2026-03-04T10:00Z']);
    await store(tenant, ['2026-03-05T10:00Z']);
    await press(tenant, '2026-03-05T12:00Z');
    const erase = (ids: number[], days: string[]): Promise<number> =>
      inTenant(tenant, async (trx) => {
        await lockScoringExclusive(trx, tenant.id);
        await uncountResponses(trx, tenant.id, sql`r.id = any(${ids}::bigint[])`);
        await trx.deleteFrom('form_responses').where('tenant_id', '=', tenant.id).where('id', 'in', ids).execute();
        return recomputeDays(trx, tenant.id, days);
      });
    expect(await erase([first!, only!], ['2026-03-02', '2026-03-04'])).toBe(2);
    expect(await daysOf(tenant)).toEqual(['03-02: 1', '03-05: 1 so far']);
    expect((await snapshotsOf(tenant))[0]?.metric_details.satisfaction?.n).toBe(1);
    const rest = await inTenant(tenant, (trx) => trx.selectFrom('form_responses').select('id').execute());
    expect(await erase(rest.map((row) => row.id), ['2026-03-02', '2026-03-05'])).toBe(2);
    expect(await daysOf(tenant)).toEqual([]);
  });

  it('is not undone by a sync that had read the responses before', async () => {
    const tenant = await newTenant('UTC');
    const [erased] = await store(tenant, ['2026-03-02T10:00Z', '2026-03-02T11:00Z']);
    await calculateScores(frames, tenant.id, { personaIds: null });
    const syncing: Promise<RefreshResult>[] = [];
    await inTenant(tenant, async (trx) => {
      await lockScoringExclusive(trx, tenant.id);
      syncing.push(night(tenant, '2026-03-03T02:00Z'));
      // It has computed the day by now, and waits for the lock.
      await delay(200);
      await uncountResponses(trx, tenant.id, sql`r.id = ${erased!}`);
      await trx.deleteFrom('form_responses').where('tenant_id', '=', tenant.id).where('id', '=', erased!).execute();
      await recomputeDays(trx, tenant.id, ['2026-03-02']);
    });
    expect(await syncing[0]).toMatchObject({ daysWritten: 1, newest: '2026-03-02' });
    expect(await daysOf(tenant)).toEqual(['03-02: 1']);
  });
});
