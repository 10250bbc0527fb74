import { type FigureSaid, toCoherence, toPercentage, toShareReport, toVerdict, toVerdictSaid, toVerdictSentence } from '@likeness/core';
import type { BandThresholds, Coherence, RuleSet } from '@likeness/core';
import type { FigureCounts } from './figure-counts.queries.ts';

/** A share of respondents with its 95 % Wilson interval, in percent. */
export type CustomerShare = {
  persona_customers: number;
  total_customers: number;
  percentage: number | null;
  interval: [number, number];
};

/** What a set of rules says about the responses of a window, as the contract shows it. */
export type Figures = {
  match_statistics: {
    total_responses: number;
    avg_match_score: number | null;
    best_match_score: number | null;
    worst_match_score: number | null;
    distribution: { strong: number; moderate: number; weak: number };
  };
  coverage: CustomerShare;
  strong_coverage: CustomerShare;
  prevalence: CustomerShare;
  evidence: { mean: number | null; n: number };
  verdict: {
    word: ReturnType<typeof toVerdict>;
    coherence: number | null;
    interval: [number, number] | null;
    sentence: string;
    said: FigureSaid[];
  };
};

/** Counts of nothing: no rules, no calculation yet, or no responses in the window. */
export const NO_COUNTS: FigureCounts = {
  responses: 0,
  meanScore: null,
  bestScore: null,
  worstScore: null,
  meanEvidence: null,
  scores: new Map(),
  strong: 0,
  moderate: 0,
  weak: 0,
  customers: 0,
  matching: 0,
  matchingStrongly: 0,
  matchingEveryRule: 0,
  ruleMatched: [],
  ruleUnanswered: [],
};

/**
 * What do these counts say?
 *
 * `ruleSet` and `thresholds` are those that the counts were made under; null rules have the verdict "no rules yet".
 * `isCalculated` false tells that no score was ever computed, so that nothing counted is not taken for nobody asked.
 * Nothing counted: every share is null with the interval 0 to 100, never 0 %.
 *
 * @example toFigures(counts, ruleSet, thresholds).coverage // { persona_customers: 3, total_customers: 5, percentage: 60, interval: [23.07, 88.24] }
 */
export function toFigures(
  counts: FigureCounts,
  ruleSet: RuleSet | null,
  thresholds: BandThresholds,
  { isCalculated }: { isCalculated: boolean } = { isCalculated: true },
): Figures {
  const coherence = toCountedCoherence(counts, ruleSet, thresholds);
  const word = toVerdict({
    ruleCount: ruleSet?.rules.length ?? 0,
    respondents: counts.customers,
    matching: counts.matching,
    coherenceInterval: coherence.interval,
  });
  const facts = {
    word,
    ruleCount: counts.ruleMatched.length,
    respondents: counts.customers,
    matching: counts.matching,
    strong: counts.matchingStrongly,
    coherence: coherence.coherence && roundRatio(coherence.coherence),
    interval: coherence.interval && ([roundRatio(coherence.interval.low), roundRatio(coherence.interval.high)] satisfies [number, number]),
    isCalculated,
  };
  return {
    match_statistics: {
      total_responses: counts.responses,
      avg_match_score: counts.meanScore,
      best_match_score: counts.bestScore,
      worst_match_score: counts.worstScore,
      distribution: { strong: counts.strong, moderate: counts.moderate, weak: counts.weak },
    },
    coverage: toCustomerShare(counts.matching, counts.customers),
    strong_coverage: toCustomerShare(counts.matchingStrongly, counts.customers),
    prevalence: toCustomerShare(counts.matchingEveryRule, counts.customers),
    evidence: { mean: counts.meanEvidence, n: counts.responses },
    verdict: {
      word,
      coherence: facts.coherence,
      interval: facts.interval,
      sentence: toVerdictSentence(facts),
      said: toVerdictSaid(facts),
    },
  };
}

/** `count` of `n` respondents. Nobody to count: no percentage, and an interval that says anything is possible. */
export function toCustomerShare(count: number, n: number): CustomerShare {
  return {
    persona_customers: count,
    total_customers: n,
    percentage: toPercentage(count, n),
    interval: toShareReport(count, n).interval ?? [0, 100],
  };
}

function toCountedCoherence(counts: FigureCounts, ruleSet: RuleSet | null, thresholds: BandThresholds): Coherence {
  const n = counts.customers;
  const rates = (ruleSet?.rules ?? []).map(({ weight, required }, index) => ({
    weight,
    required,
    matchedRatio: (counts.ruleMatched[index] ?? 0) / Math.max(1, n),
    unansweredRatio: (counts.ruleUnanswered[index] ?? 0) / Math.max(1, n),
  }));
  return toCoherence({ rates, missing: ruleSet?.missing ?? 'unmatched', strong: counts.matchingStrongly, n, thresholds });
}

/** Ratios are shown with three decimals. */
function roundRatio(ratio: number): number {
  return Math.round(ratio * 1000) / 1000;
}
