import { ALL_DAYS, compileKernel, countPatterns, parseRuleSet, type RuleSet } from '@likeness/core';
import type { Database } from '@likeness/server/bench';
import { type BenchServer, withBenchServer } from './bench-server.ts';
import { withBenchDatabase } from './bench-database.ts';
import type { Benchmark, BenchmarkOptions, BenchmarkResult } from './benchmark.ts';
import { type LoadReport, measureLoad } from './http-load.ts';
import { surveyFrame } from './kernel-survey.ts';
import { type LoadedSurvey, loadSurvey } from './load-survey.ts';
import { measureMs, percentile, toCount } from './measure.ts';
import { surveyRules } from './survey-data.ts';

/**
 * What does a preview cost beside counting the rows? Five rules over all responses, as somebody types: one connection, each
 * preview asked when the last one has answered, an age bound moved each time, so that nothing can be remembered.
 *
 * The p95 of a preview over HTTP, less the p95 of the lightest route that needs a key (GET /api/tenant) on the same
 * connection, is compared with the median of the kernel's own time: the same rules compiled for a frame of the same responses
 * in this process, and responses and respondents counted by pattern. `changed` also compares with a stored edition, so that
 * two kernels run. All of it for a million responses, and for ten million.
 */
export const benchmark: Benchmark = {
  targets: {
    'preview-p95-vs-kernel': { atMost: 3 }, 'preview-p95-vs-kernel-changed': { atMost: 3 },
    'server-memory': { atMost: 1 }, 'server-memory-10m': null,
    'preview-10m-p95-vs-kernel': { atMost: 3 }, 'preview-10m-p95-vs-kernel-changed': { atMost: 3 },
  },
  run: compare,
};

const ROUNDS = 40;
const PROMISED_BYTES = 600e6;

async function compare({ isQuick }: BenchmarkOptions): Promise<BenchmarkResult[]> {
  const [few, many] = isQuick ? [30_000, 100_000] : [1_000_000, 10_000_000];
  return withBenchDatabase(async (db) => [
    ...(await compareSize(db, { name: 'preview-p95-vs-kernel', memory: 'server-memory', tenantId: 77, responseCount: few })),
    ...(await compareSize(db, { name: 'preview-10m-p95-vs-kernel', memory: 'server-memory-10m', tenantId: 78, responseCount: many })),
  ]);
}

type Size = { name: string; memory: string; tenantId: number; responseCount: number };

async function compareSize(db: Database, { name, memory, tenantId, responseCount }: Size): Promise<BenchmarkResult[]> {
  const survey = await loadSurvey(db, { tenantId, responseCount });
  const kernelMs = await measureKernel(responseCount);
  return withBenchServer(db, async (server) => [
    ...(await comparePreviews(db, { name, server, survey, kernelMs })),
    toMemoryResult(memory, server.readMemoryBytes(), responseCount),
  ]);
}

/** What the server's process, threads and all, has resident after these previews. */
function toMemoryResult(name: string, bytes: number, responseCount: number): BenchmarkResult {
  return {
    name, ratio: bytes / PROMISED_BYTES, unit: 'of 600 MB', against: 'what is promised for a million responses',
    detail: `${toCount(bytes / 1e6)} MB resident with ${toCount(responseCount)} responses in memory`,
  };
}

type Sides = { name: string; server: BenchServer; survey: LoadedSurvey; kernelMs: { alone: number; changed: number } };

async function comparePreviews(db: Database, { name, server, survey, kernelMs }: Sides): Promise<BenchmarkResult[]> {
  const { tenantId, personaIds: [personaId], responseCount } = survey;
  const headers = { ...(await server.headersFor(tenantId)), 'content-type': 'application/json' };
  // As if it had been calculated: a preview compares with rules, whose stored scores it does not read.
  await db.owner.query('UPDATE cx_personas SET scored_edition = edition WHERE tenant_id = $1', [tenantId]);
  const ask = (bodies: readonly object[]): Promise<LoadReport> =>
    measureLoad({
      url: `${server.url}/api/cx-personas/preview`, method: 'POST', headers, bodies: bodies.map((body) => JSON.stringify(body)), connections: 1, requests: ROUNDS, warmUpRequests: 5,
    });
  const light = await measureLoad({ url: `${server.url}/api/tenant`, headers, connections: 1, requests: 10 * ROUNDS, warmUpRequests: 50 });
  const alone = await ask(changedRules().map((mapping_rules) => ({ mapping_rules })));
  const changed = await ask(changedRules().map((mapping_rules) => ({ mapping_rules, persona_id: personaId })));
  return [
    toResult(name, { report: alone, light, kernelMs: kernelMs.alone, responseCount }),
    toResult(`${name}-changed`, { report: changed, light, kernelMs: kernelMs.changed, responseCount }),
  ];
}

function toResult(name: string, { report, light, kernelMs, responseCount }: { report: LoadReport; light: LoadReport; kernelMs: number; responseCount: number }): BenchmarkResult {
  const ms = (time: number): string => `${time.toFixed(1)} ms`;
  return {
    name,
    ratio: (report.p95Ms - light.p95Ms) / kernelMs,
    unit: 'p95 over HTTP less that of the lightest route',
    against: 'the median of the kernel alone',
    detail: `${toCount(responseCount)} responses: p50 ${ms(report.p50Ms)}, p95 ${ms(report.p95Ms)}; lightest route p95 ${ms(light.p95Ms)}; kernel ${ms(kernelMs)}`,
  };
}

/** The survey's rules with another upper bound of age each time. */
function changedRules(): Record<string, unknown>[] {
  return Array.from({ length: ROUNDS }, (_, index) => ({ ...surveyRules(), age: { min: 28, max: 40 + index } }));
}

/** The kernel's own time for the rules, and for them and the stored ones, in milliseconds. */
async function measureKernel(responseCount: number): Promise<{ alone: number; changed: number }> {
  const frame = surveyFrame(responseCount);
  const count = (ruleSet: RuleSet): unknown => countPatterns(compileKernel(ruleSet, frame), frame, ALL_DAYS);
  const stored = toRuleSet(surveyRules());
  const times = { alone: [] as number[], changed: [] as number[] };
  for (const rules of changedRules()) {
    const ruleSet = toRuleSet(rules);
    const first = await measureMs(() => count(ruleSet));
    times.alone.push(first);
    times.changed.push(first + (await measureMs(() => count(stored))));
  }
  return { alone: percentile(times.alone, 0.5), changed: percentile(times.changed, 0.5) };
}

function toRuleSet(rules: Record<string, unknown>): RuleSet {
  const parsed = parseRuleSet(rules);
  if (!parsed.ok) throw new Error('The rules of the survey do not parse');
  return parsed.ruleSet;
}
