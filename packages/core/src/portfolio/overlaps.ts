import type { CoveragePattern } from './coverage-pattern.ts';

/**
 * How much two personas are the same people. `a` < `b` are indexes, `both` counts respondents.
 *
 * `jaccard` is both / either; `overlapCoefficient` is both / the smaller of the two (1: one lies within the other);
 * `lift` is both / what chance would give for two personas of these sizes (large personas overlap anyway).
 * The first is null when both are empty, the other two when either is.
 */
export type Overlap = {
  a: number;
  b: number;
  both: number;
  jaccard: number | null;
  overlapCoefficient: number | null;
  lift: number | null;
};

/**
 * Which respondents do two personas share, for every pair in order (0-1, 0-2, ... 1-2, ...)?
 *
 * Cost: the sum over patterns of the square of their length.
 *
 * @param covered respondents each persona covers, by index
 * @param n all respondents, also those of the gap
 */
export function toOverlaps(patterns: readonly CoveragePattern[], covered: readonly number[], n: number): Overlap[] {
  const size = covered.length;
  const shared = new Float64Array(size * size);
  for (const { personas, respondents } of patterns) {
    for (const a of personas) {
      for (const b of personas) shared[a * size + b] = (shared[a * size + b] ?? 0) + respondents;
    }
  }
  const overlaps: Overlap[] = [];
  for (let a = 0; a < size; a += 1) {
    for (let b = a + 1; b < size; b += 1) {
      const both = shared[a * size + b] ?? 0;
      const [sizeA, sizeB] = [covered[a] ?? 0, covered[b] ?? 0];
      const isEitherEmpty = sizeA === 0 || sizeB === 0;
      overlaps.push({
        a,
        b,
        both,
        jaccard: sizeA + sizeB === 0 ? null : both / (sizeA + sizeB - both),
        overlapCoefficient: isEitherEmpty ? null : both / Math.min(sizeA, sizeB),
        // Divided one after the other: the product of two large counts would lose digits.
        lift: isEitherEmpty ? null : (both / sizeA) * (n / sizeB),
      });
    }
  }
  return overlaps;
}
