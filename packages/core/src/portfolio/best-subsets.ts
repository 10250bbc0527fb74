import { type CoveragePattern, requirePatterns } from './coverage-pattern.ts';

/** The personas (ascending indexes) that together cover the most respondents among all sets of this size. */
export type BestSubset = { personas: number[]; covered: number };

/** With more personas than this the exact search is refused; `greedyOrder` still answers. */
export const BEST_SUBSETS_LIMIT = 20;

/**
 * Which k personas cover the most respondents, for every k?
 *
 * Exact: the number of respondents that a set leaves uncovered is summed over all subsets of its complement at once
 * (the sum-over-subsets recurrence). Of equal sets the first in lexicographic order of indexes is taken.
 *
 * @returns at position k - 1 the best set of k personas, for k = 1 to personaCount; empty for no personas; null for
 * more than 20 personas. Cost: personaCount x 2^personaCount, 8 MB and some tens of milliseconds at 20.
 * @throws RangeError for malformed patterns
 *
 * @example bestSubsets(patterns, 3)?.[1] // { personas: [1, 2], covered: 10 }
 */
export function bestSubsets(patterns: readonly CoveragePattern[], personaCount: number): BestSubset[] | null {
  requirePatterns(patterns, personaCount);
  if (personaCount > BEST_SUBSETS_LIMIT) return null;

  // Persona 0 is the highest bit, so that among sets of one size the lexicographically first is the largest number.
  const bitOf = (index: number): number => 1 << (personaCount - 1 - index);
  const size = 1 << personaCount;
  const within = new Float64Array(size);
  let total = 0;
  for (const { personas, respondents } of patterns) {
    const mask = personas.reduce((bits, index) => bits | bitOf(index), 0);
    within[mask] = (within[mask] ?? 0) + respondents;
    total += respondents;
  }
  sumOverSubsets(within, personaCount);

  const best = Array.from({ length: personaCount }, () => ({ mask: 0, covered: -1 }));
  for (let mask = size - 1; mask > 0; mask -= 1) {
    const covered = total - (within[size - 1 - mask] ?? 0);
    const found = best[countBits(mask) - 1];
    if (found !== undefined && covered > found.covered) Object.assign(found, { mask, covered });
  }
  const indexes = Array.from({ length: personaCount }, (_, index) => index);
  return best.map(({ mask, covered }) => ({
    personas: indexes.filter((index) => (mask & bitOf(index)) !== 0),
    covered,
  }));
}

/** In place: cell[mask] becomes the sum of the cells of all subsets of mask, itself included. */
function sumOverSubsets(cells: Float64Array, bits: number): void {
  for (let bit = 1; bit < 1 << bits; bit <<= 1) {
    for (let mask = 0; mask < cells.length; mask += 1) {
      if ((mask & bit) !== 0) cells[mask] = (cells[mask] ?? 0) + (cells[mask ^ bit] ?? 0);
    }
  }
}

function countBits(mask: number): number {
  let rest = mask;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}
