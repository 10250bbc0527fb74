import { TOO_FEW_BELOW, wilsonInterval } from '@likeness/core';
import { formats as browserFormats, type Formats } from '../../ui/formats.ts';
import { type Bucket, type Step, stepOfAnswers, stepOfSpan, toBuckets } from './to-buckets.ts';
import type { Snapshot } from './use-dashboard.ts';

/** Responses of one day, week or month. `coverage` is the share of responses that match; null under 30 responses. */
export type VolumeBar = {
  firstDay: string;
  lastDay: string;
  strong: number;
  moderate: number;
  weak: number;
  total: number;
  coverage: { share: string; range: string } | null;
};

/** The bars of the response volume. `dwarfed`: the share of all responses that fell on the two largest bars, when it is over half. */
export type VolumeView = { step: Step; bars: readonly VolumeBar[]; total: number; largest: VolumeBar | null; dwarfed: string | null };

/** So few bars are no pattern in which two could dwarf the others. */
const FEWEST_BARS = 6;

/**
 * How many responses came when, by band, from the persona's snapshots oldest first. Days without responses are bars of 0.
 *
 * Shares need 30 responses a bar, so their bars may be longer times than those of counts.
 */
export function toVolume(snapshots: readonly Snapshot[], shown: 'counts' | 'shares' = 'counts', formats: Formats = browserFormats): VolumeView {
  const step = shown === 'counts' ? stepOfSpan(snapshots) : stepOfAnswers(snapshots, countResponses, TOO_FEW_BELOW);
  const bars = toBuckets(snapshots, step).map((bucket) => toBar(bucket.firstDay, bucket.lastDay, bucket.snapshots, formats));
  const total = bars.reduce((sum, bar) => sum + bar.total, 0);
  const sorted = bars.toSorted((a, b) => b.total - a.total);
  const two = (sorted[0]?.total ?? 0) + (sorted[1]?.total ?? 0);
  const isDwarfed = bars.length >= FEWEST_BARS && two * 2 > total;
  return { step, bars, total, largest: sorted[0] ?? null, dwarfed: isDwarfed ? formats.percentWhole((100 * two) / total) : null };
}

function countResponses({ snapshots }: Bucket): number {
  return snapshots.reduce((sum, { response_count }) => sum + response_count, 0);
}

function toBar(firstDay: string, lastDay: string, snapshots: readonly Snapshot[], formats: Formats): VolumeBar {
  const sum = (band: 'strong' | 'moderate' | 'weak'): number => snapshots.reduce((all, { behavioral_data: day }) => all + day[band], 0);
  const [strong, moderate, weak] = [sum('strong'), sum('moderate'), sum('weak')];
  const total = strong + moderate + weak;
  return { firstDay, lastDay, strong, moderate, weak, total, coverage: total < TOO_FEW_BELOW ? null : toCoverage(strong + moderate, total, formats) };
}

function toCoverage(matches: number, total: number, formats: Formats): VolumeBar['coverage'] {
  const { low, high } = wilsonInterval(matches, total);
  return { share: formats.percent((100 * matches) / total), range: formats.percentRange(100 * low, 100 * high) };
}
