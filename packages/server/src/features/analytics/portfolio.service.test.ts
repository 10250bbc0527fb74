import { operations } from '@likeness/contract';
import { describe, expect, it } from 'vitest';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { testFrames } from '../../testing/test-frames.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';
import { createPortfolioService } from './portfolio.service.ts';
import { MAYA, addPersona, addResponses, makeSmallSurvey, makeTenant } from './small-survey.testing.ts';

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
      { code: 'too_similar', persona_ids: [a, b], sentence: 'Dropping Busy parent would lose nobody: 20 of its 20 people also match Commuter.' },
      { code: 'too_broad', persona_ids: [a], sentence: 'Busy parent is too broad to tell people apart. More rules would sharpen it.' },
      { code: 'too_broad', persona_ids: [b], sentence: 'Commuter is too broad to tell people apart. More rules would sharpen it.' },
    ]);
  });
});
