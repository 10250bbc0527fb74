import type { LikenessClient } from '@likeness/sdk';
import type { Browser, BrowserContext } from 'playwright-core';
import { clientOfContext } from './client-of-context.ts';
import { type LikenessProcess, makeDataFolder, removeLikeness, startLikeness } from './likeness-process.ts';
import { openBrowser } from './open-browser.ts';
import { makeKeyClient } from './sign-in.ts';
import { waitForRuns } from './wait-for-runs.ts';

/**
 * One running Likeness with its demo tenant, and everybody who uses it: a person who came in by the printed link, with a
 * browser, and a program of the same tenant with an API key that the SDK made.
 */
export type World = {
  likeness: LikenessProcess;
  browser: Browser;
  person: BrowserContext;
  session: LikenessClient;
  client: LikenessClient;
};

let current: World | null = null;

/** The world of this test file. Throws outside of tests and hooks, when it is not open. */
export function world(): World {
  if (current === null) throw new Error('The world is not open: use it inside a test or a hook');
  return current;
}

/** Starts a server on new data, signs in by its link in a real browser, and waits until the demo is calculated. */
export async function openWorld(): Promise<void> {
  const likeness = await startLikeness(makeDataFolder());
  const browser = await openBrowser();
  const person = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', viewport: { width: 1280, height: 800 } });
  const page = await person.newPage();
  await page.goto(likeness.signInLink);
  await page.getByRole('heading', { name: 'Personas', exact: true }).waitFor();
  await page.close();
  const session = await clientOfContext(person, likeness.url);
  const client = await makeKeyClient(likeness.url, session);
  await waitForRuns(client);
  current = { likeness, browser, person, session, client };
}

/** Closes the browser, stops the server and removes its data. */
export async function closeWorld(): Promise<void> {
  await current?.browser.close();
  await removeLikeness(current?.likeness);
  current = null;
}
