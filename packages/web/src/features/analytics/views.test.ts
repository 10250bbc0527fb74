import { describe, expect, it } from 'vitest';
import { createFormats } from '../../ui/formats.ts';
import { analyticsOf } from './analytics.testing.ts';
import { readAnalyticsSearch } from './search.ts';
import { toDemographics } from './to-demographics.ts';
import { toReasons } from './to-reasons.ts';
import { toScoreBars } from './to-score-bars.ts';
import { toVerdict } from './to-verdict.ts';
import type { Distribution } from './use-dashboard.ts';

const formats = createFormats('en-GB');
const bands = { moderate: 50, strong: 70 };

describe('verdict', () => {
  const viewOf = (changes = {}, ruleCount = 5) => toVerdict(analyticsOf(changes), { ruleCount, bands, formats });
  const sentenceOf = (changes = {}) => viewOf(changes).sentence.map(({ text }) => text).join('');
  const coverage = (count: number, n: number) => ({ persona_customers: count, total_customers: n, percentage: (100 * count) / n, interval: [31.4, 68.6] });

  it('speaks of the interval, not of the estimate', () => {
    expect(sentenceOf()).toBe('Respondents match this persona by 58 of 100 on average. Between 50 and 69 in 100 match it, but only 34 in 100 strongly.');
    expect(viewOf().word).toBe('fair');
    expect(viewOf().reason).toBe('Its traits occur together 1.6 times as often as by chance (1.2 to 2.1): a loose group.');
  });

  it('speaks of no average and no likeness under thirty', () => {
    const few = (said: object, n: number) => ({ coverage: coverage(3, n), verdict: { word: 'too few to tell', coherence: null, interval: null, sentence: '', said: [said] } });
    expect(viewOf(few({ code: 'few_answered', params: { respondents: 6, from: 10 } }, 6))).toMatchObject({
      reason: null, sentence: [{ text: 'Too few to tell: 6 answered so far. Figures appear from 10 on.', isStrong: false }],
    });
    expect(sentenceOf(few({ code: 'few_match', params: { matching: 12, respondents: 24, low: 31, high: 69 } }, 24))).toBe('Too few to tell: 12 of 24 match, the truth may be 31 to 69 in 100.');
  });

  it('has three shares, each inside the one before', () => {
    const { levels } = viewOf();
    expect(levels.map(({ figure }) => figure.percent)).toEqual(['60.0\u202f%', '34.0\u202f%', '12.0\u202f%']);
    expect(levels.map(({ from }) => from)).toEqual(['score 50 and above', '70 and above', 'all 5 hold']);
  });
});

it('gives for each rule the answer that passed it, or says that there was none', () => {
  const reasons = toReasons({
    age: { expected: { min: 25, max: 40 }, actual: 31, match: true, answered: true },
    goals: { expected: ['Save time'], actual: ['Grow', 'Save time'], match: true, answered: true },
    plan: { expected: ['pro'], actual: 'free', match: false, answered: true },
    role: { expected: ['lead'], actual: null, match: false, answered: false },
    'Wants to be paid': { expected: { any: [] }, actual: { goals: ['Get paid faster', 'Save time'], comment: null }, match: true, answered: true },
  });
  expect(reasons.map(({ text, state }) => `${text}: ${state}`)).toEqual(['Age 31: passed', 'Save time: passed', 'free: failed', 'Role: unanswered', 'Wants to be paid: Get paid faster, Save time: passed']);
  expect(reasons[0]?.expected).toBe('between 25 and 40');
});

describe('demographics', () => {
  const distributionOf = (changes: Partial<Distribution>): Distribution => ({
    attribute: 'age', type: 'number', respondents: 100, answered: 100, missing: 0, unreadable: 0, matching: null, smallest: 18, median: 30, largest: 65,
    bins: null, below: 0, above: 0, values: null, distinct: 3, as_of: '2026-01-31T09:00:00.000Z', ...changes,
  });

  it('puts numbers into few ranges that lose nobody', () => {
    const bins = Array.from({ length: 20 }, (_, index) => ({ from: 20 + index, to: 21 + index, respondents: 10, matching: 4 }));
    const { groups } = toDemographics(distributionOf({ bins }), formats);
    expect(groups.map(({ name }) => name)).toEqual(['20 to 23', '24 to 27', '28 to 31', '32 to 35', '36 to 39']);
    expect(groups.reduce((sum, { matching }) => sum + matching, 0)).toBe(80);
    expect(groups[0]?.ofGroup).toMatchObject({ percent: '40.0\u202f%', n: 40, grade: 'normal' });
  });

  it('shows the largest answers, counts the others, and shows no share of under ten people', () => {
    const values = Array.from({ length: 8 }, (_, index) => ({ value: `place ${index}`, respondents: 2 + 10 * index, matching: index }));
    const { groups, leftOut } = toDemographics(distributionOf({ values }), formats);
    expect(groups[0]?.name).toBe('place 7');
    expect([groups.length, leftOut]).toEqual([6, 2]);
    expect(toDemographics(distributionOf({ values: [{ value: 'x', respondents: 2, matching: 1 }] }), formats).groups[0]?.ofGroup.grade).toBe('hidden');
  });
});

it('counts scores in steps of ten, in the colour of their band, with 100 in the last', () => {
  const bars = toScoreBars({ '0.00': 3, '49.99': 2, '50.00': 5, '70.00': 7, '100.00': 11 }, bands);
  expect(bars.map(({ count }) => count)).toEqual([3, 0, 0, 0, 2, 5, 0, 7, 0, 11]);
  expect(bars.map(({ fill }) => fill).join(' ')).toBe('weak weak weak weak weak moderate moderate strong strong strong');
});

it('reads from the address only what it knows', () => {
  expect(readAnalyticsSearch({ range: '90', people: 'strong', rule: '2', volume: 'shares' })).toEqual({ range: '90', people: 'strong', rule: 2, volume: 'shares' });
  expect(readAnalyticsSearch({ range: '31', people: 'all', rule: '0', volume: 'x' })).toEqual({});
});
