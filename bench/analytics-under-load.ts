import { fork } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Database, hashToken, newApiKeyToken } from '@likeness/server/bench';
import type { BenchmarkResult } from './benchmark.ts';
import { type LoadReport, measureLoad } from './http-load.ts';
import type { LoadedSurvey } from './load-survey.ts';
import { toCount } from './measure.ts';

const CONNECTIONS = 100;

type Surveys = { small: LoadedSurvey; large: LoadedSurvey };
type Effort = { rounds: number; requests: number };

/** One address, asked with the key of the survey's tenant. */
type Question = { survey: LoadedSurvey; path: string };

/** Figures of two surveys, over 100 connections: each address in turns with all others, the best of some rounds. */
export async function measureUnderLoad(db: Database, { small, large, rounds, requests }: Surveys & Effort): Promise<BenchmarkResult[]> {
  return withFiguresServer(db, async (url) => {
    const headers = new Map<LoadedSurvey, Record<string, string>>();
    for (const survey of [small, large]) headers.set(survey, await makeKey(db, survey.tenantId));
    const ask = ({ survey, path }: Question): Promise<LoadReport> =>
      measureLoad({ url: url + path, headers: headers.get(survey) ?? {}, connections: CONNECTIONS, requests, warmUpRequests: CONNECTIONS });
    const asked = toQuestions({ small, large });
    const reports = await askInTurns(asked, ask, rounds);
    return [...toTails(reports, large), ...toGrowth(reports, { small, large })];
  });
}

type Reports = Record<keyof ReturnType<typeof toQuestions>, LoadReport[]>;

function toQuestions({ small, large }: Surveys) {
  const of = (survey: LoadedSurvey, tail: string): Question => ({ survey, path: `/api/cx-personas/${survey.personaIds[0] ?? 0}/${tail}` });
  const days = '?startDate=2026-01-01&endDate=2026-03-31';
  const gallery = (survey: LoadedSurvey): Question => ({ survey, path: '/api/cx-personas?include=figures&limit=12' });
  return {
    one: { survey: large, path: '/api/select-one' },
    analytics: of(large, 'analytics'),
    anew: of(large, 'analytics-anew'),
    days: of(large, `analytics${days}`),
    daysAnew: of(large, `analytics-anew${days}`),
    evolution: of(large, 'evolution'),
    gallery: gallery(large),
    analyticsOfFew: of(small, 'analytics'),
    anewOfFew: of(small, 'analytics-anew'),
    galleryOfFew: gallery(small),
  };
}

async function askInTurns(questions: ReturnType<typeof toQuestions>, ask: (question: Question) => Promise<LoadReport>, rounds: number): Promise<Reports> {
  const names = Object.keys(questions) as (keyof Reports)[];
  const reports = Object.fromEntries(names.map((name) => [name, []])) as unknown as Reports;
  // Whatever else the machine does meets all of them. With several rounds the first one is for warming up.
  for (let round = rounds > 1 ? -1 : 0; round < rounds; round += 1) {
    for (const name of names) {
      const report = await ask(questions[name]);
      if (round >= 0) reports[name].push(report);
    }
  }
  return reports;
}

function best(reports: readonly LoadReport[], by: 'p50Ms' | 'p95Ms'): LoadReport {
  const [first, ...others] = reports;
  if (first === undefined) throw new Error('Nothing was measured');
  return others.reduce((found, report) => (report[by] < found[by] ? report : found), first);
}

function toTails(reports: Reports, { responseCount }: LoadedSurvey): BenchmarkResult[] {
  const one = best(reports.one, 'p95Ms');
  const toResult = (name: string, report: LoadReport): BenchmarkResult => ({
    name,
    ratio: report.p95Ms / one.p95Ms,
    unit: `95th percentile of the time to answer, ${CONNECTIONS} connections`,
    against: 'an authenticated route that does one SELECT 1',
    detail: `${toMs(report)}; SELECT 1 ${toMs(one)}; ${toCount(responseCount)} responses`,
  });
  return [
    toResult('analytics-p95-vs-select1', best(reports.analytics, 'p95Ms')),
    toResult('analytics-anew-p95-vs-select1', best(reports.anew, 'p95Ms')),
    toResult('analytics-90-days-p95-vs-select1', best(reports.days, 'p95Ms')),
    toResult('analytics-90-days-anew-p95-vs-select1', best(reports.daysAnew, 'p95Ms')),
    toResult('evolution-p95-vs-select1', best(reports.evolution, 'p95Ms')),
  ];
}

function toGrowth(reports: Reports, { small, large }: Surveys): BenchmarkResult[] {
  const toResult = (name: string, after: LoadReport, before: LoadReport): BenchmarkResult => ({
    name,
    ratio: after.p50Ms / before.p50Ms,
    unit: `median time to answer, ${CONNECTIONS} connections`,
    against: `the same with ${toCount(small.responseCount)} responses`,
    detail: `${after.p50Ms.toFixed(1)} ms with ${toCount(large.responseCount)} responses, ${before.p50Ms.toFixed(1)} ms with ${toCount(small.responseCount)}; ${large.personaIds.length} personas`,
  });
  return [
    toResult('analytics-1m-vs-10k', best(reports.analytics, 'p50Ms'), best(reports.analyticsOfFew, 'p50Ms')),
    toResult('analytics-anew-1m-vs-10k', best(reports.anew, 'p50Ms'), best(reports.anewOfFew, 'p50Ms')),
    toResult('gallery-1m-vs-10k', best(reports.gallery, 'p50Ms'), best(reports.galleryOfFew, 'p50Ms')),
  ];
}

function toMs({ p95Ms, perSecond }: LoadReport): string {
  return `${p95Ms.toFixed(1)} ms at ${toCount(perSecond)}/s`;
}

async function withFiguresServer<T>(db: Database, work: (url: string) => Promise<T>): Promise<T> {
  const child = fork(fileURLToPath(new URL('figures-server.worker.ts', import.meta.url)), { env: { ...process.env, DATABASE_URL: db.url } });
  try {
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [null])])) as [{ url: string } | null];
    if (message === null) throw new Error('The server of the figures ended early');
    return await work(message.url);
  } finally {
    const ended = once(child, 'exit');
    if (child.connected) child.disconnect();
    if (child.exitCode === null) await ended;
  }
}

async function makeKey(db: Database, tenantId: number): Promise<Record<string, string>> {
  const { prefix, token } = newApiKeyToken();
  await db.owner.query(`INSERT INTO api_keys (tenant_id, name, prefix, secret_hash, scopes) VALUES ($1, 'Benchmark', $2, $3, '{read}')`, [tenantId, prefix, hashToken(token)]);
  return { authorization: `Bearer ${token}` };
}
