import { withBenchDatabase } from './bench-database.ts';
import { measureUnderLoad } from './analytics-under-load.ts';
import { compareWithOriginal } from './analytics-vs-original.ts';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from './benchmark.ts';
import { makeScoredSurvey } from './scored-survey.ts';

/**
 * What do a dashboard's figures cost: beside a route that asks the database for the number one, beside the original's
 * queries, and with a hundred times the responses?
 *
 * A server remembers the counts it was asked for until anything they are made from changes. `-anew` is the same without any
 * memory: rules read and parsed, counts added up, each time.
 */
export const benchmark: Benchmark = {
  targets: {
    'analytics-p95-vs-select1': { atMost: 3 },
    'analytics-anew-p95-vs-select1': { atMost: 3 },
    'analytics-90-days-p95-vs-select1': { atMost: 3 },
    'analytics-90-days-anew-p95-vs-select1': null,
    'evolution-p95-vs-select1': { atMost: 3 },
    'analytics-1m-vs-10k': { atMost: 1.3 },
    'analytics-anew-1m-vs-10k': { atMost: 1.3 },
    'gallery-1m-vs-10k': { atMost: 1.3 },
    'analytics-vs-original': { atLeast: 50 },
    'analytics-anew-vs-original': { atLeast: 50 },
  },
  run: compare,
};

const FULL = { few: 10_000, many: 1_000_000, personas: 4, rounds: 3, requests: 2000, samples: 9 };
const QUICK = { few: 1000, many: 20_000, personas: 1, rounds: 1, requests: 200, samples: 3 };

async function compare({ isQuick }: BenchmarkOptions): Promise<BenchmarkResult[]> {
  const { few, many, personas, rounds, requests, samples } = isQuick ? QUICK : FULL;
  return withBenchDatabase(async (db) => {
    const small = await makeScoredSurvey(db, { tenantId: 1, responseCount: few, personas });
    const large = await makeScoredSurvey(db, { tenantId: 2, responseCount: many, personas });
    return [...(await measureUnderLoad(db, { small, large, rounds, requests })), ...(await compareWithOriginal(db, large, samples))];
  });
}
