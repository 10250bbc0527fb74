import fc from 'fast-check';
import { parseRuleSet } from '@likeness/core';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { createSubmissionService } from '../responses/submission.service.ts';
import { DEFAULT_BULK_LIMITS } from '../responses/bulk-limits.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';
import { type FigureCounts, listFigureCounts } from './figure-counts.queries.ts';
import { createPreviewService } from './preview.service.ts';
import { type WindowDays, toResponseWindow } from './response-window.ts';
import { toScoreHistogram } from './score-counts.ts';
import { type GivenResponse, addPersona, addResponses, makeSmallSurvey, makeTenant } from './small-survey.testing.ts';
import { toFigures } from './to-figures.ts';
import { windowedResponses } from './windowed-responses.ts';

const db = await testDatabase();
const frames = testFrames(db);
const ours = await makeSmallSurvey(db, 1);
const theirs = await makeSmallSurvey(db, 2);

const countsOf = (days: { startDate?: string; endDate?: string } = {}): Promise<Map<number, FigureCounts>> =>
  readTenant(db, 1, (trx) => listFigureCounts(trx, 1, [ours.maya, ours.tom, theirs.maya], days));

describe('listFigureCounts', () => {
  it('counts responses in the statistics and people, by their latest response, in the shares', async () => {
    const counts = await countsOf();
    expect([...counts.keys()].toSorted()).toEqual([ours.maya, ours.tom].toSorted());
    expect(counts.get(ours.maya)).toEqual({
      responses: 6, meanScore: 50, bestScore: 100, worstScore: 0, meanEvidence: 0.8889, scores: new Map([[0, 2], [3333, 1], [6667, 1], [10000, 2]]), strong: 2, moderate: 1, weak: 3,
      customers: 5, matching: 2, matchingStrongly: 1, matchingEveryRule: 1, ruleMatched: [3, 2, 1], ruleUnanswered: [0, 0, 2],
    });
    expect(counts.get(ours.tom)).toEqual({
      responses: 6, meanScore: 33.33, bestScore: 100, worstScore: 0, meanEvidence: 0.8889, scores: new Map([[0, 3], [3333, 1], [6667, 1], [10000, 1]]), strong: 1, moderate: 1, weak: 4,
      customers: 5, matching: 2, matchingStrongly: 1, matchingEveryRule: 1, ruleMatched: [2, 2, 2], ruleUnanswered: [0, 0, 2],
    });
  });

  it('takes the latest response within the window, not the latest of all', async () => {
    const counts = await countsOf({ endDate: '2026-03-28' });
    expect(counts.get(ours.maya)).toMatchObject({ responses: 1, customers: 1, matching: 1, matchingStrongly: 1 });
  });

  it('puts a response on the day of submission in the zone of the tenant, on the night the clocks change', async () => {
    const on = async (day: string): Promise<number | undefined> => (await countsOf({ startDate: day, endDate: day })).get(ours.maya)?.responses;
    expect(await on('2026-03-28')).toBe(1);
    expect(await on('2026-03-29')).toBe(1);
    expect(await on('2026-03-30')).toBe(3);
    expect(await on('2026-03-31')).toBe(1);
    expect(await on('2026-04-01')).toBe(undefined);
  });

  it('answers nothing for no personas, and nothing about those of a neighbour', async () => {
    const counts = await readTenant(db, 1, (trx) => listFigureCounts(trx, 1, [theirs.maya], {}));
    expect(counts.size).toBe(0);
    expect((await readTenant(db, 1, (trx) => listFigureCounts(trx, 1, [], {}))).size).toBe(0);
  });

  it('breaks ties of time by id, so that one response of a person counts', async () => {
    const tenant = await makeTenant(db, 3);
    const persona = await addPersona(db, 3, 'One rule', { plan: ['pro'] });
    const at = '2026-01-01T00:00:00Z';
    await addResponses(db, 3, tenant.formIds[0] ?? 0, ['pro', 'free', 'pro', 'free'].map((plan) => ({ who: 'dan', at, data: { plan } })));
    await calculateScores(frames, 3, { personaIds: null });
    const counts = await readTenant(db, 3, (trx) => listFigureCounts(trx, 3, [persona], {}));
    expect(counts.get(persona)).toMatchObject({ responses: 4, strong: 2, customers: 1, matching: 0 });
  });
});

