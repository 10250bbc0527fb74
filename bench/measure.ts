/** How long does the work take, in milliseconds of the clock? */
export async function measureMs(work: () => unknown): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
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
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

/** A count as people read it: 12,345. */
export function toCount(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
