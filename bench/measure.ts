/** How long does the work take, in milliseconds of the clock? */
export async function measureMs(work: () => unknown): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

/**
 * How long was this thread at work, in milliseconds of a processor? For work of one thread that waits for nothing: other
 * programs of the machine do not count, which the clock cannot tell apart when the work is long.
 */
export function measureThreadMs(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/**
 * The median of so many measurements, in milliseconds. `prepare` goes before each and is not measured.
 * The machine may be shared: a median forgives one disturbed round in three.
 */
export async function medianMs(rounds: number, work: () => unknown, prepare: () => unknown = () => undefined): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await prepare();
    times.push(await measureMs(work));
  }
  return percentile(times, 0.5);
}

/**
 * The smallest value that at least this share of the values does not exceed (nearest rank). No values: NaN.
 *
 * @example percentile([4, 1, 3, 2], 0.5) // 2
 */
export function percentile(values: Iterable<number>, shareRatio: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(shareRatio * sorted.length) - 1)] ?? Number.NaN;
}

/** A count as people read it: 12,345. */
export function toCount(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
