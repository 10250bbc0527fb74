import { HIDDEN_BELOW, TOO_FEW_BELOW } from '@likeness/core';
import { formats as browserFormats, type Formats } from '../formats.ts';

/** A share as the API answers it; `interval` is [low, high] in percent. */
export type Share = { total_customers: number; percentage: number | null; interval: readonly number[] };

/**
 * A share of people, ready to be written and drawn: texts, and percentages 0..100 for the bar.
 *
 * `grade` says what may be shown: `nobody` (n = 0) and `hidden` (n under 10) have no figure at all, `too few` (n under
 * 30) has one that must stand beside those words, `normal` is all others.
 */
export type ShareFigure = {
  grade: 'nobody' | 'hidden' | 'too few' | 'normal';
  n: number;
  percent: string;
  range: string;
  sample: string;
  estimate: number;
  low: number;
  high: number;
};

/**
 * A share of respondents as the page shows it: the one place that decides whether a figure may be shown.
 *
 * @example toShareFigure({ total_customers: 100, percentage: 60, interval: [50.2, 69.06] }).range // '50.2–69.1 %'
 */
export function toShareFigure(share: Share, formats: Formats = browserFormats): ShareFigure {
  const [low = 0, high = 100] = share.interval;
  const n = share.total_customers;
  return {
    grade: toGrade(share),
    n,
    percent: formats.percent(share.percentage ?? 0),
    range: formats.percentRange(low, high),
    sample: formats.count(n),
    estimate: share.percentage ?? 0,
    low,
    high,
  };
}

function toGrade({ percentage, total_customers: n }: Share): ShareFigure['grade'] {
  if (n === 0 || percentage === null) return 'nobody';
  if (n < HIDDEN_BELOW) return 'hidden';
  return n < TOO_FEW_BELOW ? 'too few' : 'normal';
}
