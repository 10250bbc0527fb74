/**
 * Round values for the gridlines of an axis, at most `most` of them, from at or below `low` to at or above `high`. A bar's
 * axis starts at 0: pass 0 as `low`. Steps are 1, 2 or 5 times a power of ten; `isWhole` keeps counts whole.
 *
 * Two equal ends give one step around them.
 *
 * @example toTicks(0, 1227) // [0, 500, 1000, 1500]
 */
export function toTicks(low: number, high: number, { most = 6, isWhole = false } = {}): number[] {
  // Ends that differ by less than numbers can tell apart are equal.
  const isOne = high - low <= 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
  const span = isOne ? Math.max(1, Math.abs(low)) : high - low;
  const rough = span / Math.max(1, most - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = [1, 2, 5, 10, 20, 50].map((times) => times * power).filter((step) => !isWhole || step >= 1);
  const fits = steps.map((step) => toMultiples(low, Math.max(high, low + span), step)).find((ticks) => ticks.length <= most);
  return fits ?? toMultiples(low, high, span);
}

function toMultiples(low: number, high: number, step: number): number[] {
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  // Multiples of the step, not sums of it: 0.1 + 0.2 would not be a round value.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
