import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRespondents, patternsOfSets, toPatterns } from './arbitrary-patterns.testing.ts';
import { bestSubsets } from './best-subsets.ts';
import { greedyOrder } from './greedy-order.ts';

// Where greed goes wrong: A covers six, but B and C together cover all ten.
const trap = patternsOfSets([[1, 2, 3, 4, 5, 6], [1, 2, 3, 7, 8], [4, 5, 6, 9, 10]], 10);

/** Every subset tried, one after the other. */
const mostCovered = (respondents: readonly number[][], personaCount: number, size: number): number => {
  const subsets = Array.from({ length: 2 ** personaCount }, (_, mask) =>
    Array.from({ length: personaCount }, (__, index) => index).filter((index) => (mask >> index) % 2 === 1),
  );
  const coveredBy = (subset: number[]): number =>
    respondents.filter((personas) => personas.some((index) => subset.includes(index))).length;
  return Math.max(...subsets.filter((subset) => subset.length === size).map(coveredBy));
};

describe('bestSubsets', () => {
  it('finds 10 where greed finds 8', () => {
    expect(bestSubsets(trap, 3)).toEqual([
      { personas: [0], covered: 6 },
      { personas: [1, 2], covered: 10 },
      { personas: [0, 1, 2], covered: 10 },
    ]);
    expect(greedyOrder(trap, 3)).toEqual([
      { persona: 0, adds: 6, covered: 6 },
      { persona: 1, adds: 2, covered: 8 },
      { persona: 2, adds: 2, covered: 10 },
    ]);
  });

  it('equals trying every subset, and greed reaches 63 % of it', () => {
    fc.assert(
      fc.property(arbitraryRespondents(6), ({ personaCount, respondents }) => {
        const patterns = toPatterns(respondents);
        const best = bestSubsets(patterns, personaCount) ?? [];
        const greedy = greedyOrder(patterns, personaCount);
        expect(best.length).toBe(personaCount);
        best.forEach(({ personas, covered }, position) => {
          expect(personas.length).toBe(position + 1);
          expect(covered).toBe(mostCovered(respondents, personaCount, position + 1));
          expect(respondents.filter((one) => one.some((index) => personas.includes(index))).length).toBe(covered);
          expect(greedy[position]?.covered).toBeGreaterThanOrEqual((1 - 1 / Math.E) * covered);
          expect(greedy[position]?.covered).toBeLessThanOrEqual(covered);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('takes the first of equal sets', () => {
    const twins = [{ personas: [0, 1, 2], respondents: 5 }];
    expect(bestSubsets(twins, 3)?.map(({ personas }) => personas)).toEqual([[0], [0, 1], [0, 1, 2]]);
  });

  it('is exact for 20 personas, refuses 21, and has nothing to choose from none', () => {
    const apart = Array.from({ length: 20 }, (_, index) => ({ personas: [index], respondents: 20 - index }));
    expect(bestSubsets(apart, 20)?.[4]).toEqual({ personas: [0, 1, 2, 3, 4], covered: 90 });
    expect(bestSubsets(apart, 21)).toBeNull();
    expect(bestSubsets([], 0)).toEqual([]);
  });
});

describe('greedyOrder', () => {
  it('breaks ties by mean score, then by index', () => {
    const even = [0, 1, 2].map((index) => ({ personas: [index], respondents: 5 }));
    const orderOf = (meanScores: (number | null)[]): number[] =>
      greedyOrder(even, 3, meanScores).map(({ persona }) => persona);
    expect(orderOf([])).toEqual([0, 1, 2]);
    expect(orderOf([40, 60, 50])).toEqual([1, 2, 0]);
    expect(orderOf([null, 0, 0])).toEqual([1, 2, 0]);
  });
});
