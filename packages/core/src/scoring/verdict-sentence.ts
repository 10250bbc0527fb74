import { TOO_BROAD_BELOW_RULES, type Verdict } from '../statistics/verdict.ts';
import { toShareReport } from './persona-report.ts';
import type { ReportInterval } from './report-interval.ts';

/**
 * What a verdict's sentence is made from. `matching` and `strong` of `respondents`; `coherence` with its 95 % interval,
 * both null while nobody can match strongly. `isCalculated` is false while no score was ever computed.
 */
export type VerdictFacts = {
  word: Verdict;
  ruleCount: number;
  respondents: number;
  matching: number;
  strong: number;
  coherence: number | null;
  interval: ReportInterval | null;
  isCalculated: boolean;
};

/**
 * The verdict in plain words, with intervals and sample size: what a person reads before any chart.
 *
 * @example
 * toVerdictSentence({ word: 'fair', ... })
 * // 'Between 50 and 69 in 100 match it, but only 34 in 100 strongly. Its traits occur together 1.6 times as often as
 * // chance would bring them (1.2 to 2.1). Based on 100 respondents.'
 */
export function toVerdictSentence(facts: VerdictFacts): string {
  const { word, respondents, matching } = facts;
  const basis = `Based on ${toCount(respondents)} respondents.`;
  if (word === 'no rules yet') return 'No rules yet. Add the first one to see whom it stands for.';
  if (!facts.isCalculated) return 'Not calculated yet. The figures appear when the calculation is done.';
  if (respondents === 0) return 'Too few to tell: nobody answered in this time.';
  if (word === 'too few to tell') {
    const [low, high] = toInHundred(matching, respondents);
    return `Too few to tell: ${toCount(matching)} of ${toCount(respondents)} match, the truth may be ${low} to ${high} in 100.`;
  }
  if (word === 'too broad') return `${toBreadth(facts.ruleCount)} ${toShareClause(facts)}. ${basis}`;
  return `${toShareClause(facts)}. ${toCoherenceClause(facts)} ${basis}`;
}

/** Why it is too broad: too few rules to say much about anybody, else it fits nearly everyone. */
function toBreadth(ruleCount: number): string {
  return ruleCount < TOO_BROAD_BELOW_RULES
    ? 'Fewer than three rules say too little about a person.'
    : 'Fits nearly everyone, so it tells little apart.';
}

function toShareClause({ respondents, matching, strong: matchingStrongly }: VerdictFacts): string {
  const [low, high] = toInHundred(matching, respondents);
  const strong = Math.round((100 * matchingStrongly) / respondents);
  const all = low === high ? `About ${low} in 100 match it` : `Between ${low} and ${high} in 100 match it`;
  if (matching === 0) return all;
  // Below three quarters the difference is worth a word.
  return 4 * matchingStrongly < 3 * matching ? `${all}, but only ${strong} in 100 strongly` : `${all}, ${strong} in 100 strongly`;
}

function toCoherenceClause({ coherence, interval }: VerdictFacts): string {
  if (coherence === null || interval === null) return 'Nobody can match it strongly, because too many of its rules never match.';
  const [low, high] = interval;
  const range = `(${low.toFixed(1)} to ${high.toFixed(1)})`;
  if (low <= 1 && high >= 1) return `Its traits occur together about as often as by chance ${range}.`;
  return `Its traits occur together ${coherence.toFixed(1)} times as often as by chance ${range}.`;
}

/** The 95 % interval of a share in whole people of a hundred. */
function toInHundred(count: number, n: number): [low: number, high: number] {
  const [low, high] = toShareReport(count, n).interval ?? [0, 100];
  return [Math.round(low), Math.round(high)];
}

function toCount(count: number): string {
  return count.toLocaleString('en-US');
}
