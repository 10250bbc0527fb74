import type { Page, Route } from 'playwright-core';

/** The requests of a round, as method and path; all of them were sent before any of them was answered. */
export type Round = string[];

const QUIET_MS = 1200;
const FIRST_WITHIN_MS = 20_000;
const NOT_DATA = /\/api\/events/;

/**
 * In how many rounds does a page ask for its data? Every answer is held back until the page asks for nothing more; then all
 * held ones are let go at once, and whatever is asked then is the next round: it waited for an answer. The stream of live
 * events is no data.
 *
 * @example (await countRounds(page, () => page.goto('/portfolio'))).length // 1 when no request waits for another's answer
 */
export async function countRounds(page: Page, open: () => Promise<unknown>): Promise<Round[]> {
  const held: Route[] = [];
  // The first request may take a while to come: the page has to be loaded.
  let askedAt = performance.now() + FIRST_WITHIN_MS;
  const hold = async (route: Route): Promise<void> => {
    askedAt = performance.now();
    if (NOT_DATA.test(route.request().url())) await route.continue();
    else held.push(route);
  };
  await page.route('**/api/**', hold);
  const opening = open();
  const rounds: Round[] = [];
  for (;;) {
    await untilQuiet(() => askedAt);
    if (held.length === 0) break;
    const round = held.splice(0);
    rounds.push(round.map((route) => `${route.request().method()} ${new URL(route.request().url()).pathname}`));
    await Promise.all(round.map((route) => answer(route)));
    askedAt = performance.now();
  }
  await page.unroute('**/api/**', hold);
  await opening;
  return rounds;
}

/** Waits until the server has answered, so that quiet is counted from there. */
async function answer(route: Route): Promise<void> {
  const response = await route.fetch();
  await route.fulfill({ response });
}

async function untilQuiet(askedAt: () => number): Promise<void> {
  while (performance.now() - askedAt() < QUIET_MS) await new Promise((resolve) => setTimeout(resolve, 50));
}
