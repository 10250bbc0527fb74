import { copyOut, createFrameCache, type Database, readTenant, toCellQuery } from '@likeness/server/bench';
import type { BenchmarkResult } from './benchmark.ts';
import type { LoadedSurvey } from './load-survey.ts';
import { measureMs, medianMs, toCount } from './measure.ts';
import { SURVEY_FIELDS } from './survey-data.ts';

const ATTRIBUTES = SURVEY_FIELDS.map(({ name }) => name);
const FRAME_MEMORY_BYTES = 4_000_000_000;
const ROUNDS = 3;

/**
 * How long does a frame of eight attributes take beside a bare COPY of the same columns to nowhere? Does a response take
 * longer when there are ten times as many, and how much memory has it then?
 */
export async function compareFrameLoads(db: Database, { few, some, many }: Record<'few' | 'some' | 'many', LoadedSurvey>): Promise<BenchmarkResult[]> {
  const fewMs = await medianMs(ROUNDS, () => load(db, few), () => load(db, few));
  const [loads, copies]: [number[], number[]] = [[], []];
  // In turns, so that whatever else the machine does meets both.
  for (let round = 0; round < ROUNDS; round += 1) {
    loads.push(await measureMs(() => load(db, some)));
    copies.push(await measureMs(() => copy(db, some)));
  }
  const [someMs, copyMs] = [loads, copies].map((times) => Math.min(...times)) as [number, number];
  let manyBytes = 0;
  const manyMs = await measureMs(async () => (manyBytes = await load(db, many)));
  const toGrowth = (name: string, { responseCount, ms }: Loaded, before: Loaded): BenchmarkResult => ({
    name, ratio: ms / responseCount / (before.ms / before.responseCount), unit: 'times the time of one response', against: `${toCount(before.responseCount)} responses`,
    detail: `${toCount(responseCount)} responses in ${toCount(ms)} ms, ${toCount(before.responseCount)} in ${toCount(before.ms)} ms`,
  });
  return [
    {
      name: 'frame-load-vs-copy-to', ratio: someMs / copyMs, unit: 'times the time', against: 'COPY TO of the same columns, discarded',
      detail: `${toCount(some.responseCount)} responses with eight attributes in ${toCount(someMs)} ms; COPY ${toCount(copyMs)} ms; best of ${ROUNDS}`,
    },
    toGrowth('frame-load-1m-vs-100k', { ...some, ms: someMs }, { ...few, ms: fewMs }),
    toGrowth('frame-load-10m-vs-1m', { ...many, ms: manyMs }, { ...some, ms: someMs }),
    {
      name: 'frame-10m-bytes-per-response', ratio: manyBytes / many.responseCount, unit: 'bytes a response, loaded from PostgreSQL: eight attributes, id, day, respondent and order of repeats',
      against: 'one byte', detail: `${toCount(manyBytes)} bytes for ${toCount(many.responseCount)} responses`,
    },
    await measureRefresh(db, some.tenantId),
  ];
}

type Loaded = { responseCount: number; ms: number };

/** Loads a frame that nobody keeps, and answers its size in bytes. */
async function load(db: Database, { tenantId, responseCount }: LoadedSurvey): Promise<number> {
  const { frame } = await newCache(db).open(tenantId, ATTRIBUTES);
  if (frame.liveRowCount !== responseCount) throw new Error(`The frame has ${frame.liveRowCount} of ${responseCount} responses`);
  return frame.byteCount;
}

async function copy(db: Database, { tenantId }: LoadedSurvey): Promise<void> {
  const query = toCellQuery(ATTRIBUTES, { tenantId, ids: null });
  const ending = { cancelThrough: db.owner, ended: () => new Error('Nobody ends it') };
  await readTenant(db, tenantId, (_trx, session) => copyOut(session, query, () => true, ending));
}

/** A frame that nothing has changed for is looked at before each use. */
async function measureRefresh(db: Database, tenantId: number): Promise<BenchmarkResult> {
  const cache = newCache(db);
  // The second look lists what the first could not be sure of.
  for (let look = 0; look < 2; look += 1) await cache.open(tenantId, ATTRIBUTES);
  const times = 100;
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
