import { DEFAULT_CONFIDENCE, type Interval } from './interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** `count` of `n` respondents, both whole and 0 <= count <= n. */
export type CountedShare = { count: number; n: number };

/**
 * By how much is the share of one group larger than that of another, apart from it?
 *
 * The interval is Newcombe's hybrid of the two Wilson intervals: it stays within -1..1 and holds for shares of 0 and 1.
 * An interval that contains 0 does not tell the groups apart.
 *
 * @returns differences of ratios, first - second; null when one of the groups has nobody
 * @throws RangeError when a count is negative or above its n
 *
 * Source: Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10.
 *
 * @example shareDifference({ count: 56, n: 70 }, { count: 48, n: 80 }) // { difference: 0.2, interval: { low: 0.0524..., high: 0.3338... } }
 */
export function shareDifference(
  first: CountedShare,
  second: CountedShare,
  confidence = DEFAULT_CONFIDENCE,
): { difference: number; interval: Interval } | null {
  const [one, two] = [wilsonInterval(first.count, first.n, confidence), wilsonInterval(second.count, second.n, confidence)];
  if (first.n === 0 || second.n === 0) return null;
  const [p, q] = [first.count / first.n, second.count / second.n];
  return {
    difference: p - q,
    interval: { low: p - q - Math.hypot(p - one.low, two.high - q), high: p - q + Math.hypot(one.high - p, q - two.low) },
  };
}
