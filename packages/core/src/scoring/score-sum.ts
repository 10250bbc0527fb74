import type { RuleSet, Score } from '../rules/rule-set.ts';
import { roundQuotient, roundRatio } from '../statistics/exact-ratio.ts';

/**
 * A running sum of exact scores: denominator -> sum of the matched weights over it, and how many scores.
 *
 * Under "unmatched" all scores of a persona share one denominator; under "ignore" there are as many as sums of
 * answered weights. The sums stay exact for 18 million scores of the heaviest rule set.
 */
export type ScoreSum = { matchedByDenominator: Map<number, number>; scores: number };

/** The sum of nothing yet. */
export function createScoreSum(): ScoreSum {
  return { matchedByDenominator: new Map(), scores: 0 };
}

/** Adds the exact fraction of one score, in place. `ruleSet` is the one that the score was computed under. */
export function addScore(sum: ScoreSum, ruleSet: RuleSet, score: Score): void {
  sum.scores += 1;
  const denominator = ruleSet.missing === 'ignore' ? score.answeredWeight : score.totalWeight;
  const matched = hasFailedRequired(ruleSet, score) ? 0 : score.matchedWeight;
  if (matched === 0) return;
  const { matchedByDenominator } = sum;
  matchedByDenominator.set(denominator, (matchedByDenominator.get(denominator) ?? 0) + matched);
}

/** Carried decimals; then the sum is cut back to fewer, which takes the error of unlike fractions with it. */
const CARRIED_DECIMALS = 30n;
const KEPT_DECIMALS = 24n;

/**
 * The mean score in percent, four decimals, rounded half up; null without scores.
 *
 * It is the mean of the exact fractions, not of the scores as they are shown: 1/3 counts as 33.333..., not as 33.33.
 * Of the two this is the one that independent exact computations of real surveys agree with (47.8990, where the mean
 * of shown scores is 47.8988). Exact under "unmatched"; under "ignore" unlike fractions are added to 24 decimals.
 *
 * @example // scores 1/3 and 2/3
 * meanScorePercent(sum) // 50
 */
export function meanScorePercent({ matchedByDenominator, scores }: ScoreSum): number | null {
  if (scores === 0) return null;
  const scale = 100n * 10n ** CARRIED_DECIMALS;
  let total = 0n;
  for (const [denominator, matched] of matchedByDenominator) {
    total += roundQuotient(BigInt(matched) * scale, BigInt(denominator));
  }
  const kept = roundQuotient(total, 10n ** (CARRIED_DECIMALS - KEPT_DECIMALS));
  return roundRatio({ numerator: kept, denominator: BigInt(scores) * 10n ** KEPT_DECIMALS }, 4);
}

/** Did a required rule make this score 0? Only a score that is shown as 0.00 can have failed. */
function hasFailedRequired({ missing, rules }: RuleSet, { scoreHundredths, outcomes }: Score): boolean {
  if (scoreHundredths !== 0) return false;
  return outcomes.some((outcome, index) => {
    const isFailure = outcome === 'unmatched' || (outcome === 'unanswered' && missing === 'unmatched');
    return isFailure && rules[index]?.required === true;
  });
}
