/**
 * Of many comparisons, which could still be chance? The p of each, corrected for how many were made.
 *
 * Calling those below q a finding keeps the expected share of false ones among them at or below q (for independent or
 * positively dependent tests).
 *
 * @param pValues 0..1, in any order
 * @returns adjusted values in the same order, each at least its p and at most 1
 *
 * Source: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995), 289-300.
 *
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).toSorted((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
  const adjusted = pValues.map(() => 1);
  let smallest = 1;
  order.forEach((index, position) => {
    smallest = Math.min(smallest, ((pValues[index] ?? 0) * pValues.length) / (pValues.length - position));
    adjusted[index] = smallest;
  });
  return adjusted;
}
