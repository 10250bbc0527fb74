import type { Benchmark, BenchmarkOptions, BenchmarkResult } from './benchmark.ts';
import { countBands, surveyFrame } from './kernel-survey.ts';
import { medianMs, toCount } from './measure.ts';

/** Does a response cost more when there are more of them? Time per response, five rules, bands by day. */
export const benchmark: Benchmark = {
  targets: { 'kernel-1m-vs-100k': { atMost: 1.2 }, 'kernel-10m-vs-1m': { atMost: 1.2 } },
  run: compare,
};

async function compare({ isQuick }: BenchmarkOptions): Promise<BenchmarkResult[]> {
  const sizes = isQuick ? [10_000, 100_000] : [100_000, 1_000_000, 10_000_000];
  const times: { size: number; perResponse: number }[] = [];
  for (const size of sizes) times.push({ size, perResponse: await measurePerResponse(size) });
  return times.slice(1).flatMap(({ size, perResponse }, index) => {
    const smaller = times[index];
    if (smaller === undefined) return [];
    return [{
      name: index === 0 ? 'kernel-1m-vs-100k' : 'kernel-10m-vs-1m',
      ratio: perResponse / smaller.perResponse,
      unit: 'time a response',
      against: `${toCount(smaller.size)} responses`,
      detail: `${toCount(1000 / perResponse)}/s over ${toCount(size)} responses, ${toCount(1000 / smaller.perResponse)}/s over ${toCount(smaller.size)}`,
    }];
  });
}

/** In milliseconds. Small frames are counted more often, so that all sizes are measured equally long. */
async function measurePerResponse(size: number): Promise<number> {
  const frame = surveyFrame(size);
  const repeats = Math.max(1, Math.round(1_000_000 / size));
  const countRepeatedly = (): void => {
    for (let time = 0; time < repeats; time += 1) countBands(frame);
  };
  // The engine optimises what runs often.
  await medianMs(5, countRepeatedly);
  return (await medianMs(15, countRepeatedly)) / (repeats * size);
}
