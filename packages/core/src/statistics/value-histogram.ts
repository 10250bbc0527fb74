/**
 * How often each numeric answer was given: answer -> count, counts above 0.
 *
 * Histograms of separate days add up to the histogram of both, and the answers of one erased respondent can be
 * taken out again. Means and deviations cannot be taken apart like that, so they are derived, never stored.
 */
export type ValueHistogram = Map<number, number>;

/**
 * Counts one more answer, in place.
 *
 * @throws RangeError when the value is not finite or the count is not a whole number of at least 1
 */
export function addValue(histogram: ValueHistogram, value: number, count = 1): void {
  if (!Number.isFinite(value)) throw new RangeError(`a histogram counts finite numbers, not ${value}`);
  if (!(Number.isSafeInteger(count) && count >= 1)) throw new RangeError(`a count is a whole number, not ${count}`);
  histogram.set(value, (histogram.get(value) ?? 0) + count);
}

/** All answers of both histograms, as a new one. Neither input changes. */
export function mergeHistograms(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): ValueHistogram {
  const merged: ValueHistogram = new Map(a);
  for (const [value, count] of b) addValue(merged, value, count);
  return merged;
}

/**
 * What is left of `whole` without the answers of `part`? A new histogram; values with none left are absent.
 * Undoes a merge: subtract(merge(a, b), b) equals a.
 *
 * @throws RangeError when `part` holds an answer that `whole` does not, because then it is no part of it
 */
export function subtractHistogram(
  whole: ReadonlyMap<number, number>,
  part: ReadonlyMap<number, number>,
): ValueHistogram {
  const rest: ValueHistogram = new Map(whole);
  for (const [value, count] of part) {
    const left = (rest.get(value) ?? 0) - count;
    if (left < 0) throw new RangeError(`cannot take ${count} answers of ${value} from ${rest.get(value) ?? 0}`);
    if (left === 0) rest.delete(value);
    else rest.set(value, left);
  }
  return rest;
}

/** How many answers were counted? 0 when empty. */
export function histogramSize(histogram: ReadonlyMap<number, number>): number {
  let n = 0;
  for (const count of histogram.values()) n += count;
  return n;
}

/** Mean of the answers; null when there are none. Exact for whole numbers as far as a double can hold it. */
export function histogramMean(histogram: ReadonlyMap<number, number>): number | null {
  const n = histogramSize(histogram);
  if (n === 0) return null;
  let sum = 0;
  for (const [value, count] of histogram) sum += value * count;
  return sum / n;
}

/** Sample standard deviation (divisor n - 1); null below two answers. */
export function histogramSd(histogram: ReadonlyMap<number, number>): number | null {
  const n = histogramSize(histogram);
  const mean = histogramMean(histogram);
  if (mean === null || n < 2) return null;
  let squares = 0;
  for (const [value, count] of histogram) squares += count * (value - mean) ** 2;
  return Math.sqrt(squares / (n - 1));
}
