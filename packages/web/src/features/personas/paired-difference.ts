/** A difference of two shares of the same people, in percentage points, with its 95 % interval. */
export type PairedDifference = { points: number; low: number; high: number; says: 'more' | 'fewer' | 'same' };

const Z = 1.959964;
const HUNDRED = 100;

/**
 * Do more of the same `n` people match one persona than the other?
 *
 * Wald's interval for paired proportions with half a person added to each of the four cells, which keeps its promise for
 * small counts; people who match both or neither say nothing about the difference. `more` and `fewer` only when the
 * interval leaves out 0. Null when nobody was asked.
 *
 * @param onlyFirst people who match the first persona and not the second
 * @param onlySecond the other way round
 *
 * Source: Agresti and Min, Simple improved confidence intervals for comparing matched proportions, Statistics in Medicine
 * 24 (2005), 729-740.
 *
 * @example pairedDifference(30, 10, 100)?.says // 'more'
 */
export function pairedDifference(onlyFirst: number, onlySecond: number, n: number): PairedDifference | null {
  if (n === 0) return null;
  const [b, c, total] = [onlyFirst + 0.5, onlySecond + 0.5, n + 2];
  const centre = (b - c) / total;
  const half = (Z * Math.sqrt(b + c - (b - c) ** 2 / total)) / total;
  const [low, high] = [HUNDRED * (centre - half), HUNDRED * (centre + half)];
  return { points: (HUNDRED * (onlyFirst - onlySecond)) / n, low: Math.max(-HUNDRED, low), high: Math.min(HUNDRED, high), says: low > 0 ? 'more' : high < 0 ? 'fewer' : 'same' };
}

/**
 * Does one mean differ from another more than chance would have it? From two 95 % intervals, as if nobody were in both
 * groups: with people in both the true interval is narrower, so what is marked holds.
 *
 * Null when one of them is not known.
 */
export function meanDifference(first: MeanWithInterval, second: MeanWithInterval): PairedDifference | null {
  if (first.value === null || second.value === null || first.interval === null || second.interval === null) return null;
  const points = first.value - second.value;
  const half = Math.hypot((first.interval[1] - first.interval[0]) / 2, (second.interval[1] - second.interval[0]) / 2);
  return { points, low: points - half, high: points + half, says: points - half > 0 ? 'more' : points + half < 0 ? 'fewer' : 'same' };
}

type MeanWithInterval = { value: number | null; interval: readonly [number, number] | null };
