import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileOf, toDateBins, toEqualRanges, toNumberBins } from './answer-bins.ts';
import type { NumberCount } from './column-answers.ts';

const counts = (...numbers: number[]): NumberCount[] => numbers.map((number) => ({ number, people: 1, others: 2 }));
const day = (text: string): number => Date.parse(text);
const isoDays = (bins: readonly { from: number; to: number }[]) => bins.map(({ from, to }) => [from, to].map((at) => new Date(at).toISOString().slice(0, 10)).join(' '));

describe('toNumberBins', () => {
  it('gives whole numbers within 60 a bin each, empty ones too', () => {
    const { bins } = toNumberBins(counts(3, 4, 6));
    expect(bins).toEqual([3, 4, 5, 6].map((from) => ({ from, to: from + 1, people: from === 5 ? 0 : 1, others: from === 5 ? 0 : 2 })));
  });

  it('takes widths of 1, 2 or 5 times a power of ten', () => {
    expect(toNumberBins(counts(0, 25, 50, 75, 99.5)).bins).toMatchObject({ 0: { from: 0, to: 5 }, 19: { from: 95, to: 100 }, length: 20 });
    expect(toNumberBins(counts(0.1, 0.2, 0.3)).bins[0]).toMatchObject({ from: 0.1, to: 0.105 });
    expect(toNumberBins(counts(1_000_000, 1_040_000)).bins[0]).toMatchObject({ from: 1_000_000, to: 1_001_000 });
  });

  it('sets aside what lies far from all others, and knows nothing of nothing', () => {
    const ages = Array.from({ length: 40 }, (_, index) => 20 + index);
    const found = toNumberBins(counts(-900, ...ages, 2018, 9999));
    expect([found.below, found.above, found.bins.length]).toEqual([3, 6, 40]);
    expect(toNumberBins([])).toEqual({ bins: [], below: 0, above: 0 });
  });

  it('loses nobody, whatever the numbers', () => {
    const numbers = fc.uniqueArray(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 40 });
    fc.assert(
      fc.property(numbers, (list) => {
        const { bins, below, above } = toNumberBins(counts(...list.map((number) => number + 0).toSorted((a, b) => a - b)));
        expect(bins.reduce((sum, { people, others }) => sum + people + others, below + above)).toBe(3 * list.length);
        expect(bins.length).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe('toDateBins', () => {
  it('takes days, weeks, months or years, as they fit', () => {
    expect(isoDays(toDateBins(counts(day('2026-01-30T08:00'), day('2026-02-01T23:00'))).bins)).toEqual(['2026-01-30 2026-01-31', '2026-01-31 2026-02-01', '2026-02-01 2026-02-02']);
    expect(isoDays(toDateBins(counts(day('2026-01-01'), day('2026-04-01'))).bins)[1]).toBe('2026-01-08 2026-01-15');
    expect(isoDays(toDateBins(counts(day('2023-11-05'), day('2026-04-01'))).bins)[3]).toBe('2024-02-01 2024-03-01');
    expect(isoDays(toDateBins(counts(day('1991-06-05'), day('2026-04-01'))).bins)[0]).toBe('1991-01-01 1992-01-01');
    expect(isoDays(toDateBins(counts(day('1801-06-05'), day('2026-04-01'))).bins)[0]).toBe('1800-01-01 1805-01-01');
  });

  it('loses nobody', () => {
    const dates = fc.uniqueArray(fc.integer({ min: day('1700-01-01'), max: day('2300-01-01') }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(dates, (list) => {
        const { bins, below, above } = toDateBins(counts(...list.toSorted((a, b) => a - b)));
        expect(bins.reduce((sum, { people, others }) => sum + people + others, below + above)).toBe(3 * list.length);
        expect(bins.length).toBeLessThanOrEqual(131);
      }),
    );
  });
});

describe('toEqualRanges and quantileOf', () => {
  it('cut into ranges of nearly equal size', () => {
    const numbers = counts(...Array.from({ length: 80 }, (_, index) => index));
    expect(toEqualRanges(numbers, 8).map((range) => range.length)).toEqual([10, 10, 10, 10, 10, 10, 10, 10]);
    expect(toEqualRanges([{ number: 1, people: 90, others: 0 }, ...counts(2, 3, 4, 5, 6, 7, 8, 9)], 8).map((range) => range.map(({ number }) => number))).toEqual([[1], [2, 3, 4], [5, 6, 7, 8, 9]]);
    expect(toEqualRanges(counts(1, 2), 8).length).toBe(2);
    expect([quantileOf(numbers, 0.5), quantileOf(numbers, 0), quantileOf(numbers, 1), quantileOf([], 0.5)]).toEqual([39, 0, 79, null]);
  });
});
