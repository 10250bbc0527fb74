import type { Interval } from './interval.ts';
import { TOO_FEW_BELOW } from './sample-size.ts';

/** The word on a persona's card that says whether it describes a real group. */
export type Verdict = 'no rules yet' | 'too few to tell' | 'too broad' | 'good' | 'fair' | 'poor';

/** What the verdict is decided on. Both counts are of people; `matching` are those at the moderate band or above. */
export type VerdictInput = {
  ruleCount: number;
  respondents: number;
  matching: number;
  /** Interval of the coherence; null when no respondent could be strong even by chance. */
  coherenceInterval: Interval | null;
};

/** Fewer rules than this say too little about a person. */
export const TOO_BROAD_BELOW_RULES = 3;
/** A persona that covers more than this percentage of everybody tells nobody apart. */
export const TOO_BROAD_ABOVE_PERCENT = 85;
/** Lowest lower ends of the coherence interval for the two better words. */
export const GOOD_FROM = 1.5;
export const FAIR_FROM = 1.05;

/**
 * How good is this persona, in one word?
 *
 * Decided in this order: no rules; fewer than 30 respondents; too broad (fewer than three rules, or more than 85 %
 * of respondents match); then by the lower end of the coherence interval: good from 1.5, fair from 1.05, else poor.
 * A persona that nobody can match strongly (a rule that never matches) is poor. All cut-offs are conventions and are
 * shown as such; the average score is not used, because commonplace rules score high and say nothing.
 *
 * @example
 * toVerdict({ ruleCount: 5, respondents: 90, matching: 30, coherenceInterval: { low: 1.6, high: 1.8 } }) // 'good'
 */
export function toVerdict({ ruleCount, respondents, matching, coherenceInterval }: VerdictInput): Verdict {
  if (ruleCount === 0) return 'no rules yet';
  if (respondents < TOO_FEW_BELOW) return 'too few to tell';
  if (ruleCount < TOO_BROAD_BELOW_RULES || matching * 100 > TOO_BROAD_ABOVE_PERCENT * respondents) return 'too broad';
  if (coherenceInterval === null || coherenceInterval.low < FAIR_FROM) return 'poor';
  return coherenceInterval.low >= GOOD_FROM ? 'good' : 'fair';
}
