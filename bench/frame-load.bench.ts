import { copyOut, createFrameCache, type Database, readTenant, toCellQuery } from '@likeness/server/bench';
import { withBenchDatabase } from './bench-database.ts';
import type { Benchmark, BenchmarkResult } from './benchmark.ts';
import { loadSurvey } from './load-survey.ts';
import { measureMs, medianMs, toCount } from './measure.ts';
import { SURVEY_FIELDS } from './survey-data.ts';

/** How long does a frame of eight attributes take beside a bare COPY of the same columns to nowhere? And ten times the responses? */
export const benchmark: Benchmark = {
  targets: { 'frame-load-vs-copy-to': { atMost: 3 }, 'frame-load-growth': { atMost: 1.2 }, 'frame-refresh-vs-select1': null },
  run: ({ isQuick }) => withBenchDatabase(async (db) => compare(db, isQuick ? 10_000 : 1_000_000, isQuick ? 100_000 : 10_000_000)),
};

const ATTRIBUTES = SURVEY_FIELDS.map(({ name }) => name);
const FRAME_MEMORY_BYTES = 4_000_000_000;
const ROUNDS = 3;

async function compare(db: Database, few: number, many: number): Promise<BenchmarkResult[]> {
  const [small, large] = [await loadSurvey(db, { tenantId: 1, responseCount: few }), await loadSurvey(db, { tenantId: 2, responseCount: many })];
  const smallMs = await medianMs(ROUNDS, () => load(db, small.tenantId, few));
  const copyMs = await medianMs(ROUNDS, () => copy(db, small.tenantId));
  const largeMs = await measureMs(() => load(db, large.tenantId, many));
  const growth = largeMs / many / (smallMs / few);
  const refresh = await measureRefresh(db, small.tenantId);
  return [
    {
      name: 'frame-load-vs-copy-to', ratio: smallMs / copyMs, unit: 'times the time', against: 'COPY TO of the same columns, discarded',
      detail: `${toCount(few)} responses with eight attributes in ${toCount(smallMs)} ms; COPY ${toCount(copyMs)} ms`,
    },
    {
      name: 'frame-load-growth', ratio: growth, unit: 'times the time of one response', against: `${toCount(few)} responses`,
      detail: `${toCount(many)} responses in ${toCount(largeMs)} ms`,
    },
    refresh,
  ];
}

async function load(db: Database, tenantId: number, count: number): Promise<void> {
  const { frame } = await newCache(db).open(tenantId, ATTRIBUTES);
  if (frame.liveRowCount !== count) throw new Error(`The frame has ${frame.liveRowCount} of ${count} responses`);
}

async function copy(db: Database, tenantId: number): Promise<void> {
  const query = toCellQuery(ATTRIBUTES, { tenantId, ids: null });
  const ending = { cancelThrough: db.owner, ended: () => new Error('Nobody ends it') };
  await readTenant(db, tenantId, (_trx, session) => copyOut(session, query, () => true, ending));
}

/** A frame that nothing has changed for is looked at before each use: three round trips. */
async function measureRefresh(db: Database, tenantId: number): Promise<BenchmarkResult> {
  const cache = newCache(db);
  // The second look lists what the first could not be sure of.
  for (let look = 0; look < 2; look += 1) await cache.open(tenantId, ATTRIBUTES);
  const times = 200;
  const refreshMs = (await medianMs(ROUNDS, () => repeat(times, () => cache.open(tenantId, ATTRIBUTES)))) / times;
  const selectMs = (await medianMs(ROUNDS, () => repeat(times, () => readTenant(db, tenantId, (_trx, session) => session.query('SELECT 1'))))) / times;
  return {
    name: 'frame-refresh-vs-select1', ratio: refreshMs / selectMs, unit: 'times the time', against: 'SELECT 1 in a transaction',
    detail: `${refreshMs.toFixed(2)} ms to see that nothing has changed; SELECT 1 ${selectMs.toFixed(2)} ms`,
  };
}

function newCache(db: Database): ReturnType<typeof createFrameCache> {
  return createFrameCache({ db, memoryBytes: FRAME_MEMORY_BYTES, signal: new AbortController().signal });
}

async function repeat(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time += 1) await work();
}
