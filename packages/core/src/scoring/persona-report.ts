import { hasRules } from '../rules/has-rules.ts';
import { formatScore } from '../rules/score.ts';
import type { BandThresholds } from '../rules/rule-set.ts';
import { type Coherence, toCoherence } from '../statistics/coherence.ts';
import { roundRatio, toPercentage } from '../statistics/exact-ratio.ts';
import { toVerdict, type Verdict } from '../statistics/verdict.ts';
import { type MetricReport, type MetricTally, toMetricReport } from './metric-tally.ts';
import type { PersonaTally } from './persona-tally.ts';
import { type ReportInterval, roundDecimal, toPercentageInterval } from './report-interval.ts';
import { meanScorePercent } from './score-sum.ts';

/** Respondents and their share of all, in percent with two decimals. Null figures: nobody to count, or no rules. */
export type ShareReport = { count: number; percentage: number | null; interval: ReportInterval | null };

/**
 * Coherence ready to be shown: strong shares in percent with two decimals, their ratio and its interval with three.
 * `expected_percentage` is what the rules would give if they had nothing to do with each other.
 */
export type CoherenceReport = {
  observed_percentage: number | null;
  expected_percentage: number | null;
  ratio: number | null;
  interval: ReportInterval | null;
};

/**
 * All figures of one persona, named as they are printed.
 *
 * Responses are counted in `responses`, `score_histogram` (score with two decimals -> responses, ascending),
 * `mean_score` (percent, four decimals), the bands, `rules` (in their order), `metrics` (by name, over the matching
 * responses) and `evidence` (mean share of the rule weight that has an answer, 0..1, four decimals).
 * Respondents are counted in `coverage`, `strong_coverage`, `prevalence` and `coherence`.
 *
 * A persona without rules has a verdict that says so, counts of 0, and null for everything else.
 */
export type PersonaReport = {
  name: string;
  responses: number;
  score_histogram: Record<string, number>;
  mean_score: number | null;
  strong: number;
  moderate: number;
  weak: number;
  coverage: ShareReport;
  strong_coverage: ShareReport;
  prevalence: ShareReport;
  rules: { label: string; matched: number; missing: number }[];
  metrics: Record<string, MetricReport>;
  evidence: number | null;
  coherence: CoherenceReport;
  verdict: Verdict;
};

/**
 * What do the counts of one persona say?
 *
 * Percentages, the mean score and evidence are rounded half up from exact fractions; intervals are 95 % and rounded
 * like their figure.
 */
export function toPersonaReport(tally: PersonaTally, thresholds: BandThresholds): PersonaReport {
  const { persona, respondents } = tally;
  const coherence = toTallyCoherence(tally, thresholds);
  const scores = [...tally.scores].toSorted(([a], [b]) => a - b);
  return {
    name: persona.name,
    responses: tally.responses,
    score_histogram: Object.fromEntries(scores.map(([score, count]) => [formatScore(score), count])),
    mean_score: meanScorePercent(tally.scoreSum),
    ...tally.bands,
    coverage: toShareReport(respondents.matching, respondents.n),
    strong_coverage: toShareReport(respondents.strong, respondents.n),
    prevalence: toShareReport(respondents.everyRule, respondents.n),
    rules: persona.ruleSet.rules.map(({ label }, index) => {
      const counts = tally.rules[index];
      return { label, matched: counts?.matched ?? 0, missing: counts?.unanswered ?? 0 };
    }),
    metrics: toMetricReports(tally.metrics),
    evidence: toMeanEvidence(tally),
    coherence: toCoherenceReport(coherence),
    verdict: toVerdict({
      ruleCount: persona.ruleSet.rules.length,
      respondents: respondents.n,
      matching: respondents.matching,
      coherenceInterval: coherence.interval,
    }),
  };
}

/** Reports by the name of their metric, in order. */
export function toMetricReports(metrics: readonly MetricTally[]): Record<string, MetricReport> {
  return Object.fromEntries(metrics.map((metric) => [metric.definition.name, toMetricReport(metric)]));
}

/** `count` of `n` respondents, with the share and its 95 % Wilson interval in percent; both null when n is 0. */
export function toShareReport(count: number, n: number): ShareReport {
  return { count, percentage: toPercentage(count, n), interval: toPercentageInterval(count, n) };
}

function toMeanEvidence({ persona, responses, answeredWeight }: PersonaTally): number | null {
  if (responses === 0 || !hasRules(persona.ruleSet)) return null;
  const total = persona.ruleSet.rules.reduce((sum, { weight }) => sum + weight, 0);
  return roundRatio({ numerator: BigInt(answeredWeight), denominator: BigInt(total) * BigInt(responses) }, 4);
}

function toTallyCoherence({ persona, respondents }: PersonaTally, thresholds: BandThresholds): Coherence {
  const rates = persona.ruleSet.rules.map(({ weight, required }, index) => ({
    weight,
    required,
    matchedRatio: (respondents.rules[index]?.matched ?? 0) / Math.max(1, respondents.n),
    unansweredRatio: (respondents.rules[index]?.unanswered ?? 0) / Math.max(1, respondents.n),
  }));
  return toCoherence({ rates, missing: persona.ruleSet.missing, strong: respondents.strong, n: respondents.n, thresholds });
}

function toCoherenceReport({ observedRatio, expectedRatio, coherence, interval }: Coherence): CoherenceReport {
  const rounded = (value: number | null, decimals: number): number | null => value && roundDecimal(value, decimals);
  return {
    observed_percentage: observedRatio === null ? null : rounded(100 * observedRatio, 2),
    expected_percentage: expectedRatio === null ? null : rounded(100 * expectedRatio, 2),
    ratio: rounded(coherence, 3),
    interval: interval && [roundDecimal(interval.low, 3), roundDecimal(interval.high, 3)],
  };
}
