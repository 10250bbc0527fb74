import { describe, expect, it } from 'vitest';
import { toBars, toScale } from './to-histogram.ts';

const bin = (from: number | string, to: number | string, respondents: number) => ({ from, to, respondents, matching: null });
const ages = [bin(18, 28, 5), bin(28, 38, 10), bin(38, 48, 2)];

describe('toScale', () => {
  const scale = toScale({ type: 'number', bins: ages });
  it('ends at the last answer, and takes its ends for no bound', () => {
    expect([scale?.min, scale?.max, scale?.step]).toEqual([18, 47, 1]);
    expect([scale?.toBound(18, 'low'), scale?.toBound(47, 'high'), scale?.toBound(47, 'low')]).toEqual([null, null, 47]);
    expect([scale?.toPosition(null, 'high'), scale?.toPosition(99, 'high'), scale?.toPosition(0, 'low')]).toEqual([47, 47, 18]);
  });
  it('counts days, and gives days back', () => {
    const days = toScale({ type: 'date', bins: [bin('2026-01-01', '2026-01-08', 1), bin('2026-01-08', '2026-01-15', 1)] });
    expect(days?.toBound(days.toPosition('2026-01-09', 'low'), 'low')).toBe('2026-01-09');
  });
  it('is none without answers', () => expect(toScale({ type: 'number', bins: [] })).toBeNull());
});

it('marks the bars that a range takes in, and which are new', () => {
  expect(toBars(ages, [30, 48], [30, 38]).map(({ state }) => state)).toEqual(['out', 'in', 'new']);
  expect(toBars(ages, [null, 30], null).map(({ height }) => height)).toEqual([0.5, 1, 0.2]);
});
