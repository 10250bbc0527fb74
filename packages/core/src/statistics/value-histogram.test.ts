import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addValue,
  histogramMean,
  histogramSd,
  histogramSize,
  mergeHistograms,
  subtractHistogram,
  type ValueHistogram,
} from './value-histogram.ts';

const countAll = (values: number[]): ValueHistogram => {
  const histogram: ValueHistogram = new Map();
  for (const value of values) addValue(histogram, value);
  return histogram;
};
const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 10 }), fc.double({ noNaN: true, noDefaultInfinity: true })));

// R datasets::sleep, column `extra`
const sleep = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2, 1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe('value histograms', () => {
  it('merges two parts of the R sleep data into its mean and variance', () => {
    const merged = mergeHistograms(countAll(sleep.slice(0, 7)), countAll(sleep.slice(7)));
    expect(histogramSize(merged)).toBe(20);
    expect(histogramMean(merged)).toBeCloseTo(1.54, 12);
    expect((histogramSd(merged) ?? 0) ** 2).toBeCloseTo(4.072, 12);
  });

  it('is null, never 0, without answers', () => {
    expect(histogramSize(new Map())).toBe(0);
    expect(histogramMean(new Map())).toBeNull();
    expect(histogramSd(countAll([4]))).toBeNull();
    expect(histogramSd(countAll([4, 4]))).toBe(0);
  });

  it('refuses what is no answer and no count', () => {
    expect(() => addValue(new Map(), Number.NaN)).toThrow(RangeError);
    expect(() => addValue(new Map(), Infinity)).toThrow(RangeError);
    expect(() => addValue(new Map(), 1, 0)).toThrow(RangeError);
    expect(() => addValue(new Map(), 1, 1.5)).toThrow(RangeError);
  });

  it('refuses to take out what was never in', () => {
    expect(() => subtractHistogram(countAll([1, 2]), countAll([2, 2]))).toThrow(/cannot take 2 answers of 2 from 1/);
  });

  it('merging equals counting all, in any order', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(mergeHistograms(countAll(a), countAll(b))).toEqual(countAll([...b, ...a]));
      }),
    );
  });

  it('merge then subtract is the identity and leaves the inputs alone', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [first, second] = [countAll(a), countAll(b)];
        expect(subtractHistogram(mergeHistograms(first, second), second)).toEqual(first);
        expect(first).toEqual(countAll(a));
        expect(second).toEqual(countAll(b));
      }),
    );
  });
});
