import { twoSidedTail } from './normal-tail.ts';
import type { CountedShare } from './share-difference.ts';

/** Below this expected count in any of the four cells the exact test takes the place of chi-square. */
const SMALLEST_EXPECTED = 5;

/**
 * How easily would two groups of one and the same population differ as much as these?
 *
 * Chi-square without continuity correction; Fisher's exact test, two-sided, when an expected count lies below 5.
 *
 * @returns p, 0..1; 1 when a group has nobody, or when nobody or everybody says so
 *
 * @example twoSharesTest({ count: 62, n: 80 }, { count: 540, n: 920 }) // 0.00098...
 */
export function twoSharesTest(first: CountedShare, second: CountedShare): number {
  const n = first.n + second.n;
  const yes = first.count + second.count;
  if (first.n === 0 || second.n === 0 || yes === 0 || yes === n) return 1;
  const smallest = (Math.min(first.n, second.n) * Math.min(yes, n - yes)) / n;
  if (smallest < SMALLEST_EXPECTED) return fisherTest(first, second);
  const pooled = yes / n;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.n + 1 / second.n));
  return twoSidedTail((first.count / first.n - second.count / second.n) / error);
}

/**
 * Fisher's exact test, two-sided: the probability of all tables with these margins that are no likelier than this one.
 *
 * Cost: linear in the smaller margin.
 *
 * @example fisherTest({ count: 8, n: 10 }, { count: 1, n: 6 }) // 0.0349...
 */
export function fisherTest(first: CountedShare, second: CountedShare): number {
  const yes = first.count + second.count;
  const lowest = Math.max(0, yes - second.n);
  const highest = Math.min(yes, first.n);
  // Relative to the table at hand, so that nothing overflows: neighbours differ by a simple factor.
  const weights: number[] = [];
  let [above, below] = [1, 1];
  for (let a = first.count; a < highest; a += 1) {
    above *= ((first.n - a) * (yes - a)) / ((a + 1) * (second.n - yes + a + 1));
    weights.push(above);
  }
  for (let a = first.count; a > lowest; a -= 1) {
    below *= (a * (second.n - yes + a)) / ((first.n - a + 1) * (yes - a + 1));
    weights.push(below);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 1);
  if (!Number.isFinite(total)) return 0;
  const asRare = weights.reduce((sum, weight) => (weight <= 1 + 1e-7 ? sum + weight : sum), 1);
  return Math.min(1, asRare / total);
}
