import { TOO_FEW_BELOW, wilsonInterval } from '@likeness/core';
import { formats as browserFormats, type Formats } from '../../ui/formats.ts';
import { messages } from './messages.ts';
import { METRICS } from '../../ui/figure/pool-metric.ts';
import { toAttributeName } from '../../ui/rule-text/to-value-text.ts';
import type { Snapshot } from './use-dashboard.ts';

/** A line of the latest snapshot; `value` null: nobody was asked. `detail` is an interval. */
export type SnapshotLine = { name: string; value: string | null; detail: string | null };

/** The newest day, and the figures of the newest day that has 30 responses; those of the newest when none has. */
export type SnapshotView = {
  newest: { day: string; responses: number; isFew: boolean; isComplete: boolean };
  shown: { day: string; isNewest: boolean; edition: number };
  lines: readonly SnapshotLine[];
};

const MOST_NAMED = 2;

/** What the newest snapshots say; null when there is none. Snapshots come oldest first. */
export function toSnapshotView(snapshots: readonly Snapshot[], formats: Formats = browserFormats): SnapshotView | null {
  const newest = snapshots.at(-1);
  if (newest === undefined) return null;
  const shown = snapshots.findLast(({ response_count }) => response_count >= TOO_FEW_BELOW) ?? newest;
  return {
    newest: { day: newest.snapshot_date, responses: newest.response_count, isFew: newest.response_count < TOO_FEW_BELOW, isComplete: newest.is_complete },
    shown: { day: shown.snapshot_date, isNewest: shown === newest, edition: shown.edition },
    lines: [toResponses(shown, formats), toMatches(shown, formats), ...toMetrics(shown, formats), ...toMostly(shown, formats)],
  };
}

function toResponses({ response_count: count }: Snapshot, formats: Formats): SnapshotLine {
  return { name: messages.snapshot.responses, value: formats.count(count), detail: null };
}

function toMatches({ response_count: n, behavioral_data: { matches } }: Snapshot, formats: Formats): SnapshotLine {
  if (n < TOO_FEW_BELOW) return { name: messages.snapshot.matches, value: formats.count(matches), detail: null };
  const { low, high } = wilsonInterval(matches, n);
  return {
    name: messages.snapshot.matches,
    value: formats.count(matches),
    detail: `${formats.percent((100 * matches) / n)} · ${formats.percentRange(100 * low, 100 * high)}`,
  };
}

function toMetrics({ metrics, metric_details: details }: Snapshot, formats: Formats): SnapshotLine[] {
  return METRICS.map((metric) => {
    const value = metrics[metric] ?? null;
    const [low, high] = details[metric]?.interval ?? [];
    const n = messages.snapshot.sample(formats.count(details[metric]?.n ?? 0));
    const range = low === undefined || high === undefined ? null : metric === 'nps' ? `${formats.nps(low)} – ${formats.nps(high)}` : formats.range(low, high);
    return {
      name: messages.evolution.names[metric],
      value: value === null ? null : metric === 'nps' ? formats.nps(value) : formats.number(value),
      detail: value === null ? null : range === null ? n : `${range} · ${n}`,
    };
  });
}

/** The most frequent answers to each demographic attribute, at most two attributes. */
function toMostly({ demographics }: Snapshot, formats: Formats): SnapshotLine[] {
  return Object.entries(demographics)
    .flatMap(([attribute, counts]) => {
      if (typeof counts !== 'object' || counts === null || Array.isArray(counts)) return [];
      const top = Object.entries(counts).filter((entry): entry is [string, number] => typeof entry[1] === 'number').toSorted((a, b) => b[1] - a[1]).slice(0, MOST_NAMED);
      if (top.length === 0) return [];
      return [{ name: toAttributeName(attribute), value: top.map(([answer, count]) => `${answer}: ${formats.count(count)}`).join(', '), detail: null }];
    })
    .slice(0, MOST_NAMED);
}
