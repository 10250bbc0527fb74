import { exactMean, roundRatio, toPercentage } from '../statistics/exact-ratio.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import { npsFromHistogram } from '../statistics/nps.ts';
import {
  addValue,
  histogramMean,
  histogramSd,
  histogramSize,
  type ValueHistogram,
} from '../statistics/value-histogram.ts';
import type { MetricAnswer, MetricDefinition } from './metric-definition.ts';
import { type ReportInterval, toPercentageInterval, toReportInterval } from './report-interval.ts';

/**
 * The answers to one metric, counted by value. `responses` counts all that were asked, `rejected` those whose
 * answer the metric could not take; the rest of `responses` beyond `answers` did not answer.
 */
export type MetricTally = {
  definition: MetricDefinition;
  responses: number;
  rejected: number;
  answers: ValueHistogram;
};

/** Figures that every kind of metric has, counting responses. Rejected answers are not among `answered`. */
type MetricCounts = { responses: number; answered: number; rejected: number };

/**
 * A metric ready to be shown. Null figures: nobody answered. Null intervals: too few answers (below 10 for an NPS,
 * below 2 for a mean). Intervals are 95 %, `[low, high]`, in the unit of their figure.
 *
 * `nps` is -100..100 and `share` a percentage, both with two decimals; `mean` has four. All rounded half up from exact sums.
 */
export type MetricReport =
  | (MetricCounts & {
      promoters: number;
      passives: number;
      detractors: number;
      nps: number | null;
      interval: ReportInterval | null;
    })
  | (MetricCounts & { mean: number | null; interval: ReportInterval | null })
  | (MetricCounts & { count: number; share: number | null; interval: ReportInterval | null });

/** A tally of nothing yet. */
export function createMetricTally(definition: MetricDefinition): MetricTally {
  return { definition, responses: 0, rejected: 0, answers: new Map() };
}

/**
 * Counts one response, in place.
 *
 * @throws RangeError for a number the metric cannot hold (an NPS outside 0 to 10, a share that is not 0 or 1)
 */
export function addMetricAnswer(tally: MetricTally, answer: MetricAnswer): void {
  if (typeof answer === 'number') {
    requireAnswer(tally.definition, answer);
    addValue(tally.answers, answer);
  }
  tally.responses += 1;
  if (answer === 'rejected') tally.rejected += 1;
}

/**
 * What do the answers say?
 *
 * @example
 * toMetricReport(tally) // { responses: 2, answered: 2, rejected: 0, mean: 4.5, interval: [-1.8531, 10.8531] }
 */
export function toMetricReport({ definition, responses, rejected, answers }: MetricTally): MetricReport {
  const answered = histogramSize(answers);
  const counts = { responses, answered, rejected };
  if (definition.kind === 'share') {
    const count = answers.get(1) ?? 0;
    return { ...counts, count, share: toPercentage(count, answered), interval: toPercentageInterval(count, answered) };
  }
  if (definition.kind === 'nps') return { ...counts, ...toNpsReport(answers, answered) };
  return { ...counts, ...toMeanReport(answers) };
}

function toNpsReport(answers: ValueHistogram, answered: number) {
  const byAnswer = Array.from({ length: 11 }, (_, value) => answers.get(value) ?? 0);
  const { promoters, passives, detractors, interval } = npsFromHistogram(byAnswer);
  if (answered === 0) return { promoters, passives, detractors, nps: null, interval: null };
  const nps = roundRatio({ numerator: BigInt(promoters - detractors) * 100n, denominator: BigInt(answered) }, 2);
  return { promoters, passives, detractors, nps, interval: interval && toReportInterval(interval, nps, 2) };
}

function toMeanReport(answers: ValueHistogram): { mean: number | null; interval: ReportInterval | null } {
  const ratio = exactMean(answers);
  if (ratio === null) return { mean: null, interval: null };
  const mean = roundRatio(ratio, 4);
  const centre = histogramMean(answers);
  const sd = histogramSd(answers);
  // Numbers near the end of what a double holds have a mean, but their squares overflow.
  if (centre === null || sd === null || !Number.isFinite(centre) || !Number.isFinite(sd)) return { mean, interval: null };
  const interval = meanInterval(histogramSize(answers), centre, sd);
  return { mean, interval: interval && toReportInterval(interval, mean, 4) };
}

function requireAnswer({ kind }: MetricDefinition, answer: number): void {
  const isRight =
    (kind === 'mean' && Number.isFinite(answer)) ||
    (kind === 'nps' && Number.isInteger(answer) && answer >= 0 && answer <= 10) ||
    (kind === 'share' && (answer === 0 || answer === 1));
  if (!isRight) throw new RangeError(`${answer} is no answer to a metric of kind ${kind}`);
}
