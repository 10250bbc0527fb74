import { HIDDEN_BELOW, TOO_FEW_BELOW } from '@likeness/core';
import type { LinePoint } from '../../charts/LinePoints.tsx';
import { formats as browserFormats, type Formats } from '../../ui/formats.ts';
import type { Persona } from './load-gallery.ts';
import { messages } from './messages.ts';

type Week = NonNullable<Persona['figures']>['trend'][number];

/** Coverage week by week, ready to be drawn: the line's own range in words, the last day, and all of it in a sentence. */
export type TrendView = { points: readonly LinePoint[]; range: string; until: string; sentence: string };

/** So much coverage at least lies between below and above: a smaller change would look like a large one. */
const LEAST_SPAN = 20;
const HUNDRED = 100;

/**
 * The coverage of the last weeks. Weeks of fewer than ten people have no point, those of fewer than thirty are hollow and
 * never joined, and a line over such a gap is dotted. Null unless two weeks have thirty people: no line is better than a guess.
 */
export function toTrend(weeks: readonly Week[], formats: Formats = browserFormats): TrendView | null {
  const solid = weeks.flatMap((week, index) => (week.coverage.total_customers >= TOO_FEW_BELOW ? [{ ...week, index }] : []));
  const [first, last, newest] = [solid.at(0), solid.at(-1), weeks.at(-1)];
  if (first === undefined || last === undefined || newest === undefined || solid.length < 2) return null;
  const shown = weeks.flatMap(({ last_day: key, coverage: { total_customers: respondents, percentage, interval } }, index) =>
    respondents >= HIDDEN_BELOW ? [{ key, respondents, percent: percentage ?? 0, interval, index }] : [],
  );
  const [low, high] = toRange(shown.map(({ percent }) => percent));
  const toHeight = (percent: number): number => Math.min(1, Math.max(0, (percent - low) / (high - low)));
  let before: number | null = null;
  const points = shown.map(({ key, respondents, percent, interval: [lowest = 0, highest = HUNDRED], index }): LinePoint => {
    const isSolid = respondents >= TOO_FEW_BELOW;
    const isAfterGap = isSolid && before !== null && index - before > 1;
    if (isSolid) before = index;
    return { key, x: index / Math.max(1, weeks.length - 1), y: toHeight(percent), interval: [toHeight(lowest), toHeight(highest)], isSolid, isAfterGap };
  });
  const words = messages.personas;
  const percentOf = (week: Week): string => formats.percentWhole(week.coverage.percentage ?? 0);
  return {
    points,
    range: formats.percentRangeWhole(low, high),
    until: formats.dayOfYear(newest.last_day),
    sentence: words.trend(weeks.length, percentOf(first), formats.day(first.last_day), percentOf(last), formats.day(last.last_day)),
  };
}

/** Whole tens around the shares, at least twenty apart, within 0 to 100. */
function toRange(percents: readonly number[]): [low: number, high: number] {
  const low = Math.floor(Math.min(...percents) / 10) * 10;
  const high = Math.max(Math.ceil(Math.max(...percents) / 10) * 10, low + LEAST_SPAN);
  return high > HUNDRED ? [HUNDRED - Math.max(LEAST_SPAN, HUNDRED - low), HUNDRED] : [low, high];
}
