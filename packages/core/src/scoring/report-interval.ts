import { toPercentage } from '../statistics/exact-ratio.ts';
import type { Interval } from '../statistics/interval.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';

/** An interval as reports print it: `[low, high]`, both included. */
export type ReportInterval = [low: number, high: number];

/**
 * The interval of a rounded figure, with as many decimals. Widened to hold the figure, should rounding have put it
 * a digit outside (equal answers have an interval of no width).
 */
export function toReportInterval({ low, high }: Interval, figure: number, decimals: number): ReportInterval {
  return [Math.min(figure, roundDecimal(low, decimals)), Math.max(figure, roundDecimal(high, decimals))];
}

/** The 95 % Wilson interval of `count` of `n`, in percent with two decimals; null when n is 0. */
export function toPercentageInterval(count: number, n: number): ReportInterval | null {
  const percentage = toPercentage(count, n);
  if (percentage === null) return null;
  const { low, high } = wilsonInterval(count, n);
  return toReportInterval({ low: 100 * low, high: 100 * high }, percentage, 2);
}

/** A double with so many decimals, never -0. For figures that are no exact fraction; those go through `roundRatio`. */
export function roundDecimal(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}
