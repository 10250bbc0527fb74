import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { DEFAULT_CONFIDENCE, requireConfidence, type Interval } from './interval.ts';

/**
 * Between which values does the true mean probably lie, given `n` answers with this mean and spread?
 *
 * Student's t interval with n - 1 degrees of freedom. It is not clipped to the scale of the field.
 *
 * @param sd sample standard deviation (divisor n - 1), 0 or more. With sd = 0 both ends are the mean.
 * @returns null when n < 2, because one answer says nothing about spread
 * @throws RangeError when a figure is not finite or sd is negative
 *
 * Source: Student 1908.
 *
 * @example meanInterval(10, 3.7, 1.337494) // { low: 2.743..., high: 4.656... }
 */
export function meanInterval(n: number, mean: number, sd: number, confidence = DEFAULT_CONFIDENCE): Interval | null {
  requireConfidence(confidence);
  if (n < 2) return null;
  if (!(Number.isFinite(n) && Number.isFinite(mean) && Number.isFinite(sd) && sd >= 0)) {
    throw new RangeError(`n, mean and sd must be finite and sd at least 0, not ${n}, ${mean}, ${sd}`);
  }
  const half = (tQuantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n);
  return { low: mean - half, high: mean + half };
}
