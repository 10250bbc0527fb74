import { TOO_BROAD_BELOW_RULES, toShareReport } from '@likeness/core';
import type { Coherence, Verdict } from '@likeness/core';
import type { FigureCounts } from './figure-counts.queries.ts';

/** What a verdict's sentence is made from; `isCalculated` is false while no score was ever computed. */
export type VerdictFacts = { word: Verdict; counts: FigureCounts; coherence: Coherence; isCalculated: boolean };

/**
 * The verdict in plain words, with intervals and sample size: what a person reads before any chart.
 *
 * @example
 * toVerdictSentence({ word: 'fair', ... })
 * // 'Between 50 and 69 in 100 match it, but only 34 in 100 strongly. Its traits occur together 1.6 times as often as
 * // chance would bring them (1.2 to 2.1). Based on 100 respondents.'
 */
export function toVerdictSentence({ word, counts, coherence, isCalculated }: VerdictFacts): string {
  const { customers, matching } = counts;
  const basis = `Based on ${toCount(customers)} respondents.`;
  if (word === 'no rules yet') return 'No rules yet. Add the first one to see whom it stands for.';
  if (!isCalculated) return 'Not calculated yet. The figures appear when the calculation is done.';
  if (customers === 0) return 'Too few to tell: nobody answered in this time.';
  if (word === 'too few to tell') {
    const [low, high] = toInHundred(matching, customers);
    return `Too few to tell: ${toCount(matching)} of ${toCount(customers)} match, the truth may be ${low} to ${high} in 100.`;
  }
  if (word === 'too broad') return `${toBreadth(counts.ruleMatched.length)} ${toShareClause(counts)}. ${basis}`;
  return `${toShareClause(counts)}. ${toCoherenceClause(coherence)} ${basis}`;
}

/** Why it is too broad: too few rules to say much about anybody, else it fits nearly everyone. */
function toBreadth(ruleCount: number): string {
  return ruleCount < TOO_BROAD_BELOW_RULES
    ? 'Fewer than three rules say too little about a person.'
    : 'Fits nearly everyone, so it tells little apart.';
}

function toShareClause({ customers, matching, matchingStrongly }: FigureCounts): string {
  const [low, high] = toInHundred(matching, customers);
  const strong = Math.round((100 * matchingStrongly) / customers);
  const all = low === high ? `About ${low} in 100 match it` : `Between ${low} and ${high} in 100 match it`;
  if (matching === 0) return all;
  // Below three quarters the difference is worth a word.
  return 4 * matchingStrongly < 3 * matching ? `${all}, but only ${strong} in 100 strongly` : `${all}, ${strong} in 100 strongly`;
}

function toCoherenceClause({ coherence, interval }: Coherence): string {
  if (coherence === null || interval === null) return 'Nobody can match it strongly, because too many of its rules never match.';
  const range = `(${interval.low.toFixed(1)} to ${interval.high.toFixed(1)})`;
  if (interval.low <= 1 && interval.high >= 1) return `Its traits occur together about as often as by chance ${range}.`;
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
