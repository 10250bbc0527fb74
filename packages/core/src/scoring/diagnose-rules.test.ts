import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleSet, Score } from '../rules/rule-set.ts';
import { DEFAULT_BAND_THRESHOLDS } from '../rules/rule-set.ts';
import { toScore } from '../rules/score.ts';
import { diagnoseRules } from './diagnose-rules.ts';
import { arbitraryScores, ruleSetOf, scoreOf } from './scored-rules.testing.ts';
import { whatIfBands } from './what-if-bands.ts';

// Agresti's carcinoma slides, as poLCA has them: what 7 pathologists said of how many of 118 slides
const SLIDES: [string, number][] = [
  ['uuuuuuu', 34], ['uuuumuu', 2], ['umuuuuu', 6], ['umuuuum', 1], ['umuumuu', 4], ['umuumum', 5], ['muuuuuu', 2], ['mumumum', 1],
  ['mmuuuuu', 2], ['mmuuuum', 1], ['mmuumuu', 2], ['mmuumum', 7], ['mmuummm', 1], ['mmumuum', 1], ['mmummum', 2], ['mmummmm', 3],
  ['mmmumum', 13], ['mmmummm', 5], ['mmmmmum', 10], ['mmmmmmm', 16],
];
const SEVEN = ruleSetOf([1000, 1000, 1000, 1000, 1000, 1000, 1000]);
const carcinoma = diagnoseRules(SEVEN, SLIDES.map(([letters, respondents]) => ({ score: scoreOf(SEVEN, letters), respondents })), DEFAULT_BAND_THRESHOLDS);

describe('diagnoseRules', () => {
  it('agrees with R on the carcinoma slides', () => {
    const { rules } = carcinoma;
    expect(carcinoma).toMatchObject({ respondents: 118, oneRuleShort: 18 });
    expect(rules.map(({ matched }) => matched)).toEqual([66, 79, 45, 32, 71, 25, 66]);
    expect(rules.map(({ strongIfWaived }) => strongIfWaived)).toEqual([0, 1, 8, 8, 1, 9, 0]);
    expect(rules.map(({ strongIfDeleted }) => strongIfDeleted)).toEqual([-16, -16, -13, -2, -16, -1, -16]);
    expect(rules.map(({ onlyOneMissed }) => onlyOneMissed)).toEqual([0, 0, 3, 5, 0, 10, 0]);
    expect(rules.map(({ restCorrelation }) => restCorrelation?.toFixed(4))).toEqual(['0.8158', '0.7267', '0.7391', '0.6170', '0.7954', '0.5489', '0.8611']);
    expect(rules.every(({ word }) => word === 'carries')).toBe(true);
  });

  it('names pairs that count one trait twice, and none by chance', () => {
    const pair = ruleSetOf([1000, 1000, 1000]);
    const counts = (['mmu', 'uum', 'muu'] as const).map((letters, index) => ({ score: scoreOf(pair, letters), respondents: [95, 40, 5][index] ?? 0 }));
    const { countedTwice } = diagnoseRules(pair, counts, DEFAULT_BAND_THRESHOLDS);
    expect(countedTwice).toMatchObject([{ a: 0, b: 1, both: 95, onlyA: 5, onlyB: 0, jaccard: 0.95 }]);
    expect(countedTwice[0]?.phi).toBeCloseTo((95 * 40) / Math.sqrt(100 * 40 * 95 * 45), 12);
    expect(carcinoma.countedTwice).toEqual([]);
  });

  it('says of a rule what it tells: nothing when all or none pass, against, little, too few', () => {
    const four = ruleSetOf([1000, 1000, 1000, 1000]);
    const counts = [['mumu', 20], ['muum', 20], ['mu-u', 20]] as const;
    const words = (times: number) =>
      diagnoseRules(four, counts.map(([letters, respondents]) => ({ score: scoreOf(four, letters), respondents: respondents / times })), DEFAULT_BAND_THRESHOLDS).rules.map(({ word }) => word);
    expect(words(1)).toEqual(['always_passes', 'never_passes', 'against', 'against']);
    expect(words(20)).toEqual(['too_few', 'too_few', 'too_few', 'too_few']);
    const one = ruleSetOf([1000]);
    const [alone] = diagnoseRules(one, [{ score: scoreOf(one, 'm'), respondents: 20 }, { score: scoreOf(one, 'u'), respondents: 20 }], DEFAULT_BAND_THRESHOLDS).rules;
    expect(alone).toMatchObject({ restCorrelation: null, word: 'little', strongIfDeleted: -20, strongIfWaived: 20, onlyOneMissed: 20 });
  });

  it('knows nothing of nobody', () => {
    expect(diagnoseRules(SEVEN, [], DEFAULT_BAND_THRESHOLDS)).toMatchObject({ respondents: 0, oneRuleShort: 0, countedTwice: [] });
  });
});

describe('whatIfBands', () => {
  const waived = (ruleSet: RuleSet, { outcomes }: Score, index: number) => toScore(ruleSet, outcomes.with(index, 'matched'), DEFAULT_BAND_THRESHOLDS).band;
  const deleted = (ruleSet: RuleSet, { outcomes }: Score, index: number) =>
    ruleSet.rules.length === 1 ? 'weak' : toScore({ ...ruleSet, rules: ruleSet.rules.toSpliced(index, 1) }, outcomes.toSpliced(index, 1), DEFAULT_BAND_THRESHOLDS).band;

  it('equals scoring again with the rule credited, and without it', () => {
    fc.assert(
      fc.property(arbitraryScores, ({ ruleSet, scores }) => {
        for (const score of scores) {
          const expected = ruleSet.rules.map((_, index) => ({ waived: waived(ruleSet, score, index), deleted: deleted(ruleSet, score, index) }));
          expect(whatIfBands(ruleSet, score, DEFAULT_BAND_THRESHOLDS)).toEqual(expected);
        }
      }),
    );
  });
});
