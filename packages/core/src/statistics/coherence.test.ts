import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COHERENCE_CELLS, expectedShareAtLeast, toCoherence, type RuleRate } from './coherence.ts';

const rule = (weight: number, matchedRatio: number, more: Partial<RuleRate> = {}): RuleRate => ({
  weight,
  required: false,
  matchedRatio,
  unansweredRatio: 0,
  ...more,
});

/** Every combination of outcomes, one after the other: what the dynamic programme has to equal. */
function expectedByEnumeration(rates: readonly RuleRate[], ignore: boolean, threshold: number): number {
  const walk = (index: number, matched: number, counted: number, failed: boolean): number => {
    const rate = rates[index];
    if (rate === undefined) return !failed && counted > 0 && matched * 10_000 >= threshold * counted ? 1 : 0;
    const { weight, required, matchedRatio, unansweredRatio } = rate;
    const unmatchedRatio = Math.max(0, 1 - matchedRatio - unansweredRatio);
    return (
      matchedRatio * walk(index + 1, matched + weight, counted + weight, failed) +
      unmatchedRatio * walk(index + 1, matched, counted + weight, failed || required) +
      unansweredRatio * walk(index + 1, matched, counted + (ignore ? 0 : weight), failed || (required && !ignore))
    );
  };
  return walk(0, 0, 0, false);
}

// poLCA `carcinoma`: how many of 118 slides each of 7 pathologists called carcinoma
const carcinoma = [66, 79, 45, 32, 71, 25, 66].map((count) => rule(1000, count / 118));

describe('expectedShareAtLeast', () => {
  // Brute force over 16 cells in R
  it('agrees with R on weights 3, 2, 1, 4', () => {
    const rates = [rule(3000, 0.6), rule(2000, 0.3), rule(1000, 0.5), rule(4000, 0.4)];
    expect(expectedShareAtLeast(rates, 'unmatched', 7000)).toBeCloseTo(0.264, 12);
    expect(expectedShareAtLeast(rates, 'unmatched', 5000)).toBeCloseTo(0.264 + 0.188, 12);
  });

  it('agrees with R on the carcinoma slides', () => {
    expect(expectedShareAtLeast(carcinoma, 'unmatched', 7000)).toBeCloseTo(0.1569865599, 10);
  });

  it('lets a failed required rule end at 0', () => {
    const rates = [rule(1000, 0.5, { required: true }), rule(9000, 1)];
    expect(expectedShareAtLeast(rates, 'unmatched', 7000)).toBeCloseTo(0.5, 12);
  });

  it('gives no score to a response without any answer under "ignore"', () => {
    expect(expectedShareAtLeast([rule(1000, 0, { unansweredRatio: 1 })], 'ignore', 7000)).toBe(0);
    expect(expectedShareAtLeast([], 'unmatched', 7000)).toBe(0);
  });

  it('equals the enumeration of all outcomes', () => {
    const rate = fc
      .record({
        weight: fc.integer({ min: 1, max: 1_000_000 }),
        required: fc.boolean(),
        matched: fc.integer({ min: 0, max: 100 }),
        unanswered: fc.integer({ min: 0, max: 100 }),
      })
      .map(({ weight, required, matched, unanswered }) => ({
        // Weights in tenths keep the table exact, as ordinary ones do.
        weight: Math.ceil(weight / 100_000) * 100,
        required,
        matchedRatio: matched / 100,
        unansweredRatio: Math.min(unanswered, 100 - matched) / 100,
      }));
    fc.assert(
      fc.property(
        fc.array(rate, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('unmatched' as const, 'ignore' as const),
        fc.constantFrom(5000, 7000, 6667, 10_000, 1250),
        (rates, missing, threshold) => {
          const expected = expectedByEnumeration(rates, missing === 'ignore', threshold);
          expect(expectedShareAtLeast(rates, missing, threshold)).toBeCloseTo(expected, 10);
        },
      ),
    );
  });

  it('stays close where the weights are too fine for the table', () => {
    const weights = [999_983, 1, 777_777, 345_678, 123_457, 900_001, 31_337];
    const rates = weights.map((weight, index) => rule(weight, (index + 2) / 10, { unansweredRatio: 0.1 }));
    expect(weights.reduce((a, b) => a + b)).toBeGreaterThan(COHERENCE_CELLS);
    for (const missing of ['unmatched', 'ignore'] as const) {
      const expected = expectedByEnumeration(rates, missing === 'ignore', 7000);
      expect(Math.abs(expectedShareAtLeast(rates, missing, 7000) - expected)).toBeLessThan(1e-5);
    }
    // Rounded steps must not put the full score out of reach.
    const heavy = Array.from({ length: 400 }, (_, index) => rule(999_983 - index, 1));
    expect(expectedShareAtLeast(heavy, 'unmatched', 10_000)).toBe(1);
  });

  it('refuses rates, weights and thresholds that mean nothing', () => {
    expect(() => expectedShareAtLeast([rule(1000, 1.1)], 'unmatched', 7000)).toThrow(RangeError);
    expect(() => expectedShareAtLeast([rule(0, 0.5)], 'unmatched', 7000)).toThrow(RangeError);
    expect(() => expectedShareAtLeast([rule(1000, 0.5)], 'unmatched', 0)).toThrow(RangeError);
  });
});

describe('toCoherence', () => {
  it('agrees with R on the carcinoma slides: 50 of 118 strong, 2.699 times chance', () => {
    const result = toCoherence({ rates: carcinoma, missing: 'unmatched', strong: 50, n: 118 });
    expect(result.observedRatio).toBeCloseTo(0.4237288, 7);
    expect(result.coherence).toBeCloseTo(2.699, 3);
    expect(result.interval?.low).toBeLessThan(2.699);
    expect(result.interval?.high).toBeGreaterThan(2.7);
  });

  it('says nothing without respondents, and nothing of rules that cannot match', () => {
    expect(toCoherence({ rates: carcinoma, missing: 'unmatched', strong: 0, n: 0 }).coherence).toBeNull();
    expect(toCoherence({ rates: [rule(1000, 0)], missing: 'unmatched', strong: 0, n: 50 })).toEqual({
      observedRatio: 0,
      expectedRatio: 0,
      coherence: null,
      interval: null,
    });
  });

  it('is about 1 for rules that have nothing to do with each other', () => {
    const rates = [rule(1000, 0.5), rule(1000, 0.5), rule(1000, 0.5)];
    expect(toCoherence({ rates, missing: 'unmatched', strong: 125, n: 1000 }).coherence).toBeCloseTo(1, 12);
  });
});
