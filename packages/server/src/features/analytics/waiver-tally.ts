import { toBand } from '@likeness/core';
import type { BandThresholds, RuleSet, Score } from '@likeness/core';

/** Counts, rule by rule, the responses that would be strong if only that rule were credited. */
export type WaiverTally = {
  add(score: Score): void;
  /** One count a rule, in the order of the rules. */
  readonly strongIfWaived: readonly number[];
};

/**
 * Which rule keeps the most responses from being strong?
 *
 * A response counts for a rule when it is not strong now and would be if that rule had matched: its weight is added to
 * the matched weight (and, where a missing answer left the denominator, to that), and if it is required it no longer
 * fails. Strong responses and matched rules count for nothing.
 *
 * Cost: one step a rule and response that is not strong.
 */
export function createWaiverTally(ruleSet: RuleSet, thresholds: BandThresholds): WaiverTally {
  const strongIfWaived = ruleSet.rules.map(() => 0);
  const ignoresMissing = ruleSet.missing === 'ignore';
  return {
    strongIfWaived,
    add(score) {
      if (score.band === 'strong') return;
      const failed = ruleSet.rules.map(({ required }, index) => required && isFailed(score.outcomes[index], ignoresMissing));
      const failedCount = failed.filter(Boolean).length;
      const counted = ignoresMissing ? score.answeredWeight : score.totalWeight;
      ruleSet.rules.forEach(({ weight }, index) => {
        const outcome = score.outcomes[index];
        if (outcome === 'matched' || failedCount - (failed[index] ? 1 : 0) > 0) return;
        const denominator = outcome === 'unanswered' && ignoresMissing ? counted + weight : counted;
        if (toBand(score.matchedWeight + weight, denominator, thresholds) !== 'strong') return;
        strongIfWaived[index] = (strongIfWaived[index] ?? 0) + 1;
      });
    },
  };
}

function isFailed(outcome: Score['outcomes'][number] | undefined, ignoresMissing: boolean): boolean {
  return outcome === 'unmatched' || (outcome === 'unanswered' && !ignoresMissing);
}
