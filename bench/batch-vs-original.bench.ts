import { parseRuleSet, printRuleSet } from '@likeness/core';
import { calculateScores, copyBinary, copyOut, createFrameService, type Database, withTenant } from '@likeness/server/bench';
import { withBenchDatabase } from './bench-database.ts';
import type { Benchmark, BenchmarkResult } from './benchmark.ts';
import { type LoadedSurvey, loadSurvey } from './load-survey.ts';
import { measureMs, toCount } from './measure.ts';
import { calculateOneByOne, createOriginalMatches } from './original-batch.ts';
import { surveyRules } from './survey-data.ts';

/**
 * How long does calculating all scores of one persona of five rules take: beside the original's three round trips a response,
 * beside a plain COPY of what it stores, again after a bound has moved, and beside a tenth of the responses?
 *
 * All on one PostgreSQL that syncs every commit. The first calculation begins with nothing in memory: reading the responses is
 * part of it. COPY gets the same rows in binary, in the order of each table's key, made beforehand, by a superuser, whom
 * row-level security does not slow down; the tables, with all keys, indexes and triggers, hold then what they held before the
 * calculation.
 */
export const benchmark: Benchmark = {
  targets: {
    'batch-vs-original': { atLeast: 100 },
    'batch-vs-copy': { atLeast: 0.6 },
    'recalculate-vs-first': { atLeast: 5 },
    'batch-growth': { atMost: 1.2 },
  },
  run: ({ isQuick }) => withBenchDatabase((db) => compare(db, isQuick ? QUICK : FULL)),
};

const FULL = { few: 100_000, many: 1_000_000, sample: 3000 };
const QUICK = { few: 5000, many: 50_000, sample: 300 };
const FRAME_MEMORY_BYTES = 2_000_000_000;
/** Tables that a calculation fills, with their columns. */
const STORED = {
  response_outcomes: 'tenant_id, persona_id, response_id, rule_outcomes',
  outcome_scores: 'tenant_id, persona_id, rule_outcomes, match_score, band, evidence, every_rule',
  persona_day_counts: 'tenant_id, persona_id, day, superseded_on, rule_outcomes, responses',
};

async function compare(db: Database, { few, many, sample }: typeof FULL): Promise<BenchmarkResult[]> {
  const [small, large] = [await loadSurvey(db, { tenantId: 1, responseCount: few }), await loadSurvey(db, { tenantId: 2, responseCount: many })];
  await createOriginalMatches(db);
  const sampled = Array.from({ length: sample }, (_, index) => large.firstResponseId + index * Math.floor(many / sample));
  const originalMs = (await measureMs(() => calculateOneByOne(db, large, sampled))) / sample;
  // The thread has been started, and its code compiled, by somebody else.
  const smallMs = await calculate(db, [await loadSurvey(db, { tenantId: 3, responseCount: few }), small]);
  const { firstMs, readingMs, again } = await calculateTwice(db, large);
  const copyMs = await copyStored(db, large.tenantId);
  return [
    {
      name: 'batch-vs-original', ratio: (originalMs * many) / firstMs, unit: 'responses scored and stored a second', against: 'three round trips a response',
      detail: `${toCount((1000 * many) / firstMs)}/s over ${toCount(many)} responses; one by one ${toCount(1000 / originalMs)}/s over a sample of ${toCount(sample)}`,
    },
    {
      name: 'batch-vs-copy', ratio: copyMs / firstMs, unit: 'rows stored a second', against: 'binary COPY of the same rows, made before, into the same tables',
      detail: `${toCount(firstMs)} ms, of which ${toCount(readingMs)} ms for reading ${toCount(many)} responses; COPY ${toCount(copyMs)} ms (without reading: ${(copyMs / (firstMs - readingMs)).toFixed(2)} x)`,
    },
    {
      name: 'recalculate-vs-first', ratio: firstMs / again.ms, unit: 'calculations a second', against: 'the first calculation',
      detail: `${toCount(again.ms)} ms after a bound had moved, ${toCount(again.written)} of ${toCount(many)} scores changed`,
    },
    {
      name: 'batch-growth', ratio: firstMs / many / (smallMs / few), unit: 'times the time of one response', against: `${toCount(few)} responses`,
      detail: `${toCount(few)} responses in ${toCount(smallMs)} ms, ${toCount(many)} in ${toCount(firstMs)} ms`,
    },
  ];
}

