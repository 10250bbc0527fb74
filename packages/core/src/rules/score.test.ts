import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_BAND_THRESHOLDS, type RuleOutcome, type RuleSet } from './rule-set.ts';
import { formatScore, toBand, toEvidenceRatio, toScore, toScoreHundredths } from './score.ts';

function ruleSetOf(missing: RuleSet['missing'], ...rules: [weight: number, required: boolean][]): RuleSet {
  return {
    missing,
    rules: rules.map(([weight, required], index) => ({
      condition: { attribute: `a${index}`, is: { answered: true } },
      weight,
      required,
      label: `a${index}`,
    })),
  };
}

function score(ruleSet: RuleSet, ...outcomes: RuleOutcome[]) {
  return toScore(ruleSet, outcomes, DEFAULT_BAND_THRESHOLDS);
}

describe('toScoreHundredths', () => {
  it.each([
    [1, 3, 3333],
    [2, 3, 6667],
    [1, 8, 1250],
    [1, 16, 625],
    [1, 32, 313],
    [1, 20_000, 1],
    [1, 20_001, 0],
    [7, 7, 10_000],
    [0, 7, 0],
    [0, 0, 0],
  ])('scores %d of %d as %d', (matched, denominator, hundredths) => {
    expect(toScoreHundredths(matched, denominator)).toBe(hundredths);
  });

  it('rounds half up exactly, on weights of any size', () => {
    const weights = fc.integer({ min: 1, max: 500_000_000 }).chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));
    fc.assert(
      fc.property(weights, ([matched, whole]) => {
        const exact = (BigInt(matched) * 20_000n + BigInt(whole)) / (2n * BigInt(whole));
        expect(toScoreHundredths(matched, whole)).toBe(Number(exact));
      }),
    );
  });
});

describe('toBand', () => {
  it('decides on the exact fraction, not on the rounded score', () => {
    expect(toScoreHundredths(69_996, 100_000)).toBe(7000);
    expect(toBand(69_996, 100_000, DEFAULT_BAND_THRESHOLDS)).toBe('moderate');
    expect(toBand(70_000, 100_000, DEFAULT_BAND_THRESHOLDS)).toBe('strong');
    expect(toBand(1, 2, DEFAULT_BAND_THRESHOLDS)).toBe('moderate');
    expect(toBand(49_999, 100_000, DEFAULT_BAND_THRESHOLDS)).toBe('weak');
    expect(toBand(0, 0, { moderate: 0, strong: 0 })).toBe('weak');
  });
});

describe('toScore', () => {
  it('counts unanswered rules against the score, or leaves them out', () => {
    const outcomes: RuleOutcome[] = ['matched', 'unanswered', 'unmatched'];
    const strict = score(ruleSetOf('unmatched', [2000, false], [1000, false], [1000, false]), ...outcomes);
    expect(strict).toEqual({
      outcomes,
      matchedWeight: 2000,
      answeredWeight: 3000,
      totalWeight: 4000,
      scoreHundredths: 5000,
      band: 'moderate',
      everyRule: false,
    });
    expect(toEvidenceRatio(strict)).toBe(0.75);
    expect(score(ruleSetOf('ignore', [2000, false], [1000, false], [1000, false]), ...outcomes).scoreHundredths).toBe(6667);
  });

  it('scores 0 when a required rule fails; an unanswered one fails only where missing counts', () => {
    expect(score(ruleSetOf('ignore', [1000, true], [9000, false]), 'unmatched', 'matched')).toMatchObject({
      scoreHundredths: 0,
      band: 'weak',
      matchedWeight: 9000,
    });
    expect(score(ruleSetOf('unmatched', [1000, true], [9000, false]), 'unanswered', 'matched').scoreHundredths).toBe(0);
    expect(score(ruleSetOf('ignore', [1000, true], [9000, false]), 'unanswered', 'matched').scoreHundredths).toBe(10_000);
  });

  it('has score 0 and evidence 0 when nothing is answered', () => {
    const nothing = score(ruleSetOf('ignore', [1000, true]), 'unanswered');
    expect(nothing).toMatchObject({ scoreHundredths: 0, band: 'weak', everyRule: false });
    expect(toEvidenceRatio(nothing)).toBe(0);
  });

  it('refuses to score no rules', () => {
    expect(() => score({ missing: 'unmatched', rules: [] })).toThrow(RangeError);
  });

  it('never falls when one rule turns to matched', () => {
    const rules = fc.array(fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.boolean(), fc.constantFrom<RuleOutcome>('matched', 'unmatched', 'unanswered')), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rules, fc.nat(7), fc.constantFrom<RuleSet['missing']>('unmatched', 'ignore'), (drawn, at, missing) => {
        const ruleSet = ruleSetOf(missing, ...drawn.map(([weight, required]): [number, boolean] => [weight, required]));
        const before = drawn.map(([, , outcome]) => outcome);
        const after = before.with(at % before.length, 'matched');
        expect(score(ruleSet, ...after).scoreHundredths).toBeGreaterThanOrEqual(score(ruleSet, ...before).scoreHundredths);
      }),
    );
  });
});

describe('formatScore', () => {
  it('writes two decimals', () => {
    expect([6000, 10_000, 0, 7, 3333].map(formatScore)).toEqual(['60.00', '100.00', '0.00', '0.07', '33.33']);
  });
});
