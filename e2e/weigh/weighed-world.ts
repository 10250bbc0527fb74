import { type LikenessClient, unwrap } from '@likeness/sdk';
import type { Browser, BrowserContext } from 'playwright-core';
import { withBenchDatabase } from '../../bench/bench-database.ts';
import type { LoadedSurvey } from '../../bench/load-survey.ts';
import { makeScoredSurvey } from '../../bench/scored-survey.ts';
import { clientOfContext } from '../testing/client-of-context.ts';
import { makeDataFolder, removeLikeness, startLikeness } from '../testing/likeness-process.ts';
import { openBrowser } from '../testing/open-browser.ts';
import { waitForRuns } from '../testing/wait-for-runs.ts';

/** A running Likeness with one large tenant, and a person of that tenant in a real browser. */
export type WeighedWorld = { url: string; survey: LoadedSurvey; browser: Browser; person: BrowserContext; client: LikenessClient };

const TENANT_ID = 900_001;
const VIEWPORT = { width: 1280, height: 800 };

/**
 * Runs work beside a server whose tenant has so many responses and personas, stored as a calculation of the product leaves
 * them, in a database of its own with the settings that it has in use.
 *
 * Nothing else runs when work begins: the demo of the first start is calculated, the nightly sync is off. All of it is
 * removed afterwards, whatever happened.
 */
export async function withWeighedWorld<T>(size: { responseCount: number; personas: number }, work: (world: WeighedWorld) => Promise<T>): Promise<T> {
  return withBenchDatabase(async (db) => {
    const survey = await makeScoredSurvey(db, { tenantId: TENANT_ID, ...size });
    const likeness = await startLikeness(makeDataFolder(), { DATABASE_URL: db.url, ENABLE_PERSONA_SYNC: 'false', LOG_LEVEL: 'warn' });
    const browser = await openBrowser({ hasScrollBars: true });
    try {
      const person = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', viewport: VIEWPORT });
      await signIn(person, likeness.signInLink);
      const demo = await clientOfContext(person, likeness.url);
      await waitForRuns(demo);
      const { user } = unwrap(await demo.GET('/api/session'));
      await db.owner.query(`INSERT INTO memberships (tenant_id, user_id, role) VALUES ($1, $2, 'owner')`, [TENANT_ID, user?.id]);
      await chooseTenant(person, likeness.url);
      return await work({ url: likeness.url, survey, browser, person, client: await clientOfContext(person, likeness.url, TENANT_ID) });
    } finally {
      await browser.close();
      await removeLikeness(likeness);
    }
  });
}

async function signIn(person: BrowserContext, link: string): Promise<void> {
  const page = await person.newPage();
  await page.goto(link);
  await page.getByRole('heading', { name: 'Personas', exact: true }).waitFor();
  await page.close();
}

/** As the member menu does it: the choice is kept in the session, so that every page opens with it. */
async function chooseTenant(person: BrowserContext, url: string): Promise<void> {
  const page = await person.newPage();
  await page.goto(`${url}/help`);
  const status = await page.evaluate(async (tenantId) => {
    const answer = await fetch('/api/session/tenant', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ tenant_id: tenantId }) });
    return answer.status;
  }, TENANT_ID);
  if (status !== 200) throw new Error(`The tenant could not be chosen: ${status}`);
  await page.close();
}
