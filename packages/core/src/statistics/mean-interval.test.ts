import { describe, expect, it } from 'vitest';
import { meanInterval } from './mean-interval.ts';
import { addValue, histogramMean, histogramSd, type ValueHistogram } from './value-histogram.ts';

describe('meanInterval', () => {
  it('agrees with R t.test on ten satisfaction answers', () => {
    const histogram: ValueHistogram = new Map();
    for (const answer of [5, 5, 4, 4, 4, 3, 2, 5, 1, 4]) addValue(histogram, answer);
    const interval = meanInterval(10, histogramMean(histogram) ?? Number.NaN, histogramSd(histogram) ?? Number.NaN);
    expect(histogramMean(histogram)).toBe(3.7);
    expect(interval?.low).toBeCloseTo(2.743, 3);
    expect(interval?.high).toBeCloseTo(4.657, 3);
  });

  it('uses t quantiles: qt(.975, 9) = 2.262157163', () => {
    const interval = meanInterval(10, 0, Math.sqrt(10));
    expect(interval?.high).toBeCloseTo(2.262157163, 9);
    expect(interval?.low).toBeCloseTo(-2.262157163, 9);
  });

  it('has no interval for one answer, and none of width for equal ones', () => {
    expect(meanInterval(1, 5, 0)).toBeNull();
    expect(meanInterval(0, 0, 0)).toBeNull();
    expect(meanInterval(4, 5, 0)).toEqual({ low: 5, high: 5 });
  });

  it.each([[3, Number.NaN, 1], [3, 1, -1], [3, 1, Infinity]])('refuses n %f, mean %f, sd %f', (n, mean, sd) => {
    expect(() => meanInterval(n, mean, sd)).toThrow(RangeError);
  });
});
