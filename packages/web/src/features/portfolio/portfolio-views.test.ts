import { describe, expect, it } from 'vitest';
import { createFormats } from '../../ui/formats.ts';
import { toPersonaMarks } from './persona-mark.ts';
import { portfolioOf, portfolioPersonaOf, shareOf } from './portfolio.testing.ts';
import { toAnswerView } from './to-answer-view.ts';
import { toCombinations } from './to-combinations.ts';
import { toCoverageSteps } from './to-coverage-steps.ts';
import { toDraftRules } from './to-draft-rules.ts';
import { toExportRows } from './export-portfolio.ts';
import { toGapRows } from './to-gap-rows.ts';
import { toOverlapMatrix } from './to-overlap-matrix.ts';
import { toWarnings } from './to-warnings.ts';
import type { Differences } from './use-portfolio.ts';

const formats = createFormats('en-GB');
const bands = { moderate: 50, strong: 70 };
const marksOf = (portfolio = portfolioOf()) => toPersonaMarks(portfolio.personas, new Map([[1, 0], [2, 9]]));

describe('the answer', () => {
  const sentenceOf = (...args: Parameters<typeof portfolioOf>) => toAnswerView(portfolioOf(...args), bands, formats).sentence.map(({ text }) => text).join('');

  it('speaks of the interval, of who already reaches most, and of those nobody stands for', () => {
    expect(sentenceOf()).toBe('Together your personas stand for 71 to 87 in 100 respondents strongly. 2 of them already reach 78. 20 people have nobody.');
    expect(sentenceOf({ nobody: shareOf(1, 100) })).toMatch(/1 person has nobody\.$/);
    expect(sentenceOf({ nobody: shareOf(0, 100) })).toMatch(/Everybody has somebody\.$/);
  });

  it('says only what was counted under thirty', () => {
    expect(sentenceOf({ total_customers: 24, nobody: shareOf(4, 24), level: 'match' })).toBe('Too few to tell: 20 of 24 match a persona.');
  });

  it('heads it with how many, whom and when, and names the levels by the tenant\'s thresholds', () => {
    const view = toAnswerView(portfolioOf(), { moderate: 40, strong: 75 }, formats);
    expect(view.heading).toBe('3 active personas, 100 respondents, 6 Dec 2018 to 1 Jan 2019');
    expect(view.levels.map(({ from }) => from)).toEqual(['score 40+', 'score 75+', null]);
  });
});

it('gives each persona its colour for life, and the ninth the first one again', () => {
  expect([...marksOf().values()].map(({ initials, color }) => [initials, color])).toEqual([['A', 'var(--c1)'], ['B', 'var(--c2)'], ['C', 'var(--c1)']]);
});

it('orders personas by what each adds, with what would be lost without it', () => {
  expect(toCoverageSteps(portfolioOf(), marksOf())).toMatchObject([
    { mark: { name: 'Ann' }, beforePercent: 0, adds: 60, addsPercent: 60, unionPercent: 60, lost: 20 },
    { mark: { name: 'Ben' }, beforePercent: 60, addsPercent: 18, lost: 15 },
    { mark: { name: 'Cy' }, beforePercent: 78, addsPercent: 2, lostPercent: 2 },
  ]);
});

it('reads an overlap from each side, and marks too few people', () => {
  const [ann, ben] = toOverlapMatrix(portfolioOf(), marksOf());
  expect(ann?.people).toBe(60);
  expect(ann?.cells[0]).toBeNull();
  expect(ann?.cells[1]).toMatchObject({ both: 40, ofRow: 60, sharePercent: 66.67, interval: [54, 77], isFew: false });
  expect(ben?.cells[0]).toMatchObject({ both: 40, ofRow: 50, sharePercent: 80, isFew: false });
  expect(ann?.cells[2]).toMatchObject({ both: 6, isFew: true });
  expect(ben?.cells[2]).toMatchObject({ both: 0, sharePercent: null, isFew: true });
});

