import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleSet, Score } from '../rules/rule-set.ts';
import { addScore, createScoreSum, meanScorePercent } from './score-sum.ts';
import { arbitraryScores, ruleSetOf, scoreOf } from './scored-rules.testing.ts';

const meanOf = (ruleSet: RuleSet, scores: readonly Score[]): number | null => {
  const sum = createScoreSum();
  for (const score of scores) addScore(sum, ruleSet, score);
  return meanScorePercent(sum);
};

describe('meanScorePercent', () => {
  it('is the mean of the exact fractions, not of the scores as shown', () => {
    const thirds = ruleSetOf([1000, 1000, 1000]);
    // Shown scores are 33.33, 33.33 and 0.00, whose mean is 22.2200.
    expect(meanOf(thirds, [scoreOf(thirds, 'muu'), scoreOf(thirds, 'muu'), scoreOf(thirds, 'uuu')])).toBe(22.2222);
  });

  it('adds unlike fractions under "ignore": 1/2, 1/3 and 1/6 make 1', () => {
    const ruleSet = ruleSetOf([1000, 1000, 1000, 1000, 1000, 1000], 'ignore');
    expect(meanOf(ruleSet, ['mu----', 'muu---', 'muuuuu'].map((letters) => scoreOf(ruleSet, letters)))).toBe(33.3333);
    const half = ruleSetOf([1, 7999], 'ignore');
    // 1/8000 is 0.0125 %; with 0 beside it, the mean of 0.00625 lies exactly on a half and goes up.
    expect(meanOf(half, [scoreOf(half, 'mu'), scoreOf(half, 'uu')])).toBe(0.0063);
  });

  it('counts a failed required rule and a response without answers as 0', () => {
    const strict = ruleSetOf([1000, 1000], 'unmatched', 0);
    expect(meanOf(strict, [scoreOf(strict, 'um'), scoreOf(strict, '-m'), scoreOf(strict, 'mm')])).toBe(33.3333);
    const lenient = ruleSetOf([1000, 1000], 'ignore', 0);
    expect(meanOf(lenient, [scoreOf(lenient, 'um'), scoreOf(lenient, '-m'), scoreOf(lenient, '--')])).toBe(33.3333);
  });

  it('counts a score too small to show', () => {
    const ruleSet = ruleSetOf([1, 20_000]);
    expect(scoreOf(ruleSet, 'mu').scoreHundredths).toBe(0);
    expect(meanOf(ruleSet, [scoreOf(ruleSet, 'mu')])).toBe(0.005);
  });

  it('is null without scores', () => {
    expect(meanScorePercent(createScoreSum())).toBeNull();
  });

  it('lies within a hundredth of the mean of the shown scores, in any order', () => {
    fc.assert(
      fc.property(arbitraryScores, ({ ruleSet, scores }) => {
        fc.pre(scores.length > 0);
        const mean = meanOf(ruleSet, scores) ?? Number.NaN;
        const shown = scores.reduce((sum, { scoreHundredths }) => sum + scoreHundredths / 100, 0) / scores.length;
        expect(Math.abs(mean - shown)).toBeLessThanOrEqual(0.00506);
        expect(meanOf(ruleSet, scores.toReversed())).toBe(mean);
      }),
    );
  });
});
