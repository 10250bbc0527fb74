import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { findFlaws, findShift, watchShift } from './find-flaws.ts';
import type { Subject } from './subjects.ts';

/** One opening of a page; it gives a picture in each of its colour schemes. */
export type Opening = {
  subject: Subject;
  state: string;
  url: string;
  width: number;
  isArabic: boolean;
  schemes: readonly ('light' | 'dark')[];
};

/** A picture that was taken, and what is wrong on it. */
export type Taken = { name: string; flaws: string[] };

const HEIGHTS: Record<number, number> = { 1280: 800, 390: 844 };
/** Lists draw only what is in sight; as high as this they end. */
const MOST_HEIGHT = 6000;
const STATUS: Record<string, number> = { failing: 500, forbidden: 403 };
/** What failed is tried once more after half a second. */
const QUIET_MS = 700;
const BUSY_MS = 10_000;
const QUIET_WITHIN_MS = 20_000;

/** The names of the pictures that an opening gives, in the order of its schemes. */
export function namesOf({ subject, state, width, isArabic, schemes }: Opening): string[] {
  return schemes.map((scheme) => [subject.name, state, ...(isArabic ? ['arabic'] : []), width, scheme].join('.'));
}

/** Opens a page in a browser, brings it into its state, and writes its pictures into a folder as `<name>.png`. */
export async function takePictures(context: BrowserContext, opening: Opening, folder: string): Promise<Taken[]> {
  const page = await context.newPage();
  const crashes: string[] = [];
  page.on('pageerror', ({ message }) => crashes.push(`crashed: ${message}`));
  try {
    const quiet = waiterFor(page);
    await page.setViewportSize({ width: opening.width, height: HEIGHTS[opening.width] ?? 800 });
    await page.emulateMedia({ colorScheme: opening.schemes[0] ?? 'light', reducedMotion: 'reduce' });
    await watchShift(page);
    await failWhere(page, opening);
    await page.goto(opening.url);
    await page.locator('h1, h2').first().waitFor();
    await quiet();
    const moved = await findShift(page);
    await opening.subject.prepare?.(page);
    await quiet();
    const taken: Taken[] = [];
    for (const [index, name] of namesOf(opening).entries()) {
      await page.emulateMedia({ colorScheme: opening.schemes[index] ?? 'light' });
      await settle(page);
      const flaws = await findFlaws(page);
      await showWhole(page, opening.width);
      await page.screenshot({ path: path.join(folder, `${name}.png`) });
      taken.push({ name, flaws: [...flaws, ...moved, ...crashes] });
    }
    return taken;
  } finally {
    await page.close();
  }
}

/** Makes the window as high as the page, so that bars stay at its edges. What lies over the page keeps its height. */
async function showWhole(page: Page, width: number): Promise<void> {
  if ((await page.getByRole('dialog').count()) > 0) return;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(MOST_HEIGHT, Math.max(height, HEIGHTS[width] ?? 800)) });
  await settle(page);
}

async function failWhere(page: Page, { subject, state }: Opening): Promise<void> {
  const status = STATUS[state];
  if (status === undefined || subject.data === undefined) return;
  const code = status === 403 ? 'forbidden' : 'internal';
  const problem = { type: `urn:likeness:${code}`, title: status === 403 ? 'Not allowed' : 'Something went wrong', status, code, request_id: 'req-7f3a' };
  await page.route(subject.data, (route) => (route.request().url().includes('/api/') ? route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify(problem) }) : route.continue()));
}

/** A wait until nothing but the stream of live changes has been asked for a while. */
export function waiterFor(page: Page): () => Promise<void> {
  let pending = 0;
  let lastMs = performance.now();
  const isCounted = (url: string): boolean => !url.includes('/api/events');
  const change = (by: number) => (request: { url: () => string }): void => {
    if (!isCounted(request.url())) return;
    pending += by;
    lastMs = performance.now();
  };
  page.on('request', change(1));
  page.on('requestfinished', change(-1));
  page.on('requestfailed', change(-1));
  return async () => {
    const endsAtMs = performance.now() + QUIET_WITHIN_MS;
    while (performance.now() < endsAtMs && (pending > 0 || performance.now() - lastMs < QUIET_MS)) await page.waitForTimeout(50);
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached', timeout: BUSY_MS }).catch(() => undefined);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  };
}

/** Waits until nothing moves that will ever stop, and three frames more. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
