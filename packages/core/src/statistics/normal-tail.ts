/**
 * How likely is a standard normal value at least this far from 0, on either side?
 *
 * @param z any number; its sign does not matter
 * @returns 0..1, with a relative error below 1e-12; 0 beyond about 38
 *
 * The series of the error function near 0, and its continued fraction (Lentz) further out: Abramowitz and Stegun
 * 7.1.6 and 7.1.14.
 *
 * @example twoSidedTail(1.959963984540054) // 0.05
 */
export function twoSidedTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  return x < 2 ? 1 - erfBySeries(x) : erfcByFraction(x);
}

function erfBySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > sum * 1e-17; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function erfcByFraction(x: number): number {
  let fraction = x;
  for (let k = 60; k > 0; k -= 1) fraction = x + k / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}
