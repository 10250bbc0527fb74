/**
 * Four counts of two yes-no questions: both, only the first, only the second, neither. At least 0 each; a weighted count
 * may be fractional.
 */
export type TwoByTwo = { both: number; onlyFirst: number; onlySecond: number; neither: number };

/**
 * Do two yes-no answers go together? -1 (never) over 0 (unrelated) to 1 (always).
 *
 * @returns phi, Pearson's correlation of the two; null when one of them never varies
 *
 * @example phiOf({ both: 63, onlyFirst: 3, onlySecond: 16, neither: 36 }) // 0.682706...
 */
export function phiOf({ both, onlyFirst, onlySecond, neither }: TwoByTwo): number | null {
  const margins = [both + onlyFirst, onlySecond + neither, both + onlySecond, onlyFirst + neither];
  if (margins.some((margin) => margin === 0)) return null;
  // Roots one by one: the product of four large counts would lose digits.
  return margins.reduce((phi, margin) => phi / Math.sqrt(margin), 1) * (both * neither - onlyFirst * onlySecond);
}

/**
 * How much does one yes-no answer tell about the other, in bits?
 *
 * Mutual information of the table, at least 0 and at most 1 bit; 0 for an empty table. It is too high by about
 * 1 / (2 n ln 2) bits by chance alone (Miller 1955): see `correctedInformationBits`.
 *
 * @example informationBits({ both: 344, onlyFirst: 126, onlySecond: 367, neither: 1364 }) // 0.1423912
 */
export function informationBits({ both, onlyFirst, onlySecond, neither }: TwoByTwo): number {
  const n = both + onlyFirst + onlySecond + neither;
  const cells: [number, number, number][] = [
    [both, both + onlyFirst, both + onlySecond],
    [onlyFirst, both + onlyFirst, onlyFirst + neither],
    [onlySecond, onlySecond + neither, both + onlySecond],
    [neither, onlySecond + neither, onlyFirst + neither],
  ];
  const bits = cells.reduce((sum, [count, row, column]) => (count === 0 ? sum : sum + (count / n) * Math.log2((count / row) * (n / column))), 0);
  return Math.max(0, bits);
}

/** `informationBits` less what chance alone would show, never below 0. */
export function correctedInformationBits(table: TwoByTwo): number {
  const n = table.both + table.onlyFirst + table.onlySecond + table.neither;
  return n === 0 ? 0 : Math.max(0, informationBits(table) - 1 / (2 * n * Math.LN2));
}
