import type { Band, BandThresholds, RuleSet, Score } from '../rules/rule-set.ts';
import { toBand } from '../rules/score.ts';

/** The bands of one response if a rule were credited as matched (`waived`), or were not there (`deleted`). */
export type WhatIfBands = { waived: Band; deleted: Band };

/**
 * What would each rule's absence change for a response with this score?
 *
 * Waived: the rule counts as matched, and no longer fails when required; the band never falls. Deleted: the rule is gone
 * and the other weights are all; the band may fall. Without its only rule a response is weak.
 *
 * Cost: one step a rule.
 *
 * @returns one entry a rule, in the order of the rules
 *
 * @example whatIfBands(ruleSet, scoreOfTwoInThree, thresholds)[2]?.waived // 'strong'
 */
export function whatIfBands(ruleSet: RuleSet, score: Score, thresholds: BandThresholds): WhatIfBands[] {
  const ignoresMissing = ruleSet.missing === 'ignore';
  const failed = ruleSet.rules.map(({ required }, index) => required && isFailed(score.outcomes[index], ignoresMissing));
  const failedCount = failed.filter(Boolean).length;
  const counted = ignoresMissing ? score.answeredWeight : score.totalWeight;
  return ruleSet.rules.map(({ weight }, index) => {
    const outcome = score.outcomes[index];
    const failsElsewhere = failedCount > (failed[index] ? 1 : 0);
    if (failsElsewhere) return { waived: 'weak', deleted: 'weak' };
    const isCounted = !(outcome === 'unanswered' && ignoresMissing);
    const matched = outcome === 'matched' ? score.matchedWeight - weight : score.matchedWeight;
    return {
      waived: toBand(matched + weight, isCounted ? counted : counted + weight, thresholds),
      deleted: toBand(matched, isCounted ? counted - weight : counted, thresholds),
    };
  });
}

function isFailed(outcome: Score['outcomes'][number] | undefined, ignoresMissing: boolean): boolean {
  return outcome === 'unmatched' || (outcome === 'unanswered' && !ignoresMissing);
}
