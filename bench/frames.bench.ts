import type { Database } from '@likeness/server/bench';
import { withBenchDatabase } from './bench-database.ts';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from './benchmark.ts';
import { compareFrameLoads } from './frame-load.ts';
import { measureLiveFigures } from './live-figures.ts';
import { type LoadedSurvey, loadSurvey } from './load-survey.ts';

/**
 * Responses in memory, at three sizes of one database: how long a frame takes to load, what a server answers from it while
 * somebody types, and how much memory that server has.
 */
export const benchmark: Benchmark = {
  targets: {
    'frame-load-vs-copy-to': { atMost: 3 },
    'frame-load-1m-vs-100k': { atMost: 1.2 },
    'frame-load-10m-vs-1m': { atMost: 1.2 },
    'frame-10m-bytes-per-response': { atMost: 16 },
    'frame-refresh-vs-select1': null,
    'preview-p95-vs-kernel': { atMost: 3 },
    'preview-p95-vs-kernel-changed': { atMost: 3 },
    'preview-p95-vs-kernel-diagnostics': { atMost: 3 },
    'differences-p95-vs-kernel': { atMost: 3 },
    'portfolio-p95': { atMost: 1 },
    'server-memory-mb': { atMost: 600 },
    'preview-10m-p95-vs-kernel': { atMost: 3 },
    'preview-10m-p95-vs-kernel-changed': { atMost: 3 },
    'preview-10m-p95-vs-kernel-diagnostics': { atMost: 3 },
    'differences-10m-p95-vs-kernel': null,
    'portfolio-10m-p95': null,
    'server-memory-10m-mb': null,
  },
  run: (options) => withBenchDatabase((db) => compare(db, options)),
};

const PERSONAS = 12;
const FULL = { few: 100_000, some: 1_000_000, many: 10_000_000, requests: 40 };
const QUICK = { few: 2000, some: 20_000, many: 60_000, requests: 5 };

async function compare(db: Database, { isQuick }: BenchmarkOptions): Promise<BenchmarkResult[]> {
  const { few, some, many, requests } = isQuick ? QUICK : FULL;
  const load = (tenantId: number, responseCount: number): Promise<LoadedSurvey> => loadSurvey(db, { tenantId, responseCount, personas: PERSONAS });
  const surveys = { few: await load(75, few), some: await load(76, some), many: await load(77, many) };
  return [
    ...(await compareFrameLoads(db, surveys)),
    ...(await measureLiveFigures(db, { survey: surveys.some, requests, sizeName: '', calculates: true })),
    ...(await measureLiveFigures(db, { survey: surveys.many, requests, sizeName: '-10m', calculates: false })),
  ];
}
