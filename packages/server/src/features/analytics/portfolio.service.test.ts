import { operations } from '@likeness/contract';
import { bestPersona } from '@likeness/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTenant } from '../../db/tenant-scope.ts';
import { fakeClock, testDatabase } from '../../testing/index.ts';
import { calculateScores } from '../scoring/calculate-scores.ts';
import { listPersonaPatterns } from './portfolio.queries.ts';
import { createPortfolioService } from './portfolio.service.ts';
import { ALL_RESPONSES } from './response-window.ts';
import { MAYA, addPersona, addResponses, makeSmallSurvey, makeTenant } from './small-survey.testing.ts';

const db = await testDatabase();
const portfolio = createPortfolioService({ db, clock: fakeClock('2026-04-01T09:00:00Z') });
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
    await calculateScores(db, 5, { personaIds: null });
    const { remarks } = await portfolio.getPortfolio(tenant.caller, {});
    expect(remarks).toEqual([
      { code: 'too_similar', persona_ids: [a, b], sentence: 'Dropping Busy parent would lose nobody: 20 of its 20 people also match Commuter.' },
      { code: 'too_broad', persona_ids: [a], sentence: 'Busy parent is too broad to tell people apart. More rules would sharpen it.' },
      { code: 'too_broad', persona_ids: [b], sentence: 'Commuter is too broad to tell people apart. More rules would sharpen it.' },
    ]);
  });
});

describe('listPersonaPatterns', () => {
  it('names the best persona of everybody as core does, with ties settled by evidence, size and id', async () => {
    const tenant = await makeTenant(db, 6);
    const rules = [
      { missing: 'ignore', rules: [{ attribute: 'a', is: { in: ['y'] } }, { attribute: 'b', is: { in: ['y'] } }] },
      { missing: 'ignore', rules: [{ attribute: 'b', is: { in: ['y'] } }, { attribute: 'c', is: { in: ['y'] } }] },
      { a: ['y'], c: ['y'] },
      { a: ['y'], c: ['y'] },
    ];
    const ids: number[] = [];
    for (const [index, one] of rules.entries()) ids.push(await addPersona(db, 6, `Persona ${index}`, one));
    const answers = fc.sample(fc.record({ a: fc.constantFrom('y', 'n', null), b: fc.constantFrom('y', 'n', null), c: fc.constantFrom('y', 'n', null) }), { numRuns: 120, seed: 7 });
    await addResponses(db, 6, tenant.formIds[0] ?? 0, answers.map((data) => ({ who: null, at: '2026-01-01T00:00:00Z', data })));
    await calculateScores(db, 6, { personaIds: null });

    const [patterns, stored] = await readTenant(db, 6, async (trx) => [
      await listPersonaPatterns(trx, 6, ids, ALL_RESPONSES),
      await trx.selectFrom('persona_matches').select(['persona_id', 'response_id', 'match_score', 'evidence', 'band']).execute(),
    ] as const);
    const sizes = new Map(ids.map((id) => [id, stored.filter((row) => row.persona_id === id && row.band > 0).length]));
    const best = new Map<number | null, number>();
    for (const responseId of new Set(stored.map((row) => row.response_id))) {
      const candidates = stored.filter((row) => row.response_id === responseId).map((row) => ({
        id: row.persona_id,
        respondents: sizes.get(row.persona_id) ?? 0,
        score: { scoreHundredths: Math.round(row.match_score * 100), answeredWeight: row.evidence * 2, totalWeight: 2, band: (['weak', 'moderate', 'strong'] as const)[row.band] },
      }));
      const id = bestPersona(candidates)?.id ?? null;
      best.set(id, (best.get(id) ?? 0) + 1);
    }
    const found = new Map<number | null, number>();
    for (const { primaryId, respondents } of patterns) found.set(primaryId, (found.get(primaryId) ?? 0) + respondents);
    expect(found).toEqual(best);
    expect(best.size).toBeGreaterThan(3);
  });
});
