import { type CoveragePattern, requirePatterns } from './coverage-pattern.ts';
import { greedyOrder, type GreedyStep } from './greedy-order.ts';
import { type Overlap, toOverlaps } from './overlaps.ts';

/** Two personas whose overlap coefficient reaches this are candidates for "too similar". */
export const TOO_SIMILAR_FROM = 0.8;
/** A persona that covers a smaller percentage of respondents alone than this adds almost nobody. */
export const ALMOST_NOBODY_BELOW_PERCENT = 1;

/** One persona within its portfolio; all but `index` count respondents. */
export type PortfolioPersona = {
  index: number;
  /** Respondents who match it. */
  covered: number;
  /** Respondents who match it and no other persona: what dropping it would lose. */
  unique: number;
  /** covered / n, 0..1; null without respondents. */
  shareRatio: number | null;
  /** Is `unique` below 1 % of n? False without respondents: then nothing is known. */
  addsAlmostNobody: boolean;
};

/** A pair that is nearly the same people, and which of the two could be dropped at the smaller loss. */
export type SimilarPair = { a: number; b: number; redundant: number };

/** Personas seen together. `n` = `covered` + `gap` counts all respondents; `coverageRatio` is null when n is 0. */
export type Portfolio = {
  n: number;
  covered: number;
  gap: number;
  coverageRatio: number | null;
  personas: PortfolioPersona[];
  overlaps: Overlap[];
  greedy: GreedyStep[];
  tooSimilar: SimilarPair[];
};

/**
 * Whom do all personas cover together, where are two the same people, and which one could go?
 *
 * A pair is too similar when its overlap coefficient is at least 0.8 and one of the two covers fewer than 1 % of
 * respondents alone. These cut-offs are conventions and hold for any n: say beside them when n is too few to tell.
 * For the exact best set of k personas see `bestSubsets`.
 *
 * @param patterns who is covered by exactly which personas; the empty pattern is the gap
 * @param personaCount number of personas, of which some may cover nobody
 * @param meanScores mean score of each persona, by index, for ties of the greedy order
 * @throws RangeError for malformed patterns
 *
 * @example toPortfolio([{ personas: [0], respondents: 3 }, { personas: [], respondents: 1 }], 1).coverageRatio // 0.75
 */
export function toPortfolio(
  patterns: readonly CoveragePattern[],
  personaCount: number,
  meanScores: readonly (number | null)[] = [],
): Portfolio {
  requirePatterns(patterns, personaCount);
  const covered = Array.from({ length: personaCount }, () => 0);
  const unique = Array.from({ length: personaCount }, () => 0);
  let n = 0;
  let gap = 0;
  for (const { personas, respondents } of patterns) {
    n += respondents;
    if (personas.length === 0) gap += respondents;
    const [only, ...others] = personas;
    if (only !== undefined && others.length === 0) unique[only] = (unique[only] ?? 0) + respondents;
    for (const index of personas) covered[index] = (covered[index] ?? 0) + respondents;
  }
  const personas = covered.map((count, index) => {
    const alone = unique[index] ?? 0;
    return {
      index,
      covered: count,
      unique: alone,
      shareRatio: n === 0 ? null : count / n,
      addsAlmostNobody: alone * 100 < ALMOST_NOBODY_BELOW_PERCENT * n,
    };
  });
  const overlaps = toOverlaps(patterns, covered, n);
  return {
    n,
    covered: n - gap,
    gap,
    coverageRatio: n === 0 ? null : (n - gap) / n,
    personas,
    overlaps,
    greedy: greedyOrder(patterns, personaCount, meanScores),
    tooSimilar: toSimilarPairs(overlaps, personas),
  };
}

function toSimilarPairs(overlaps: readonly Overlap[], personas: readonly PortfolioPersona[]): SimilarPair[] {
  return overlaps.flatMap(({ a, b, overlapCoefficient }) => {
    const [first, second] = [personas[a], personas[b]];
    if (first === undefined || second === undefined) return [];
    if (overlapCoefficient === null || overlapCoefficient < TOO_SIMILAR_FROM) return [];
    // The one that loses fewer people; of equals the smaller; of those the later.
    const byLoss = first.unique - second.unique || first.covered - second.covered;
    const redundant = byLoss < 0 ? first : second;
    return redundant.addsAlmostNobody ? [{ a, b, redundant: redundant.index }] : [];
  });
}
