import fc from 'fast-check';
import type { CoveragePattern } from './coverage-pattern.ts';

/** Portfolios of up to `most` personas: each respondent as the ascending indexes of the personas that cover them. */
export const arbitraryRespondents = (most: number): fc.Arbitrary<{ personaCount: number; respondents: number[][] }> =>
  fc.integer({ min: 1, max: most }).chain((personaCount) =>
    fc.record({
      personaCount: fc.constant(personaCount),
      respondents: fc.array(fc.subarray(Array.from({ length: personaCount }, (_, index) => index)), { maxLength: 60 }),
    }),
  );

/** One pattern for every respondent: the plainest input there is. */
export const toPatterns = (respondents: readonly number[][]): CoveragePattern[] =>
  respondents.map((personas) => ({ personas, respondents: 1 }));

/** Patterns of sets: element 1 belongs to persona 0 when sets[0] holds 1, and so on. `n` elements in all. */
export const patternsOfSets = (sets: readonly number[][], n: number): CoveragePattern[] =>
  toPatterns(
    Array.from({ length: n }, (_, element) => sets.flatMap((set, index) => (set.includes(element + 1) ? [index] : []))),
  );
