import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@likeness/server/bench';
import { type BenchServer, withBenchServer } from './bench-server.ts';
import type { BenchmarkResult } from './benchmark.ts';
import { type LoadReport, measureLoad } from './http-load.ts';
import { type KernelTimes, measureKernelTimes } from './kernel-times.ts';
import type { LoadedSurvey } from './load-survey.ts';
import { toCount } from './measure.ts';
import { changedRules } from './survey-data.ts';

/** `sizeName` stands in the names of the results; `calculates`: scores are also calculated and stored, before memory is read. */
type LiveOptions = { survey: LoadedSurvey; requests: number; sizeName: string; calculates: boolean };

/**
 * What do figures from memory cost beside counting the rows, over HTTP, and how much memory does their server have?
 *
 * As somebody types: one connection, each preview asked when the last one has answered, an age bound moved each time, so
 * that nothing can be remembered. Its p95, less the p95 of the lightest route that needs a key (GET /api/tenant) on the same
 * connection, is compared with the median of the kernel's own time: the same done in this process on a frame of the same
 * responses. `changed` also compares with a stored edition, so that two kernels run.
 */
export async function measureLiveFigures(db: Database, options: LiveOptions): Promise<BenchmarkResult[]> {
  const { survey: { tenantId, responseCount } } = options;
  const kernel = measureKernelTimes(responseCount, options.requests);
  // As if they had been calculated: previews and portfolios are made from rules, and do not read stored scores.
  await db.owner.query('UPDATE cx_personas SET scored_edition = edition WHERE tenant_id = $1', [tenantId]);
  return withBenchServer(db, async (server) => {
    const headers = { ...(await server.headersFor(tenantId)), 'content-type': 'application/json' };
    const asked = await askAll(server, headers, options);
    if (options.calculates) await calculate(server, headers, options.survey);
    const portfolio = await ask(server, headers, '/api/cx-personas/portfolio', { requests: Math.ceil(options.requests / 2) });
    return [...toResults(asked, kernel, options), toPortfolio(portfolio, options), toMemory(server.readMemoryBytes(), options)];
  });
}

type Headers = Record<string, string>;
type Reports = Record<'light' | 'alone' | 'changed' | 'diagnostics' | 'differences', LoadReport>;

function ask(server: BenchServer, headers: Headers, path: string, { requests, bodies = [] }: { requests: number; bodies?: readonly object[] }): Promise<LoadReport> {
  const texts = bodies.map((body) => JSON.stringify(body));
  return measureLoad({ url: server.url + path, method: texts.length > 0 ? 'POST' : 'GET', headers, bodies: texts, connections: 1, requests, warmUpRequests: Math.min(10, requests) });
}

async function askAll(server: BenchServer, headers: Headers, { survey, requests }: LiveOptions): Promise<Reports> {
  const persona_id = survey.personaIds[0] ?? 0;
  const preview = (more: object): Promise<LoadReport> =>
    ask(server, headers, '/api/cx-personas/preview', { requests, bodies: changedRules(requests).map((mapping_rules) => ({ mapping_rules, ...more })) });
  return {
    light: await ask(server, headers, '/api/tenant', { requests: 10 * requests }),
    alone: await preview({}),
    changed: await preview({ persona_id }),
    diagnostics: await preview({ include: ['diagnostics'] }),
    differences: await ask(server, headers, `/api/cx-personas/${persona_id}/differences`, { requests }),
  };
}

function toResults(reports: Reports, kernel: KernelTimes, { survey, sizeName }: LiveOptions): BenchmarkResult[] {
  const ms = (time: number): string => `${time.toFixed(1)} ms`;
  const toResult = (name: string, report: LoadReport, kernelMs: number): BenchmarkResult => ({
    name,
    ratio: (report.p95Ms - reports.light.p95Ms) / kernelMs,
    unit: 'p95 over HTTP less that of the lightest route',
    against: 'the median of the kernel alone',
    detail: `${toCount(survey.responseCount)} responses: p50 ${ms(report.p50Ms)}, p95 ${ms(report.p95Ms)}; lightest route p95 ${ms(reports.light.p95Ms)}; kernel ${ms(kernelMs)}`,
  });
  return [
    toResult(`preview${sizeName}-p95-vs-kernel`, reports.alone, kernel.alone),
    toResult(`preview${sizeName}-p95-vs-kernel-changed`, reports.changed, kernel.changed),
    toResult(`preview${sizeName}-p95-vs-kernel-diagnostics`, reports.diagnostics, kernel.alone),
    toResult(`differences${sizeName}-p95-vs-kernel`, reports.differences, kernel.differences),
  ];
}

function toPortfolio({ p50Ms, p95Ms }: LoadReport, { survey, sizeName }: LiveOptions): BenchmarkResult {
  const { responseCount, personaIds } = survey;
  return {
    name: `portfolio${sizeName}-p95`, ratio: p95Ms / 1000, unit: 'p95 over HTTP', against: 'one second',
    detail: `${personaIds.length} personas, ${toCount(responseCount)} responses: p50 ${p50Ms.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms`,
  };
}

/** What the server's processes, threads and all, have resident after all this. */
function toMemory(bytes: number, { survey, sizeName, calculates }: LiveOptions): BenchmarkResult {
  return {
    name: `server-memory${sizeName}-mb`, ratio: bytes / 1e6, unit: 'MB resident, all processes of the server without PostgreSQL', against: 'one MB',
    detail: `${toCount(survey.responseCount)} responses in memory, after previews,${calculates ? ' a calculation' : ''} and a portfolio of ${survey.personaIds.length} personas`,
  };
}

async function calculate({ url }: BenchServer, headers: Headers, { personaIds: [personaId = 0] }: LoadedSurvey): Promise<void> {
  const begun = await fetch(`${url}/api/cx-personas/${personaId}/batch-calculate`, { method: 'POST', headers: { ...headers, prefer: 'respond-async' }, body: '{}' });
  if (!begun.ok) throw new Error(`The calculation was refused: ${begun.status} ${await begun.text()}`);
  const { id } = (await begun.json()) as { id?: number };
  // A small one has ended before it was answered.
  if (id === undefined) return;
  for (;;) {
    const run = (await (await fetch(`${url}/api/runs/${id}`, { headers })).json()) as { status: string };
    if (run.status === 'succeeded') return;
    if (run.status === 'failed') throw new Error(`The calculation failed: ${JSON.stringify(run)}`);
    await sleep(250);
  }
}
