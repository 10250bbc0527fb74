import type { CoveragePattern } from './coverage-pattern.ts';

/** One step of the greedy order: the persona, how many respondents it adds, and how many are covered after it. */
export type GreedyStep = { persona: number; adds: number; covered: number };

/**
 * In which order should personas be taken up so that each adds the most people who were not covered yet?
 *
 * Lists every persona, also those that add nobody. Ties: the higher mean score, then the lower index. Taking the
 * first k covers at least 1 - 1/e (63 %) of what the best k could (Nemhauser, Wolsey and Fisher 1978).
 *
 * @param meanScores mean score of each persona, by index; missing or null ranks lowest
 *
 * @example greedyOrder(patterns, 3)[0] // { persona: 0, adds: 6, covered: 6 }
 */
export function greedyOrder(
  patterns: readonly CoveragePattern[],
  personaCount: number,
  meanScores: readonly (number | null)[] = [],
): GreedyStep[] {
  const steps: GreedyStep[] = [];
  const left = new Set(Array.from({ length: personaCount }, (_, index) => index));
  let uncovered = patterns.filter(({ personas }) => personas.length > 0);
  let covered = 0;
  while (left.size > 0) {
    const adds = Array.from({ length: personaCount }, () => 0);
    for (const { personas, respondents } of uncovered) {
      for (const index of personas) adds[index] = (adds[index] ?? 0) + respondents;
    }
    const scoreOf = (index: number): number => meanScores[index] ?? -1;
    const best = [...left].reduce((winner, index) => {
      const gain = (adds[index] ?? 0) - (adds[winner] ?? 0);
      return gain > 0 || (gain === 0 && scoreOf(index) > scoreOf(winner)) ? index : winner;
    });
    const gained = adds[best] ?? 0;
    covered += gained;
    steps.push({ persona: best, adds: gained, covered });
    left.delete(best);
    uncovered = uncovered.filter(({ personas }) => !personas.includes(best));
  }
  return steps;
}
