import { describe, expect, it } from 'vitest';
import type { ColumnAnswers } from './column-answers.ts';
import { compareShares, findDifferingAnswers } from './differing-answers.ts';

const NONE = { people: 0, others: 0 };
const choice = (values: Record<string, [number, number]>, answered = { people: 100, others: 100 }): ColumnAnswers => ({
  type: 'choice', answered, missing: NONE, unreadable: NONE, numbers: [],
  values: Object.entries(values).map(([value, [people, others]]) => ({ value, label: value, people, others })),
});

describe('compareShares', () => {
  it('says more or fewer only when the interval leaves out 0', () => {
    expect(compareShares({ count: 48, n: 60 }, { count: 20, n: 40 })).toMatchObject({ word: 'more', difference: { difference: 0.8 - 0.5 } });
    expect(compareShares({ count: 20, n: 40 }, { count: 48, n: 60 }).word).toBe('fewer');
    expect(compareShares({ count: 31, n: 60 }, { count: 20, n: 40 }).word).toBe('same');
    expect(compareShares({ count: 29, n: 29 }, { count: 0, n: 400 }).word).toBe('too_few');
    expect(compareShares({ count: 0, n: 0 }, { count: 0, n: 400 })).toMatchObject({ word: 'too_few', difference: null });
    expect(compareShares({ count: 0, n: 0 }, { count: 0, n: 0 })).toMatchObject({ word: 'not_asked', difference: null });
  });
});

describe('findDifferingAnswers', () => {
  it('lists what differs, largest first, and of a yes-no question one side', () => {
    const { items, compared, leftOut } = findDifferingAnswers([
      { attribute: 'plan', answers: choice({ pro: [80, 20], free: [20, 80] }) },
      { attribute: 'city', answers: choice({ London: [60, 40], Leeds: [10, 40], York: [30, 20] }) },
      { attribute: 'same', answers: choice({ x: [50, 52], y: [50, 48] }) },
    ]);
    expect([compared, leftOut]).toEqual([7, []]);
    expect(items.map(({ attribute, answer, word }) => [attribute, 'value' in answer && answer.value.label, word])).toEqual([['plan', 'pro', 'more'], ['city', 'Leeds', 'fewer'], ['city', 'London', 'more']]);
    // prop.test without correction, adjusted for seven: 80 against 20 of 100 each has chi-square 72
    expect(items[0]?.pAdjusted).toBeCloseTo((2.1502e-17 * 7) / 2, 18);
  });

  it('adjusts for everything that was compared', () => {
    const interesting = { attribute: 'a', answers: choice({ x: [63, 45], y: [18, 27], z: [19, 28] }) };
    const dull = Array.from({ length: 60 }, (_, index) => ({ attribute: `dull ${index}`, answers: choice({ x: [50, 50], y: [25, 25], z: [25, 25] }) }));
    expect(findDifferingAnswers([interesting]).items.length).toBe(1);
    expect(findDifferingAnswers([interesting, ...dull]).items).toEqual([]);
  });

  it('leaves out texts and what too few answered, and cuts numbers into ranges', () => {
    const names = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`name ${index}`, [1, 1] as [number, number]]));
    const numbers = { ...choice({}), type: 'number' as const, numbers: Array.from({ length: 100 }, (_, number) => ({ number, people: number < 50 ? 2 : 0, others: number < 50 ? 0 : 2 })) };
    const { items, compared, leftOut } = findDifferingAnswers([
      { attribute: 'name', answers: choice(names) }, { attribute: 'few', answers: choice({ x: [29, 0] }, { people: 29, others: 100 }) }, { attribute: 'age', answers: numbers },
    ]);
    expect([compared, leftOut]).toEqual([8, ['name']]);
    expect(items.length).toBe(8);
    expect(items.filter(({ word }) => word === 'more').map(({ answer }) => answer)).toContainEqual({ type: 'number', from: 0, to: 11 });
  });
});
