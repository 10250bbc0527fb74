import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { npsFromHistogram, npsInterval } from './nps.ts';

const histogram = (promoters: number, passives: number, detractors: number): number[] =>
  [detractors, 0, 0, 0, 0, 0, 0].concat([passives, 0], [promoters, 0]);

describe('npsFromHistogram', () => {
  // R: adjusted Wald of Rocks 2016 (n + 3, promoters + 3/4, detractors + 3/4)
  it.each([
    [50, 30, 20, 30, 14.0511, 44.2013],
    [19, 12, 5, 38.8889, 13.1575, 58.6373],
    [10, 0, 0, 100, 47.5036, 100],
  ])('agrees with R on %i promoters, %i passives, %i detractors', (promoters, passives, detractors, nps, low, high) => {
    const result = npsFromHistogram(histogram(promoters, passives, detractors));
    expect(result).toMatchObject({ promoters, passives, detractors, n: promoters + passives + detractors });
    expect(result.nps).toBeCloseTo(nps, 4);
    expect(result.interval?.low).toBeCloseTo(low, 4);
    expect(result.interval?.high).toBeCloseTo(high, 4);
  });

  it('agrees with R at 90 % confidence', () => {
    const { interval } = npsFromHistogram(histogram(19, 12, 5), 0.9);
    expect(interval?.low).toBeCloseTo(16.8135, 4);
    expect(interval?.high).toBeCloseTo(54.9814, 4);
  });

  it('is not the mean: 10,9,9,8,8,7,7,6,3,0 have mean 6.7 and NPS 0', () => {
    expect(npsFromHistogram([1, 0, 0, 1, 0, 0, 1, 2, 2, 2, 1])).toMatchObject({
      nps: 0,
      promoters: 3,
      passives: 4,
      detractors: 3,
    });
  });

  it('hides the interval below ten answers and keeps the point', () => {
    expect(npsFromHistogram(histogram(9, 0, 0))).toMatchObject({ nps: 100, interval: null });
    expect(npsFromHistogram(histogram(9, 0, 1)).interval).not.toBeNull();
  });

  it('is null when nobody answered, never 0', () => {
    expect(npsFromHistogram(histogram(0, 0, 0))).toEqual({
      nps: null,
      promoters: 0,
      passives: 0,
      detractors: 0,
      n: 0,
      interval: null,
    });
  });

  it.each([[[1, 2, 3]], [[...histogram(1, 1, 1).slice(1), -1]], [[...histogram(1, 1, 1).slice(1), Number.NaN]]])(
    'refuses %j',
    (counts) => {
      expect(() => npsFromHistogram(counts)).toThrow(RangeError);
    },
  );
});

describe('npsInterval', () => {
  // R: 5 detractors of 5; 1 promoter of 1 (widened to contain 100)
  it.each([
    [0, 5, 5, -100, -17.4915],
    [1, 0, 1, -48.4986, 100],
  ])('holds at the ends: %i promoters, %i detractors of %i', (promoters, detractors, n, low, high) => {
    const interval = npsInterval(promoters, detractors, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('stays within -100..100, contains the score and turns round with it', () => {
    const count = fc.nat(100_000);
    fc.assert(
      fc.property(count, count, count, (promoters, passives, detractors) => {
        const n = promoters + passives + detractors;
        fc.pre(n > 0);
        const { low, high } = npsInterval(promoters, detractors, n);
        const score = (100 * (promoters - detractors)) / n;
        expect(low).toBeGreaterThanOrEqual(-100);
        expect(high).toBeLessThanOrEqual(100);
        expect(low <= score && score <= high).toBe(true);
        expect(npsInterval(detractors, promoters, n).low).toBeCloseTo(-high, 9);
      }),
    );
  });
});
