import { type Frame, compileKernel } from '@likeness/core';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from './benchmark.ts';
import { countBands, countBandsOfAll, surveyFrame, surveyRuleSet } from './kernel-survey.ts';
import { measureThreadMs, percentile, toCount } from './measure.ts';

const PERSONAS = 50;
const WARM_UP = 30;
const BLOCK_ROWS = 16_384;

/**
 * How near does the kernel come to the speed at which memory can be read: the same five columns and days summed in the
 * same language, in one pass? And does a persona cost less or more when fifty are counted at once?
 */
export const benchmark: Benchmark = {
  targets: { 'kernel-vs-memory-read': { atLeast: 0.3 }, 'kernel-50-personas': { atLeast: 0.8 }, 'frame-bytes-per-response': { atMost: 16 } },
  run: compare,
};

async function compare({ isQuick }: BenchmarkOptions): Promise<BenchmarkResult[]> {
  const [count, rounds] = isQuick ? [100_000, 3] : [1_000_000, 9];
  const frame = surveyFrame(count);
  const byteCount = frame.byteCount;
  const kernels = Array.from({ length: PERSONAS }, (_, index) => compileKernel(surveyRuleSet(index), frame));
  const times = { read: [] as number[], kernel: [] as number[], together: [] as number[] };
  for (let time = 0; time < WARM_UP; time += 1) {
    sumCodes(frame);
    countBands(frame);
  }
  // In turns, so that whatever else the machine does hits all three alike.
  for (let round = 0; round < rounds; round += 1) {
    for (let time = 0; time < 5; time += 1) {
      times.read.push(measureThreadMs(() => sumCodes(frame)));
      times.kernel.push(measureThreadMs(() => countBands(frame)));
    }
    times.together.push(measureThreadMs(() => countBandsOfAll(kernels, frame)) / PERSONAS);
  }
  const [read, kernel, together] = [times.read, times.kernel, times.together].map((each) => percentile(each, 0.5)) as [number, number, number];
  const rate = (ms: number): string => toCount((1000 * count) / ms);
  return [
    {
      name: 'kernel-vs-memory-read',
      ratio: read / kernel,
      unit: 'responses a second, one thread: five rules, bands by day',
      against: 'summing the same codes and days in one pass',
      detail: `${rate(kernel)}/s, read ${rate(read)}/s, ${toCount(count)} responses`,
    },
    {
      name: 'kernel-50-personas',
      ratio: kernel / together,
      unit: 'responses a second and persona',
      against: 'one persona alone',
      detail: `${rate(together)}/s for each of ${PERSONAS}, ${rate(kernel)}/s for one`,
    },
    {
      name: 'frame-bytes-per-response',
      ratio: byteCount / count,
      unit: 'bytes a response: eight attributes, id, day, respondent and order of repeats',
      against: 'one byte',
      detail: `${toCount(byteCount)} bytes for ${toCount(count)} responses`,
    },
  ];
}

/** What the kernel reads and nothing else. The sum is returned, so that no reading can be left out. */
function sumCodes(frame: Frame): number {
  const [a, b, c, d, e] = ['age', 'location', 'plan', 'goals', 'frustrations'].map((name) => frame.getColumn(name).codes);
  if (!a || !b || !c || !d || !e) throw new Error('The frame lacks a column');
  let sum = 0;
  for (let from = 0; from < frame.rowCount; from += BLOCK_ROWS) {
    const to = Math.min(frame.rowCount, from + BLOCK_ROWS);
    sum = (sum + sumBlock(a.view(from, to), b.view(from, to), c.view(from, to), d.view(from, to), e.view(from, to), frame.dayCodes.view(from, to))) | 0;
  }
  return sum;
}

type Codes = ReturnType<Frame['dayCodes']['view']>;

function sumBlock(a: Codes, b: Codes, c: Codes, d: Codes, e: Codes, f: Codes): number {
  let sum = 0;
  for (let row = 0; row < a.length; row += 1) {
    sum = (sum + (a[row] as number) + (b[row] as number) + (c[row] as number) + (d[row] as number) + (e[row] as number) + (f[row] as number)) | 0;
  }
  return sum;
}
