import { formatScore, toEvidenceRatio, type RuleOutcome, type Score } from '@likeness/core';

/** What one combination of outcomes is worth to a persona, as `outcome_scores` keeps it. */
export type OutcomeScore = { rule_outcomes: string; match_score: string; band: 0 | 1 | 2; evidence: number; every_rule: boolean };

const BAND_NUMBERS = { weak: 0, moderate: 1, strong: 2 } as const;
const OUTCOME_SIGNS: Record<RuleOutcome, string> = { matched: '+', unmatched: '-', unanswered: '?' };

/** The outcomes of a score as `response_outcomes` keeps them: one sign a rule. */
export function toRuleOutcomes({ outcomes }: Score): string {
  let signs = '';
  for (const outcome of outcomes) signs += OUTCOME_SIGNS[outcome];
  return signs;
}

/** @example toOutcomeScore(score) // { rule_outcomes: '++-', match_score: '66.67', band: 1, evidence: 1, every_rule: false } */
export function toOutcomeScore(score: Score): OutcomeScore {
  return {
    rule_outcomes: toRuleOutcomes(score),
    match_score: formatScore(score.scoreHundredths),
    band: BAND_NUMBERS[score.band],
    evidence: toEvidenceRatio(score),
    every_rule: score.everyRule,
  };
}
