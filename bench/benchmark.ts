/**
 * One measured comparison: `ratio` times as fast as `against`, both in this run on this machine.
 *
 * `unit` is what was counted per second; `detail` has the plain numbers behind the ratio.
 */
export type BenchmarkResult = { name: string; ratio: number; unit: string; against: string; detail: string };

/** `isQuick`: all of it should end within a minute, with smaller data and less certain ratios. */
export type BenchmarkOptions = { isQuick: boolean };

/** A benchmark of its own file; `run` cleans up after itself. */
export type Benchmark = { name: string; run(options: BenchmarkOptions): Promise<BenchmarkResult[]> };
