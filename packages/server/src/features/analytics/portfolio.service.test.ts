import { operations } from '@likeness/contract';
import { bestPersona, compileDictionary, DEFAULT_BAND_THRESHOLDS, evaluateNaively, parseRuleSet } from '@likeness/core';
import type { Score } from '@likeness/core';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../db/tables.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { createFrameService } from '../frames/create-frame-service.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';
import type { Level } from './portfolio-answer.ts';
import { createPortfolioService } from './portfolio.service.ts';
import { type GivenResponse, MAYA, addPersona, addResponses, makeSmallSurvey, makeTenant } from './small-survey.testing.ts';

const db = await testDatabase();
const frames = testFrames(db);
const portfolio = createPortfolioService({ db, clock: fakeClock('2026-04-01T09:00:00Z'), frames });
await makeSmallSurvey(db, 2);
const { caller, maya, tom } = await makeSmallSurvey(db, 1);

const share = (count: number, total: number, percentage: number, interval: [number, number]) => ({
  persona_customers: count, total_customers: total, percentage, interval,
});
const ONE = share(1, 5, 20, [3.62, 62.45]);
const TWO = share(2, 5, 40, [11.76, 76.93]);

describe('getPortfolio', () => {
  it('says whom all personas stand for together, and whom none does', async () => {
    const answer = await portfolio.getPortfolio(caller, {});
    expect(operations.getPortfolio.answers[200].schema.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({ total_customers: 5, total_responses: 6, remarks: [] });
    const both = { edition: 1, coverage: TWO, strong_coverage: ONE, prevalence: ONE, unique: { count: 2, percentage: 40 }, primary: 2, verdict: 'too few to tell' };
    expect(answer.personas).toMatchObject([{ persona_id: maya, name: 'Maya', ...both }, { persona_id: tom, name: 'Tom', ...both }]);
    expect(answer.union).toEqual({ coverage: share(4, 5, 80, [37.55, 96.38]), strong_coverage: TWO, prevalence: TWO });
    expect([answer.gap, answer.strong_gap]).toEqual([ONE, share(3, 5, 60, [23.07, 88.24])]);
    expect(answer.overlap).toEqual([{ a: maya, b: tom, both: 0, of_a: { count: 0, percentage: 0, interval: [0, 65.76] }, of_b: { count: 0, percentage: 0, interval: [0, 65.76] }, jaccard: 0, overlap_coefficient: 0, lift: 0 }]);
    expect(answer.combinations).toEqual([{ persona_ids: [maya], count: 2 }, { persona_ids: [tom], count: 2 }, { persona_ids: [], count: 1 }]);
    // Both add two; Maya's mean score is the higher.
    expect(answer.greedy_order).toEqual([
      { persona_id: maya, adds: 2, covered: 2, percentage: 40 },
      { persona_id: tom, adds: 2, covered: 4, percentage: 80 },
    ]);
  });

  it('sees each person by the latest response of the window', async () => {
    const answer = await portfolio.getPortfolio(caller, { endDate: '2026-03-28' });
    expect(answer).toMatchObject({ total_customers: 1, total_responses: 1, gap: { persona_customers: 0 } });
    expect(answer.combinations).toEqual([{ persona_ids: [maya], count: 1 }]);
  });

  it('leaves out drafts, personas without rules and those not calculated yet', async () => {
    const tenant = await makeSmallSurvey(db, 3);
    await addPersona(db, 3, 'Draft', MAYA, 'draft');
    await addPersona(db, 3, 'Empty', null);
    await addPersona(db, 3, 'New', MAYA);
    expect((await portfolio.getPortfolio(tenant.caller, {})).personas.map(({ name }) => name)).toEqual(['Maya', 'Tom']);
  });

  it('is all gap without personas, and knows nothing without responses', async () => {
    const tenant = await makeTenant(db, 4);
    expect(await portfolio.getPortfolio(tenant.caller, {})).toMatchObject({ total_customers: 0, gap: { persona_customers: 0, percentage: null, interval: [0, 100] }, combinations: [] });
    await addResponses(db, 4, tenant.formIds[0] ?? 0, [{ who: null, at: '2026-01-01T00:00:00Z', data: { age: 30 } }]);
    expect(await portfolio.getPortfolio(tenant.caller, {})).toMatchObject({ gap: { persona_customers: 1, percentage: 100 }, combinations: [{ persona_ids: [], count: 1 }] });
  });

  it('remarks on two personas that are the same people', async () => {
    const tenant = await makeTenant(db, 5);
    const [a, b] = [await addPersona(db, 5, 'Busy parent', { kids: ['yes'] }), await addPersona(db, 5, 'Commuter', { car: ['yes'] })];
    const data = Array.from({ length: 40 }, (_, index) => ({ kids: index < 20 ? 'yes' : 'no', car: index < 25 ? 'yes' : 'no' }));
    await addResponses(db, 5, tenant.formIds[0] ?? 0, data.map((answers) => ({ who: null, at: '2026-01-01T00:00:00Z', data: answers })));
    await calculateScores(frames, 5, { personaIds: null });
    const { remarks } = await portfolio.getPortfolio(tenant.caller, {});
    expect(remarks).toEqual([
      { code: 'too_similar', persona_ids: [a, b], sentence: 'Dropping Busy parent would lose nobody: 20 of its 20 people also match Commuter.',
        said: { code: 'drop_loses', params: { dropped: 'Busy parent', kept: 'Commuter', unique: 0, both: 20, covered: 20 } } },
      { code: 'too_broad', persona_ids: [a], sentence: 'Busy parent is too broad to tell people apart. More rules would sharpen it.', said: { code: 'tells_little', params: { name: 'Busy parent' } } },
      { code: 'too_broad', persona_ids: [b], sentence: 'Commuter is too broad to tell people apart. More rules would sharpen it.', said: { code: 'tells_little', params: { name: 'Commuter' } } },
    ]);
  });
});

describe('the two ways to a portfolio', () => {
  const small = createFrameService({ db, log: { info: () => undefined, warn: () => undefined, error: () => undefined }, memoryBytes: 1, threads: 1 });
  afterAll(() => small.close());

  it('agree with each other and with counting one by one, whatever people answered, in any window and at any level', async () => {
    const tenant = await makeTenant(db, 6);
    const rules = [
      { missing: 'ignore', rules: [{ attribute: 'a', is: { in: ['y'] } }, { attribute: 'b', is: { in: ['y'] } }] },
      { missing: 'ignore', rules: [{ attribute: 'b', is: { in: ['y'] } }, { attribute: 'c', is: { in: ['y'] } }] },
      { a: ['y'], c: ['y'] },
      { a: ['y'], c: ['y'] },
    ];
    const ids: number[] = [];
    for (const [index, one] of rules.entries()) ids.push(await addPersona(db, 6, `Persona ${index}`, one));
    const answer = fc.constantFrom('y', 'n', null);
    const drawn = fc.record({ who: fc.option(fc.constantFrom('ann', 'ben', 'cat')), day: fc.integer({ min: 1, max: 4 }), data: fc.record({ a: answer, b: answer, c: answer }) });
    const responses = fc.sample(drawn, { numRuns: 150, seed: 7 }).map(({ who, day, data }) => ({ who, at: `2026-01-0${day}T12:00:00Z`, data }));
    const responseIds = await addResponses(db, 6, tenant.formIds[0] ?? 0, responses);
    await calculateScores(frames, 6, { personaIds: null });

    const fromDatabase = createPortfolioService({ db, clock: fakeClock('2026-04-01T09:00:00Z'), frames: small });
    for (const window of [{}, { startDate: '2026-01-02' }, { startDate: '2026-01-02', endDate: '2026-01-03' }, { endDate: '2025-01-01' }]) {
      for (const level of ['match', 'strong', 'every_rule'] as const) {
        const found = await portfolio.getPortfolio(tenant.caller, { ...window, level });
        expect(operations.getPortfolio.answers[200].schema.parse(found)).toEqual(found);
        expect(await fromDatabase.getPortfolio(tenant.caller, { ...window, level })).toEqual(found);
        expect(toComparable(found, ids)).toEqual(countNaively({ responses, responseIds, rules, ids, window, level }));
      }
    }
  });
});

type Found = Awaited<ReturnType<typeof portfolio.getPortfolio>>;
type Naive = { responses: GivenResponse[]; responseIds: number[]; rules: JsonObject[]; ids: number[]; window: { startDate?: string; endDate?: string }; level: Level };

function toComparable({ total_customers, total_responses, personas, combinations, nobody }: Found, ids: number[]) {
  return {
    total_customers, total_responses, nobody: nobody.persona_customers,
    primary: ids.map((id) => personas.find(({ persona_id }) => persona_id === id)?.primary),
    combinations: Object.fromEntries(combinations.map(({ persona_ids, count }) => [persona_ids.join(), count])),
  };
}

/** The latest response of each respondent of the window, scored by the naive interpreter. */
function countNaively({ responses, responseIds, rules, ids, window, level }: Naive): ReturnType<typeof toComparable> {
  const ruleSets = rules.map((one) => {
    const parsed = parseRuleSet(one);
    if (!parsed.ok) throw new Error('the rules parse');
    return parsed.ruleSet;
  });
  const given = responses.map((response, index) => ({ ...response, id: responseIds[index] ?? 0, day: response.at.slice(0, 10) }));
  const inside = given.filter(({ day }) => day >= (window.startDate ?? '') && day <= (window.endDate ?? '9'));
  const latest = inside.filter((one) => one.who === null || !inside.some((other) => other.who === one.who && (other.at > one.at || (other.at === one.at && other.id > one.id))));
  const scores = latest.map(({ data }) => ruleSets.map((ruleSet) => evaluateNaively(ruleSet, compileDictionary([]), data, DEFAULT_BAND_THRESHOLDS)));
  const sizes = ids.map((_, index) => scores.filter((own) => own[index]?.band !== 'weak').length);
  const primary = scores.map((own) => bestPersona(own.map((score, index) => ({ id: ids[index] ?? 0, score, respondents: sizes[index] ?? 0 })))?.id);
  const isIn = (score: Score): boolean => (level === 'match' ? score.band !== 'weak' : level === 'strong' ? score.band === 'strong' : score.everyRule);
  const combinations: Record<string, number> = {};
  for (const own of scores) {
    const key = ids.filter((_, index) => isIn(own[index] as Score)).join();
    combinations[key] = (combinations[key] ?? 0) + 1;
  }
  return {
    total_customers: latest.length, total_responses: inside.length, nobody: combinations[''] ?? 0, combinations,
    primary: ids.map((id) => primary.filter((best) => best === id).length),
  };
}