/** Calculates each of these for the first time, and answers how long the last one took. */
async function calculate(db: Database, surveys: readonly LoadedSurvey[]): Promise<number> {
  return withFrames(db, async (frames) => {
    let lastMs = 0;
    for (const { tenantId, responseCount } of surveys) {
      await checkpoint(db);
      lastMs = await measureMs(async () => {
        const { written } = await calculateScores(frames, tenantId, { personaIds: null });
        if (written !== responseCount) throw new Error(`${written} of ${responseCount} scores were stored`);
      });
    }
    return lastMs;
  });
}

/** `readingMs` is the part of `firstMs` in which the responses were read into memory. */
type Timings = { firstMs: number; readingMs: number; again: { ms: number; written: number } };

/** The first calculation, and another one after the persona's lower bound of age has moved by a year. */
async function calculateTwice(db: Database, { tenantId, personaIds: [personaId = 0], responseCount }: LoadedSurvey): Promise<Timings> {
  return withFrames(db, async (frames) => {
    // Starts the thread.
    await calculateScores(frames, tenantId, { personaIds: [] });
    await checkpoint(db);
    const firstMs = await measureMs(() => calculateScores(frames, tenantId, { personaIds: null }));
    const readingMs = 1000 * frames.statistics().loadSeconds;
    await addEdition(db, tenantId, personaId);
    await checkpoint(db);
    let written = 0;
    const ms = await measureMs(async () => ({ written } = await calculateScores(frames, tenantId, { personaIds: null })));
    if (written === 0 || written > responseCount / 20) throw new Error(`${written} scores changed, about one in a hundred should`);
    return { firstMs, readingMs, again: { ms, written } };
  });
}

async function addEdition(db: Database, tenantId: number, personaId: number): Promise<void> {
  const rules = surveyRules(0);
  const { min } = rules.age as { min: number };
  const parsed = parseRuleSet({ ...rules, age: { ...(rules.age as object), min: min - 1 } });
  if (!parsed.ok) throw new Error('The moved rules do not parse');
  const text = JSON.stringify(printRuleSet(parsed.ruleSet));
  await withTenant(db, tenantId, async (trx) => {
    const edition = { tenant_id: tenantId, persona_id: personaId, edition: 2, mapping_rules: text, rules: text, restored_from: null, created_by: null };
    await trx.insertInto('persona_editions').values(edition).execute();
    await trx.updateTable('cx_personas').set({ edition: 2 }).where('tenant_id', '=', tenantId).where('id', '=', personaId).execute();
  });
}

/** Stores what the tenant has stored once more, by COPY in one transaction, and answers how long that took. */
async function copyStored(db: Database, tenantId: number): Promise<number> {
  const session = await db.owner.connect();
  try {
    const copies: { target: string; pieces: Buffer[] }[] = [];
    for (const [table, columns] of Object.entries(STORED)) {
      const pieces: Buffer[] = [];
      const query = `SELECT ${columns} FROM ${table} WHERE tenant_id = ${tenantId} ORDER BY ${columns}`;
      const keep = (bytes: Uint8Array, start: number, end: number): boolean => pieces.push(Buffer.from(bytes.slice(start, end))) > 0;
      await copyOut(session, query, keep, { cancelThrough: db.owner, ended: () => new Error('Nobody ends this copy') });
      copies.push({ target: `${table} (${columns})`, pieces });
    }
    for (const table of [...Object.keys(STORED), 'persona_outcome_counts']) {
      await session.query(`DELETE FROM ${table} WHERE tenant_id = ${tenantId}`);
      // Makes table and indexes anew, without room for the rows that were deleted.
      await session.query(`VACUUM (FULL, ANALYZE) ${table}`);
    }
    await checkpoint(db);
    return await measureMs(async () => {
      await session.query('BEGIN');
      for (const { target, pieces } of copies) await copyBinary(session, target, pieces);
      await session.query('COMMIT');
    });
  } finally {
    session.release();
  }
}

async function checkpoint(db: Database): Promise<void> {
  await db.owner.query('CHECKPOINT');
}

async function withFrames<T>(db: Database, work: (frames: ReturnType<typeof createFrameService>) => Promise<T>): Promise<T> {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const frames = createFrameService({ db, log, memoryBytes: FRAME_MEMORY_BYTES, threads: 1 });
  try {
    return await work(frames);
  } finally {
    await frames.close();
  }
}
