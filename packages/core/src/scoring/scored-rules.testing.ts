import fc from 'fast-check';
import type { MissingPolicy, RuleOutcome, RuleSet, Score } from '../rules/rule-set.ts';
import { DEFAULT_BAND_THRESHOLDS } from '../rules/rule-set.ts';
import { toScore } from '../rules/score.ts';

/** A rule set of these weights, in thousandths. What the rules ask does not matter to a tally. */
export const ruleSetOf = (weights: readonly number[], missing: MissingPolicy = 'unmatched', required = -1): RuleSet => ({
  missing,
  rules: weights.map((weight, index) => ({
    condition: { attribute: `a${index}`, is: { answered: true } },
    weight,
    required: index === required,
    label: `rule ${index + 1}`,
  })),
});

const OUTCOMES: Readonly<Record<string, RuleOutcome>> = { m: 'matched', u: 'unmatched', '-': 'unanswered' };

/** A score written as one letter a rule: m matched, u unmatched, - unanswered. */
export const scoreOf = (ruleSet: RuleSet, letters: string): Score =>
  toScore(ruleSet, [...letters].map((letter) => OUTCOMES[letter] ?? 'unmatched'), DEFAULT_BAND_THRESHOLDS);

/** Scores of one rule set for up to 40 responses, of either missing policy, some with a required rule. */
export const arbitraryScores: fc.Arbitrary<{ ruleSet: RuleSet; scores: Score[] }> = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 5 }),
    missing: fc.constantFrom<MissingPolicy>('unmatched', 'ignore'),
    required: fc.integer({ min: -1, max: 1 }),
  })
  .chain(({ weights, missing, required }) => {
    const ruleSet = ruleSetOf(weights, missing, required);
    const letters = fc.array(fc.constantFrom('m', 'u', '-'), { minLength: weights.length, maxLength: weights.length });
    const score = letters.map((list) => scoreOf(ruleSet, list.join('')));
    return fc.record({ ruleSet: fc.constant(ruleSet), scores: fc.array(score, { maxLength: 40 }) });
  });
