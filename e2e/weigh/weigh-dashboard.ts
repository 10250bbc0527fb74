import type { Page, Request } from 'playwright-core';
import { percentile } from '../../bench/measure.ts';
import { countRounds } from './count-rounds.ts';
import type { Figure } from './figure.ts';
import { toSpread } from './frames.ts';
import type { WeighedWorld } from './weighed-world.ts';

const ROUNDS = 5;
/** Distribution, volume, and at least three metrics. */
const CHARTS = 5;
const STILL_MS = 1000;

/** The Analytics tab of a persona, opened by its address, and asked for again. */
export async function weighDashboard(world: WeighedWorld): Promise<Figure[]> {
  const address = `${world.url}/persona-builder/${world.survey.personaIds[0]}?tab=analytics`;
  const page = await world.person.newPage();
  await page.addInitScript(watchCharts);
  const opened: Opened[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) opened.push(await openDashboard(page, address));
  const warm = opened.slice(1);
  const rounds = await countRounds(page, () => page.goto(address, { waitUntil: 'commit' }));
  const refreshed = await timeRefreshes(world, page);
  await page.close();
  const [load, charts] = [warm.map(({ loadMs }) => loadMs), warm.map(({ chartsMs }) => chartsMs)];
  const shared = `${opened[0]?.charts ?? 0} charts`;
  return [
    { name: 'dashboard-rounds', value: rounds.length, unit: 'rounds', limit: { atMost: 1 }, against: 'one round of requests', detail: `counted by holding every answer back until nothing more is asked: ${rounds.map((round, index) => `${index + 1}. ${round.length} requests`).join(', ')}${rounds.length > 1 ? `; later: ${rounds.slice(1).flat().join(', ')}` : ''}` },
    { name: 'dashboard-load', value: percentile(load, 0.5) / 1000, unit: 's', limit: { atMost: 2 }, against: 'the original: under 2 s', detail: `from the start of navigation to the frame after which nothing changes any more, files from the browser's cache, ${toSpread(load)}; the first time, with nothing cached, ${opened[0]?.loadMs.toFixed(0)} ms` },
    { name: 'dashboard-charts', value: percentile(charts, 0.5), unit: 'ms', limit: { atMost: 500 }, against: 'the original: charts under 500 ms', detail: `from the end of the last answer (PerformanceResourceTiming) to that frame, in which the last of ${shared} and tables is drawn (MutationObserver), ${toSpread(charts)}` },
    { name: 'dashboard-refresh', value: percentile(refreshed, 0.5) / 1000, unit: 's', limit: { atMost: 1 }, against: 'the original: refresh under 1 s', detail: `a response is submitted elsewhere, everything is asked for anew: from the first request to the last answer drawn, ${toSpread(refreshed)}` },
  ];
}

type Opened = { loadMs: number; chartsMs: number; charts: number };
type Watcher = { __charts?: { count: number; drawnAt: number } };

/** Runs in the page before its own code: remembers how many charts there are, and the frame in which the page last changed. */
function watchCharts(): void {
  const watcher = { count: 0, drawnAt: 0 };
  (globalThis as Watcher).__charts = watcher;
  const look = (changes: MutationRecord[]): void => {
    const main = document.querySelector('main');
    if (main === null || !changes.some(({ target }) => main.contains(target))) return;
    watcher.count = main.querySelectorAll('[role="img"]').length;
    requestAnimationFrame(() => setTimeout(() => (watcher.drawnAt = performance.now())));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}

async function openDashboard(page: Page, address: string): Promise<Opened> {
  const waiting = new Set<Request>();
  const begin = (request: Request): void => void (isData(request) && waiting.add(request));
  const end = (request: Request): void => void waiting.delete(request);
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  await page.goto(address);
  // A slow answer may come long after the page was still.
  do await untilStill(page);
  while (waiting.size > 0);
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  return readOpened(page);
}

function isData(request: Request): boolean {
  return request.url().includes('/api/') && !request.url().includes('/api/events');
}

async function untilStill(page: Page): Promise<void> {
  await page.waitForTimeout(STILL_MS);
  await page.waitForFunction(({ charts, stillMs }) => {
    const { __charts: watcher } = globalThis as Watcher;
    return watcher !== undefined && watcher.count >= charts && performance.now() - watcher.drawnAt > stillMs;
  }, { charts: CHARTS, stillMs: STILL_MS });
}

async function readOpened(page: Page): Promise<Opened> {
  return page.evaluate(() => {
    const { __charts: watcher } = globalThis as Watcher;
    const answers = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/') && !name.includes('/api/events')) as PerformanceResourceTiming[];
    const lastAnswerAt = Math.max(0, ...answers.map(({ responseEnd }) => responseEnd));
    return { loadMs: watcher?.drawnAt ?? 0, chartsMs: Math.max(0, (watcher?.drawnAt ?? 0) - lastAnswerAt), charts: watcher?.count ?? 0 };
  });
}

async function timeRefreshes({ client, survey }: WeighedWorld, page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.waitForTimeout(2500);
    const before = await page.evaluate(() => performance.now());
    await client.POST('/api/forms/{id}/responses', { params: { path: { id: survey.formId } }, body: { response_data: { age: 40, plan: 'pro', satisfaction: 4 } } });
    await page.waitForFunction(({ since, stillMs }) => {
      const answers = performance.getEntriesByType('resource').filter(({ name, startTime }) => startTime > since && name.includes('/analytics'));
      const { __charts: watcher } = globalThis as Watcher;
      return answers.length > 0 && performance.now() - (watcher?.drawnAt ?? 0) > stillMs && performance.now() - Math.max(...answers.map(({ startTime }) => startTime)) > stillMs;
    }, { since: before, stillMs: STILL_MS });
    times.push(await page.evaluate((since) => {
      const answers = performance.getEntriesByType('resource').filter(({ name, startTime }) => startTime > since && name.includes('/api/') && !name.includes('/api/events')) as PerformanceResourceTiming[];
      const first = Math.min(...answers.map(({ startTime }) => startTime));
      const { __charts: watcher } = globalThis as Watcher;
      return Math.max(watcher?.drawnAt ?? 0, ...answers.map(({ responseEnd }) => responseEnd)) - first;
    }, before));
  }
  return times;
}