/** The same counted from the score of every response in the window: what the counts are held to. */
async function countFromScores(trx: TenantTransaction, tenantId: number, personaIds: readonly number[], days: WindowDays): Promise<Map<number, FigureCounts>> {
  const { rows } = await sql<FigureCounts & { personaId: number; given: [number, number][] }>`
    with windowed as (${windowedResponses(tenantId, toResponseWindow(days, 'Europe/London'))}),
    combinations as (
      select m.persona_id, m.rule_outcomes, m.match_score, m.band, m.evidence, m.every_rule,
        count(*) as responses, count(*) filter (where w.is_latest) as customers
      from persona_matches m
      join windowed w on w.id = m.response_id
      where m.tenant_id = ${tenantId} and m.persona_id = any(${personaIds}::bigint[])
      group by m.persona_id, m.rule_outcomes, m.match_score, m.band, m.evidence, m.every_rule
    ),
    rules as (
      select c.persona_id, position,
        coalesce(sum(c.customers) filter (where substr(c.rule_outcomes, position, 1) = '+'), 0) as matched,
        coalesce(sum(c.customers) filter (where substr(c.rule_outcomes, position, 1) = '?'), 0) as unanswered
      from combinations c
      cross join lateral generate_series(1, length(c.rule_outcomes)) as position
      group by c.persona_id, position
    )
    select c.persona_id as "personaId",
      sum(c.responses) as responses,
      round(sum(c.match_score * c.responses) / sum(c.responses), 2) as "meanScore",
      max(c.match_score) as "bestScore",
      min(c.match_score) as "worstScore",
      round((sum(c.evidence * c.responses) / sum(c.responses))::numeric, 4) as "meanEvidence",
      coalesce(sum(c.responses) filter (where c.band = 2), 0) as strong,
      coalesce(sum(c.responses) filter (where c.band = 1), 0) as moderate,
      coalesce(sum(c.responses) filter (where c.band = 0), 0) as weak,
      sum(c.customers) as customers,
      coalesce(sum(c.customers) filter (where c.band >= 1), 0) as matching,
      coalesce(sum(c.customers) filter (where c.band = 2), 0) as "matchingStrongly",
      coalesce(sum(c.customers) filter (where c.every_rule), 0) as "matchingEveryRule",
      (select json_agg(json_build_array(g.score, g.responses)) from
        (select (match_score * 100)::integer as score, sum(responses) as responses from combinations o where o.persona_id = c.persona_id group by 1) g) as given,
      array(select r.matched from rules r where r.persona_id = c.persona_id order by r.position) as "ruleMatched",
      array(select r.unanswered from rules r where r.persona_id = c.persona_id order by r.position) as "ruleUnanswered"
    from combinations c
    group by c.persona_id`.execute(trx);
  return new Map(rows.map(({ personaId, given, ...counts }) => [personaId, { ...counts, scores: new Map(given) }]));
}

