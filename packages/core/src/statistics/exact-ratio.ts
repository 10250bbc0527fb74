/** A fraction of whole numbers, kept exact until it is printed. `denominator` > 0. */
export type ExactRatio = { numerator: bigint; denominator: bigint };

/**
 * What is this fraction, rounded half up to so many decimals?
 *
 * Decided on whole numbers, so that 71.875 becomes 71.88 whatever a double would make of it. Negative halves
 * go away from zero (-0.125 becomes -0.13), so that turning a scale round only turns the sign.
 *
 * @param decimals 0 or more
 * @returns the nearest double to the rounded decimal; never -0
 * @throws RangeError when the denominator is not above 0
 *
 * @example roundRatio({ numerator: 71875n, denominator: 1000n }, 2) // 71.88
 */
export function roundRatio({ numerator, denominator }: ExactRatio, decimals: number): number {
  if (denominator <= 0n) throw new RangeError('a fraction needs a denominator above 0');
  const scaled = roundQuotient(numerator * 10n ** BigInt(decimals), denominator);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const magnitude = Number(`${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}`);
  return scaled < 0n ? -magnitude : magnitude;
}

/** Whole-number division, rounded half away from zero. `denominator` > 0. */
export function roundQuotient(numerator: bigint, denominator: bigint): bigint {
  const magnitude = ((numerator < 0n ? -numerator : numerator) * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -magnitude : magnitude;
}

/**
 * `count` of `n` as a percentage with two decimals, half up, from whole numbers; null when n is 0.
 *
 * @example toPercentage(1837, 3062) // 59.99
 */
export function toPercentage(count: number, n: number): number | null {
  if (n === 0) return null;
  return roundRatio({ numerator: BigInt(count) * 100n, denominator: BigInt(n) }, 2);
}

/**
 * The exact mean of a histogram's answers, each taken as the decimal that it prints as (0.1 is one tenth).
 *
 * Adding 0.1 a thousand times as doubles drifts; this does not, and the order of the answers does not matter.
 *
 * @returns null when the histogram is empty
 */
export function exactMean(histogram: ReadonlyMap<number, number>): ExactRatio | null {
  let n = 0n;
  let sum = 0n;
  let decimals = 0;
  for (const [value, count] of histogram) {
    const term = toDecimal(value);
    if (term.decimals > decimals) {
      sum *= 10n ** BigInt(term.decimals - decimals);
      decimals = term.decimals;
    }
    sum += term.digits * 10n ** BigInt(decimals - term.decimals) * BigInt(count);
    n += BigInt(count);
  }
  return n === 0n ? null : { numerator: sum, denominator: n * 10n ** BigInt(decimals) };
}

/** A double as digits / 10^decimals, read off its shortest text ("1.5e-7" has 8 decimals). */
function toDecimal(value: number): { digits: bigint; decimals: number } {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const decimals = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return decimals >= 0 ? { digits, decimals } : { digits: digits * 10n ** BigInt(-decimals), decimals: 0 };
}
