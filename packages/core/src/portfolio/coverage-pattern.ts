/**
 * How many respondents are covered by exactly these personas and no others?
 *
 * `personas` are indexes into the portfolio, ascending and without repeats; empty means covered by nobody (the gap).
 * The patterns of a portfolio partition the respondents, so that all its figures come from a short list.
 */
export type CoveragePattern = { personas: readonly number[]; respondents: number };

/**
 * Throws a RangeError when a pattern is malformed: an index outside 0..personaCount - 1, indexes out of order or
 * repeated, or a count that is not a whole number of at least 0.
 */
export function requirePatterns(patterns: readonly CoveragePattern[], personaCount: number): void {
  for (const { personas, respondents } of patterns) {
    if (!(Number.isSafeInteger(respondents) && respondents >= 0)) {
      throw new RangeError(`a pattern counts whole respondents, not ${respondents}`);
    }
    let previous = -1;
    for (const index of personas) {
      if (!(Number.isInteger(index) && index > previous && index < personaCount)) {
        throw new RangeError(`a pattern lists ascending indexes below ${personaCount}, not [${personas.join(', ')}]`);
      }
      previous = index;
    }
  }
}