describe('the figures from counts', () => {
  const AT = { min: 0, max: 5 * 24 };
  const response = fc.record({
    who: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { freq: 3 }),
    at: fc.integer(AT).map((hour) => new Date(Date.UTC(2026, 2, 27, hour)).toISOString()),
    data: fc.record({ age: fc.constantFrom(20, 30, 40, 60), location: fc.constantFrom('', 'London', 'Leeds'), plan: fc.constantFrom('', 'pro', 'free') }),
  });
  const day = fc.option(fc.constantFrom('2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31'), { nil: undefined });
  const window = fc.tuple(day, day).map(([one, other]): WindowDays => {
    const [startDate, endDate] = one !== undefined && other !== undefined && one > other ? [other, one] : [one, other];
    return { startDate, endDate };
  });

  it('are those of the scores themselves, for any window, with and without responses that are still to be counted', async () => {
    const submissions = createSubmissionService({ db, clock: fakeClock('2026-06-01T00:00:00Z'), limits: DEFAULT_BULK_LIMITS });
    let tenantId = 500;
    await fc.assert(
      fc.asyncProperty(fc.array(response, { maxLength: 25 }), fc.array(response, { maxLength: 3 }), fc.array(window, { minLength: 3, maxLength: 3 }), async (before, after, windows) => {
        tenantId += 1;
        const { caller, formIds: [formId = 0] } = await makeTenant(db, tenantId);
        const personaIds = [await addPersona(db, tenantId, 'One', { age: { min: 25, max: 40 }, location: ['London'], plan: ['pro'] }), await addPersona(db, tenantId, 'Two', { plan: ['free'] })];
        await addResponses(db, tenantId, formId, before);
        await calculateScores(frames, tenantId, { personaIds: null });
        for (const { who, at, data } of after) {
          await submissions.submitOne(caller, formId, { response_data: data, submitted_at: at, ...(who !== null && { respondent_key: who }) });
        }
        for (const days of [{}, ...windows]) {
          const [counted, expected] = await readTenant(db, tenantId, async (trx) => [
            await listFigureCounts(trx, tenantId, personaIds, days), await countFromScores(trx, tenantId, personaIds, days),
          ]);
          for (const id of personaIds) {
            const [own, wanted] = [counted.get(id), expected.get(id)];
            // Without anybody to count there is no combination to tell the number of rules from.
            expect(own?.customers === 0 ? { ...own, ruleMatched: wanted?.ruleMatched, ruleUnanswered: wanted?.ruleUnanswered } : own).toEqual(wanted);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the two ways to count', () => {
  const answer = fc.record({
    who: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { freq: 3 }),
    hour: fc.integer({ min: 0, max: 30 }),
    age: fc.constantFrom(null, 20, 30, 40),
    location: fc.constantFrom(null, 'London', 'Leeds'),
    goals: fc.constantFrom(null, 'faster', 'cheaper'),
  });
  const RULES = [
    { age: { min: 25 }, location: ['London'], goals: ['faster'] },
    {
      missing: 'ignore',
      rules: [
        { attribute: 'age', is: { atMost: 30 }, weight: 0.7 },
        { attribute: 'location', is: { in: ['Leeds'] }, required: true, weight: 2 },
        { any: [{ attribute: 'goals', is: { in: ['cheaper'] } }, { attribute: 'age', is: { atLeast: 40 } }], weight: 1.313 },
      ],
    },
  ];

  it('the query over stored scores and the preview through core agree on any survey', async () => {
    const preview = createPreviewService({ db, clock: fakeClock('2026-04-01T00:00:00Z'), frames });
    let tenantId = 100;
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { maxLength: 40 }), fc.constantFrom(...RULES), async (answers, rules) => {
        tenantId += 1;
        const { caller, formIds } = await makeTenant(db, tenantId);
        const personaId = await addPersona(db, tenantId, 'Persona', rules);
        const responses = answers.map(({ who, hour, ...data }): GivenResponse => ({ who, at: new Date(Date.UTC(2026, 2, 1, hour)).toISOString(), data }));
        await addResponses(db, tenantId, formIds[0] ?? 0, responses);
        await calculateScores(frames, tenantId, { personaIds: null });

        const counts = await withTenant(db, tenantId, (trx) => listFigureCounts(trx, tenantId, [personaId], {}));
        const previewed = await preview.previewRules(caller, { mapping_rules: rules, persona_id: personaId });
        const parsed = parseRuleSet(rules);
        const stored = counts.get(personaId);
        expect(stored === undefined).toBe(answers.length === 0);
        if (stored === undefined || !parsed.ok) return;
        expect(previewed).toMatchObject(toFigures(stored, parsed.ruleSet, { moderate: 5000, strong: 7000 }));
        expect(previewed.score_histogram).toEqual(toScoreHistogram(stored.scores));
        expect(previewed.difference).toEqual({ persona_id: personaId, edition: 1, enter: 0, leave: 0, become_strong: 0, lose_strong: 0 });
        expect(stored.strong + stored.moderate + stored.weak).toBe(stored.responses);
      }),
      { numRuns: 25 },
    );
  });
});
