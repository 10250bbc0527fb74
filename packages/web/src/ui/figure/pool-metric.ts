import { meanInterval } from '@likeness/core';

export const METRICS = ['satisfaction', 'loyalty', 'trust', 'effort', 'nps'] as const;

export type Metric = (typeof METRICS)[number];

/** A day's metrics as snapshots have them, as far as they are pooled. */
type MetricDay = {
  metrics: Record<Metric, number | null>;
  metric_details: Record<string, { n: number; sd: number | null; interval: readonly number[] | null; rejected: number }>;
};

/** A metric over several days: `value` is null when nobody answered, `interval` when it cannot be told. */
export type PooledMetric = { n: number; value: number | null; interval: readonly [number, number] | null; rejected: number };

/**
 * One metric of the matching responses over several days together.
 *
 * Means are pooled from the days' n, mean and spread, which is exact; the interval is Student's. The NPS is exact too; its
 * interval over several days is the widest that the counts allow (nobody passive), since snapshots keep no promoters. One
 * day keeps its own interval. No days: nobody answered.
 *
 * @example poolMetric([snapshot], 'satisfaction') // { n: 40, value: 4.1, interval: [3.84, 4.36], rejected: 0 }
 */
export function poolMetric(snapshots: readonly MetricDay[], metric: Metric): PooledMetric {
  const days = snapshots.flatMap(({ metrics, metric_details }) => {
    const [value, detail] = [metrics[metric], metric_details[metric]];
    return detail === undefined ? [] : [{ value: value ?? 0, n: value === null ? 0 : detail.n, sd: detail.sd ?? 0, interval: detail.interval, rejected: detail.rejected }];
  });
  const rejected = days.reduce((sum, day) => sum + day.rejected, 0);
  const n = days.reduce((sum, day) => sum + day.n, 0);
  if (n === 0) return { n, value: null, interval: null, rejected };
  const mean = days.reduce((sum, day) => sum + day.n * day.value, 0) / n;
  const answered = days.filter((day) => day.n > 0);
  const only = answered.length === 1 ? answered[0] : undefined;
  if (only !== undefined) return { n, value: mean, interval: toPair(only.interval), rejected };
  if (metric === 'nps') return { n, value: mean, interval: widestNps(mean, n), rejected };
  const squares = answered.reduce((sum, day) => sum + (day.n - 1) * day.sd ** 2 + day.n * (day.value - mean) ** 2, 0);
  const interval = n < 2 ? null : meanInterval(n, mean, Math.sqrt(squares / (n - 1)));
  return { n, value: mean, interval: interval && [interval.low, interval.high], rejected };
}

const Z = 1.959964;

function widestNps(nps: number, n: number): readonly [number, number] {
  const half = (100 * Z * Math.sqrt(Math.max(0, 1 - (nps / 100) ** 2))) / Math.sqrt(n);
  return [Math.max(-100, nps - half), Math.min(100, nps + half)];
}

function toPair(interval: readonly number[] | null): readonly [number, number] | null {
  const [low, high] = interval ?? [];
  return low === undefined || high === undefined ? null : [low, high];
}
