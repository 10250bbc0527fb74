import { formats as browserFormats, type Formats } from '../../ui/formats.ts';

/** A label a quarter of the axis away from the next is never too near. */
const MOST = 5;
const EDGE = 0.05;
const DAYS_OF_A_YEAR = 366;
const DAY_MS = 86_400_000;

/**
 * Labels under a time axis: at most five, first and last included; with the year once the axis is longer than one.
 *
 * @param place where a day of this index lies, 0 to 1
 */
export function toAxisDays(days: readonly string[], place: (index: number) => number, { most = MOST, formats = browserFormats }: { most?: number; formats?: Formats } = {}) {
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const isLong = Date.parse(last) - Date.parse(first) > DAYS_OF_A_YEAR * DAY_MS;
  const count = Math.min(isLong ? most - 1 : most, days.length);
  const indexes = Array.from({ length: count }, (_, label) => (count === 1 ? 0 : Math.round((label * (days.length - 1)) / (count - 1))));
  // The outer labels stand at the edges: centred under their place they would leave the plot.
  const toEdge = (at: number): number => (at < EDGE ? 0 : at > 1 - EDGE ? 1 : at);
  return indexes.map((index) => ({ at: toEdge(place(index)), label: isLong ? formats.day(days[index] ?? '') : formats.dayOfYear(days[index] ?? '') }));
}
