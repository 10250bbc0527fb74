import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** A confidence interval, both ends included, in the unit of the figure it belongs to. `low <= high`. */
export type Interval = { low: number; high: number };

/** The confidence of every interval that Likeness shows unless it says otherwise. */
export const DEFAULT_CONFIDENCE = 0.95;

/**
 * How many standard errors must a two-sided normal interval reach to each side?
 *
 * @param confidence between 0 and 1, both excluded
 * @returns z, for example 1.959963984540054 for 0.95
 * @throws RangeError for any other confidence
 */
export function criticalZ(confidence: number): number {
  requireConfidence(confidence);
  return normalQuantile((1 + confidence) / 2, 0, 1);
}

/** Throws RangeError unless `confidence` lies strictly between 0 and 1 (NaN does not). */
export function requireConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence must lie between 0 and 1, not ${confidence}`);
  }
}
