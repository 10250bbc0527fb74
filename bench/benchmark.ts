/**
 * One measured comparison, both sides in this run on this machine.
 *
 * `ratio`: how many times as fast as `against` (or as slow, as large: `unit` says what was compared).
 * `detail` has the plain numbers behind the ratio.
 */
export type BenchmarkResult = { name: string; ratio: number; unit: string; against: string; detail: string };

/** What a ratio of the full run has to reach: at least, or at most, this. */
export type Target = { atLeast: number } | { atMost: number };

/** `isQuick`: all of it should end within a minute, with smaller data and less certain ratios. */
export type BenchmarkOptions = { isQuick: boolean };

/**
 * What a file `<name>.bench.ts` exports as `benchmark`; it is found by its file name, no list has to be edited.
 *
 * `run` has a process of its own, cleans up after itself, and throws when the two sides do not give the same answers.
 * `targets` has the name of every result, and null where nothing was promised about it.
 *
 * @example export const benchmark: Benchmark = { targets: { 'kernel-vs-memory-read': { atLeast: 0.3 } }, run: compare };
 */
export type Benchmark = { targets: Record<string, Target | null>; run(options: BenchmarkOptions): Promise<BenchmarkResult[]> };

/** Does the ratio reach its target? */
export function isMet(target: Target, ratio: number): boolean {
  return 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost;
}

/** @example toTargetText({ atLeast: 0.6 }) // 'at least 0.6' */
export function toTargetText(target: Target): string {
  return 'atLeast' in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
}
