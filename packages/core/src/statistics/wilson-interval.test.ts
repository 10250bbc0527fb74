import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('wilsonInterval', () => {
  // Newcombe 1998, the table of examples; R prop.test(x, n, correct = FALSE) agrees.
  it.each([
    [81, 263, 0.255289, 0.36621],
    [15, 148, 0.062386, 0.160487],
    [0, 20, 0, 0.161125],
    [1, 29, 0.006113, 0.171755],
  ])('agrees with Newcombe on %i of %i', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });

  // R prop.test(x, n, correct = FALSE)
  it.each([
    [5, 10, 0.236593, 0.763407],
    [1, 1, 0.206549, 1],
    [20, 20, 0.838875, 1],
    [684, 1000, 0.654527, 0.712064],
    [60, 200, 0.2407474468, 0.3667906837],
  ])('agrees with R on %i of %i', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });

  // R: the same formula at an effective sample size; weights 1,1,1,1,2,2,4 give n_eff 5.142857, and a finite
  // population of 1000 turns 60 of 200 into 249.75 effective answers.
  it.each([
    [0.5, 36 / 7, 0.1730543, 0.8269457, 7],
    [0.3, 249.75, 0.2465468621, 0.3595124253, 10],
    [0.6389360641, 168.5813313, 0.5640817, 0.7075996, 7],
  ])('takes a fractional n: share %f of %f', (share, n, low, high, digits) => {
    const interval = wilsonInterval(share * n, n);
    expect(interval.low).toBeCloseTo(low, digits);
    expect(interval.high).toBeCloseTo(high, digits);
  });

  it('knows nothing from nobody', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it.each([[-1, 10], [11, 10], [1, -1], [Number.NaN, 10], [1, Infinity]])('refuses %f of %f', (successes, n) => {
    expect(() => wilsonInterval(successes, n)).toThrow(RangeError);
  });

  it('stays inside 0..1 and contains the estimate', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.double({ min: 0.01, max: 0.999, noNaN: true }), (a, b, c) => {
        const [successes, n] = [Math.min(a, b), Math.max(a, b, 1)];
        const { low, high } = wilsonInterval(successes, n, c);
        return low >= 0 && high <= 1 && low <= successes / n && successes / n <= high;
      }),
    );
  });

  it('narrows with more answers and turns round with the question', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (a, extra) => {
        const n = a + extra;
        const one = wilsonInterval(a, n);
        const four = wilsonInterval(4 * a, 4 * n);
        const other = wilsonInterval(n - a, n);
        expect(four.high - four.low).toBeLessThan(one.high - one.low);
        expect(other.low).toBeCloseTo(1 - one.high, 12);
      }),
    );
  });
});
