import { TOO_FEW_BELOW } from '@likeness/core';
import { METRICS, type Metric, poolMetric, type PooledMetric } from '../../ui/figure/pool-metric.ts';
import { type Bucket, type Step, stepOfAnswers, toBuckets } from './to-buckets.ts';
import type { Snapshot } from './use-dashboard.ts';

/** A metric in one day, week or month with at least one answer. `x` is its place on the axis that all metrics share, 0 to 1. */
export type MetricPoint = PooledMetric & { value: number; firstDay: string; lastDay: string; x: number; isSolid: boolean; isAfterGap: boolean };

export type MetricSeries = { metric: Metric; overall: PooledMetric; points: readonly MetricPoint[] };

/** Where on the shared axis the rules became another edition: at the first day from which on no day has an older one. */
export type EditionMark = { edition: number; day: string; x: number };

export type EvolutionView = { step: Step; firstDay: string | null; lastDay: string | null; series: readonly MetricSeries[]; marks: readonly EditionMark[] };

/**
 * The metrics over time, all on one axis, in the finest step in which most points have 30 answers.
 *
 * A metric nobody answered has no points. Points with fewer than 30 answers are not solid.
 */
export function toEvolution(snapshots: readonly Snapshot[]): EvolutionView {
  const step = stepOfAnswers(snapshots, mostAnswers, TOO_FEW_BELOW);
  const buckets = toBuckets(snapshots, step);
  return {
    step,
    firstDay: buckets.at(0)?.firstDay ?? null,
    lastDay: buckets.at(-1)?.lastDay ?? null,
    series: METRICS.map((metric) => ({ metric, overall: poolMetric(snapshots, metric), points: toPoints(buckets, metric) })),
    marks: toMarks(buckets),
  };
}

function mostAnswers({ snapshots }: Bucket): number {
  return Math.max(...METRICS.map((metric) => snapshots.reduce((sum, { metric_details }) => sum + (metric_details[metric]?.n ?? 0), 0)));
}

function toPoints(buckets: readonly Bucket[], metric: Metric): MetricPoint[] {
  const points: MetricPoint[] = [];
  let lastSolid: number | null = null;
  for (const [index, { firstDay, lastDay, snapshots }] of buckets.entries()) {
    const pooled = poolMetric(snapshots, metric);
    if (pooled.value === null) continue;
    const isSolid = pooled.n >= TOO_FEW_BELOW;
    points.push({ ...pooled, value: pooled.value, firstDay, lastDay, x: toPlace(index, buckets.length), isSolid, isAfterGap: lastSolid !== null && index - lastSolid > 1 });
    if (isSolid) lastSolid = index;
  }
  return points;
}

/** An old day that a late response had computed anew has a newer edition than its neighbours; that is no change of the rules. */
function toMarks(buckets: readonly Bucket[]): EditionMark[] {
  const marks: EditionMark[] = [];
  const days = buckets.flatMap(({ snapshots }, index) => snapshots.map(({ edition, snapshot_date: day }) => ({ edition, day, x: toPlace(index, buckets.length) })));
  let oldestSince = Infinity;
  for (const [index, { edition }] of [...days.entries()].toReversed()) {
    const next = days[index + 1];
    if (next !== undefined && edition < oldestSince) marks.unshift({ ...next, edition: oldestSince });
    oldestSince = Math.min(oldestSince, edition);
  }
  return marks;
}

/** The middle of the only one of one, else from 0 to 1. */
function toPlace(index: number, count: number): number {
  return count === 1 ? 0.5 : index / (count - 1);
}
