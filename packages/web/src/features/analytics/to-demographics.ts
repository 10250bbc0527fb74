import { type ShareFigure, toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { formats as browserFormats, type Formats } from '../../ui/formats.ts';
import { wilsonInterval } from '@likeness/core';
import { messages } from './messages.ts';
import type { Distribution } from './use-dashboard.ts';

/** A group of respondents: how many of it match, and what share of the group that is. `shareRatio` is against the largest group. */
export type DemographicGroup = { name: string; matching: number; shareRatio: number; ofGroup: ShareFigure };

/** One demographic attribute: its groups and how many small ones are left out. No groups: nobody answered. */
export type DemographicView = { attribute: string; groups: readonly DemographicGroup[]; leftOut: number };

const MOST_GROUPS = 6;

/** Who the matching respondents are, by one attribute: answers largest first, numbers and days in at most six ranges in order. */
export function toDemographics({ attribute, bins, values }: Distribution, formats: Formats = browserFormats): DemographicView {
  const counted = bins === null ? (values ?? []).map(({ value, respondents, matching }) => ({ name: value, respondents, matching: matching ?? 0 })) : mergeBins(bins, formats);
  const present = counted.filter(({ respondents }) => respondents > 0);
  const shown = bins === null ? present.toSorted((a, b) => b.matching - a.matching).slice(0, MOST_GROUPS) : present;
  const largest = Math.max(1, ...shown.map(({ matching }) => matching));
  const groups = shown.map(({ name, respondents, matching }) => ({
    name,
    matching,
    shareRatio: matching / largest,
    ofGroup: toShareFigure(toShare(matching, respondents), formats),
  }));
  return { attribute, groups, leftOut: present.length - shown.length };
}

function toShare(matching: number, n: number) {
  const { low, high } = wilsonInterval(matching, n);
  return { total_customers: n, percentage: (100 * matching) / n, interval: [100 * low, 100 * high] };
}

type Counted = { name: string; respondents: number; matching: number };

function mergeBins(bins: NonNullable<Distribution['bins']>, formats: Formats): Counted[] {
  const size = Math.max(1, Math.ceil(bins.length / MOST_GROUPS));
  return Array.from({ length: Math.ceil(bins.length / size) }, (_, index) => {
    const group = bins.slice(index * size, (index + 1) * size);
    const sum = (pick: (bin: (typeof bins)[number]) => number): number => group.reduce((all, bin) => all + pick(bin), 0);
    return { name: toRangeName(group, formats), respondents: sum(({ respondents }) => respondents), matching: sum(({ matching }) => matching ?? 0) };
  });
}

function toRangeName(group: NonNullable<Distribution['bins']>, formats: Formats): string {
  const [from, to] = [group.at(0)?.from ?? 0, group.at(-1)?.to ?? 0];
  if (typeof from === 'string' || typeof to === 'string') return messages.demographics.range(formats.day(String(from)), formats.day(String(to)));
  const isWhole = group.every((bin) => Number.isInteger(bin.from) && Number.isInteger(bin.to));
  // A whole number below the next range's first one is the last of this range.
  return isWhole ? messages.demographics.range(formats.count(from), formats.count(to - 1)) : messages.demographics.range(formats.number(from, 1), formats.number(to, 1));
}
