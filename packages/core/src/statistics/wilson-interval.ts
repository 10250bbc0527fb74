import { criticalZ, DEFAULT_CONFIDENCE, type Interval } from './interval.ts';

/**
 * Between which shares does the true share probably lie, when `successes` of `n` were counted?
 *
 * The Wilson score interval without continuity correction. It stays inside 0..1, contains the estimate,
 * and holds at 0 of n and n of n, where the textbook interval has no width.
 *
 * @param successes 0..n; may be fractional when answers are weighted
 * @param n how many were asked; may be fractional (an effective sample size)
 * @param confidence between 0 and 1, both excluded
 * @returns shares in 0..1. `n` = 0 tells nothing, so the interval is 0..1.
 * @throws RangeError when the counts are negative, not finite, or `successes` exceeds `n`
 *
 * Source: Wilson 1927; recommended by Newcombe, Statistics in Medicine 17 (1998), 857-872.
 *
 * @example wilsonInterval(81, 263) // { low: 0.255289..., high: 0.366210... }
 */
export function wilsonInterval(successes: number, n: number, confidence = DEFAULT_CONFIDENCE): Interval {
  const z = criticalZ(confidence);
  if (!(Number.isFinite(n) && n >= 0 && successes >= 0 && successes <= n)) {
    throw new RangeError(`successes must lie within 0..n, not ${successes} of ${n}`);
  }
  if (n === 0) return { low: 0, high: 1 };

  const share = successes / n;
  const zz = z * z;
  const centre = (share + zz / (2 * n)) / (1 + zz / n);
  const half = (z / (1 + zz / n)) * Math.sqrt((share * (1 - share)) / n + zz / (4 * n * n));
  // Rounding in the last digit may push an end past the estimate or past 0..1.
  return {
    low: successes === 0 ? 0 : Math.max(0, Math.min(centre - half, share)),
    high: successes === n ? 1 : Math.min(1, Math.max(centre + half, share)),
  };
}
