import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactMean, roundQuotient, roundRatio, toPercentage } from './exact-ratio.ts';
import { addValue, type ValueHistogram } from './value-histogram.ts';

describe('roundRatio', () => {
  it.each([
    [71875n, 1000n, 2, 71.88],
    [1n, 8n, 2, 0.13],
    [-1n, 8n, 2, -0.13],
    [1005n, 1000n, 2, 1.01], // the double 1.005 lies below the half
    [2n, 3n, 4, 0.6667],
    [-1n, 1000n, 2, 0],
    [5n, 2n, 0, 3],
    [12345678901234567890n, 1n, 2, Number('12345678901234567890')],
  ])('%d / %d to %i decimals is %d', (numerator, denominator, decimals, rounded) => {
    expect(Object.is(roundRatio({ numerator, denominator }, decimals), rounded)).toBe(true);
  });

  it('refuses a denominator of 0', () => {
    expect(() => roundRatio({ numerator: 1n, denominator: 0n }, 2)).toThrow(RangeError);
  });

  it('is never further off than half a unit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (a, b) => {
        const error = a - roundQuotient(a, b) * b;
        return 2n * (error < 0n ? -error : error) <= b;
      }),
    );
  });
});

describe('toPercentage', () => {
  it('rounds half up and has no share of nobody', () => {
    expect(toPercentage(1837, 3062)).toBe(59.99);
    expect(toPercentage(1, 800)).toBe(0.13);
    expect(toPercentage(0, 0)).toBeNull();
  });
});

describe('exactMean', () => {
  it('takes decimals as written: ten times 0.1 is 1', () => {
    expect(roundRatio(exactMean(new Map([[0.1, 10]])) ?? { numerator: 0n, denominator: 1n }, 4)).toBe(0.1);
    // 0.1 + 0.2 as doubles is above 0.3, so half of it would round up at the 16th decimal
    expect(exactMean(new Map([[0.1, 1], [0.2, 1]]))).toEqual({ numerator: 3n, denominator: 20n });
  });

  it('reads exponents both ways', () => {
    expect(exactMean(new Map([[1.5e-7, 1], [-2e21, 1]]))).toEqual({
      numerator: 15n - 2n * 10n ** 29n,
      denominator: 2n * 10n ** 8n,
    });
  });

  it('is null without answers', () => {
    expect(exactMean(new Map())).toBeNull();
  });

  it('does not depend on the order of the answers', () => {
    const answers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(answers, (list) => {
        const [forward, backward]: ValueHistogram[] = [new Map(), new Map()];
        for (const value of list) addValue(forward ?? new Map(), value);
        for (const value of list.toReversed()) addValue(backward ?? new Map(), value);
        expect(exactMean(forward ?? new Map())).toEqual(exactMean(backward ?? new Map()));
      }),
    );
  });
});
