import type { Band, BandThresholds, RuleOutcome, RuleSet, Score } from './rule-set.ts';

const FULL_SCORE_HUNDREDTHS = 10_000;

/**
 * Matched share of a weight, in hundredths of a percent point, rounded half up.
 *
 * Both weights are whole thousandths, 0 <= matched <= denominator. Exact as long as the denominator stays below
 * 2^53 / 20000 (450 million thousand-weight rules). A denominator of 0 scores 0.
 *
 * @example toScoreHundredths(1000, 3000) // 3333
 */
export function toScoreHundredths(matchedWeight: number, denominator: number): number {
  if (denominator === 0) return 0;
  return Math.floor((2 * FULL_SCORE_HUNDREDTHS * matchedWeight + denominator) / (2 * denominator));
}

/**
 * Which band does a matched share fall into? Decided on the exact weights, never on the rounded score:
 * 69.996 is shown as 70.00 and is still moderate.
 *
 * Both thresholds belong to the band above them. A denominator of 0 (nothing answered) is weak.
 *
 * @example toBand(7000, 10000, { moderate: 5000, strong: 7000 }) // 'strong'
 */
export function toBand(matchedWeight: number, denominator: number, thresholds: BandThresholds): Band {
  if (denominator === 0) return 'weak';
  const reached = matchedWeight * FULL_SCORE_HUNDREDTHS;
  if (reached >= thresholds.strong * denominator) return 'strong';
  return reached >= thresholds.moderate * denominator ? 'moderate' : 'weak';
}

/**
 * What do the outcomes of all rules add up to?
 *
 * `outcomes` follows the order of `ruleSet.rules`. An unanswered rule stays in the denominator under
 * `missing: "unmatched"` and leaves it under `"ignore"`. A required rule that is unmatched, or unanswered under
 * `"unmatched"`, makes the score 0; `matchedWeight` still says what matched.
 *
 * Throws a RangeError when there are no rules: such a persona has no score (ask `hasRules`).
 */
export function toScore(ruleSet: RuleSet, outcomes: RuleOutcome[], thresholds: BandThresholds): Score {
  if (ruleSet.rules.length === 0) throw new RangeError('A rule set without rules has no score.');
  const countsMissing = ruleSet.missing === 'unmatched';
  let matchedWeight = 0;
  let answeredWeight = 0;
  let totalWeight = 0;
  let isFailed = false;
  let everyRule = true;
  for (const [index, rule] of ruleSet.rules.entries()) {
    const outcome = outcomes[index];
    totalWeight += rule.weight;
    if (outcome !== 'unanswered') answeredWeight += rule.weight;
    if (outcome === 'matched') {
      matchedWeight += rule.weight;
      continue;
    }
    everyRule = false;
    if (rule.required && (outcome === 'unmatched' || countsMissing)) isFailed = true;
  }
  const denominator = countsMissing ? totalWeight : answeredWeight;
  const scored = isFailed ? 0 : matchedWeight;
  return {
    outcomes,
    matchedWeight,
    answeredWeight,
    totalWeight,
    scoreHundredths: toScoreHundredths(scored, denominator),
    band: toBand(scored, denominator, thresholds),
    everyRule,
  };
}

/** Share of the rule weight for which the response has an answer at all, 0..1. A score of no weight has evidence 0. */
export function toEvidenceRatio(score: Pick<Score, 'answeredWeight' | 'totalWeight'>): number {
  return score.totalWeight === 0 ? 0 : score.answeredWeight / score.totalWeight;
}

/**
 * A score as people read it: percent with two decimals.
 *
 * @example formatScore(6000) // '60.00'
 */
export function formatScore(scoreHundredths: number): string {
  const whole = Math.floor(scoreHundredths / 100);
  return `${whole}.${String(scoreHundredths % 100).padStart(2, '0')}`;
}