it('shows the largest combinations and counts the rest', () => {
  const view = toCombinations(portfolioOf(), marksOf());
  expect(view.rows.map(({ ids, kind, lengthRatio }) => [ids, kind, lengthRatio])).toEqual([['1,2', 'several', 1], ['none', 'nobody', 20 / 36], ['1', 'one', 0.5]]);
  expect(view).toMatchObject({ total: 5, rest: 26 });
  const many = Array.from({ length: 20 }, (_, index) => ({ persona_ids: [1], count: 20 - index }));
  expect(toCombinations(portfolioOf({ combinations: many }), marksOf()).rows).toHaveLength(12);
});

describe('warnings', () => {
  it('say what to do about the API\'s remarks, and about personas that too few fit', () => {
    const remarks = [
      { code: 'too_similar' as const, persona_ids: [1, 2], sentence: '', said: { code: 'drop_loses', params: { dropped: 'Ben', kept: 'Ann', unique: 15, both: 1200, covered: 1215 } } },
      { code: 'too_broad' as const, persona_ids: [2], sentence: '', said: { code: 'tells_little', params: { name: 'Ben' } } },
    ];
    expect(toWarnings(portfolioOf({ remarks }), formats)[0]?.detail).toBe('Dropping Ben would lose 15 people: 1,200 of its 1,215 people also match Ann.');
    expect(toWarnings(portfolioOf({ remarks }), formats).map(({ title, opens }) => [title, opens])).toEqual([
      ['Ann and Ben are nearly the same people.', 'both'],
      ['Ben fits nearly everyone, or asks too little.', 'rules'],
      ['Cy: too few people (strong).', 'rules'],
    ]);
  });

  it('name nobody twice, and nobody when too few were asked', () => {
    const remarks = [{ code: 'adds_almost_nobody' as const, persona_ids: [3], sentence: '', said: { code: 'reaches_few', params: { name: 'Cy', unique: 2 } } }];
    expect(toWarnings(portfolioOf({ remarks }), formats)).toHaveLength(1);
    expect(toWarnings(portfolioOf({ total_customers: 20, personas: [portfolioPersonaOf(1, 'Ann', 5, 5, 20)] }), formats)).toEqual([]);
  });
});

function differing(attribute: string, answer: string, says: Differences['items'][number]['says'], percent: number): Differences['items'][number] {
  return {
    attribute, answer, says, label: null, role: null, is: { in: [answer] }, p_adjusted: 0.01, rule: null,
    people: shareOf(percent, 100, [percent - 5, percent + 5]), others: shareOf(10, 100), difference: percent - 10, interval: [1, 9],
  };
}

it('draws what sets people apart on one scale of twenties', () => {
  const items = [differing('plan', 'Pro', 'more', 52), differing('city', 'London', 'same', 11), differing('size', '1', 'fewer', 6)];
  const view = toGapRows({ items } as Differences);
  expect(view.rows.map(({ answer, question, says }) => [answer, question, says])).toEqual([['Pro', 'plan', 'more'], ['1', 'size', 'fewer']]);
  expect(view.topPercent).toBe(60);
  expect(toGapRows({ items: [] as Differences['items'] } as Differences)).toEqual({ rows: [], topPercent: 20 });
});

it('drafts one rule a question, of its most telling answer, at most four', () => {
  const answers = ['plan:Pro', 'plan:Team', 'city:Leeds', 'size:1', 'goal:Grow', 'role:Boss'].map((text) => {
    const [attribute = '', answer = ''] = text.split(':');
    return differing(attribute, answer, 'more', 50);
  });
  expect(toDraftRules(answers).rules.map(({ attribute, is }) => [attribute, is])).toEqual([
    ['plan', { in: ['Pro'] }], ['city', { in: ['Leeds'] }], ['size', { in: ['1'] }], ['goal', { in: ['Grow'] }],
  ]);
});

it('exports every share with both ends of its interval and n', () => {
  const rows = toExportRows(portfolioOf());
  expect(rows).toHaveLength(4 + 3 * 4);
  expect(rows[3]).toEqual({ figure: 'Nobody stands for them', persona: 'Strong', percent: 20, low: 13.4, high: 28.9, count: 20, n: 100 });
});
