import { unwrap } from '@likeness/sdk';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { keepPicture } from '../testing/keep-picture.ts';
import { openPage } from '../testing/open-page.ts';
import { refuse, type RefusedStatus } from '../testing/refuse.ts';
import { world } from '../testing/world.ts';

type Ids = { persona: number; response: number; respondent: number };

/** A page, what it cannot do without, and something that is only there when that has arrived. */
type PageKind = { name: string; address: (ids: Ids) => string; reads: RegExp; shown: (page: Page) => Locator };

const PAGES: PageKind[] = [
  { name: 'gallery', address: () => '/persona-builder', reads: /^\/api\/cx-personas$/, shown: (page) => page.getByRole('article') },
  { name: 'Canvas', address: ({ persona }) => `/persona-builder/${persona}`, reads: /^\/api\/cx-personas\/\d+$/, shown: (page) => page.locator('[data-section]') },
  { name: 'Analytics', address: ({ persona }) => `/persona-builder/${persona}?tab=analytics`, reads: /\/analytics$/, shown: (page) => page.getByRole('region', { name: 'Verdict' }) },
  { name: 'portfolio', address: () => '/portfolio', reads: /^\/api\/cx-personas\/portfolio$/, shown: (page) => page.getByRole('region', { name: 'The answer' }) },
  { name: 'responses', address: () => '/responses', reads: /^\/api\/responses$/, shown: (page) => page.getByRole('table') },
  { name: 'one response', address: ({ response }) => `/responses/${response}`, reads: /^\/api\/responses\/\d+$/, shown: (page) => page.getByRole('table') },
  { name: 'one person', address: ({ respondent }) => `/respondents/${respondent}`, reads: /^\/api\/respondents\/\d+$/, shown: (page) => page.getByRole('region', { name: 'How their personas changed' }) },
  { name: 'imports', address: () => '/imports', reads: /^\/api\/imports$/, shown: (page) => page.getByRole('main').getByRole('heading', { level: 2 }) },
  { name: 'runs', address: () => '/runs', reads: /^\/api\/runs$/, shown: (page) => page.getByRole('table') },
  { name: 'settings', address: () => '/settings/organisation', reads: /^\/api\/tenant$/, shown: (page) => page.getByLabel('Name', { exact: true }) },
  { name: 'members', address: () => '/settings/members', reads: /^\/api\/members$/, shown: (page) => page.getByRole('table') },
];

const SAID: [RefusedStatus, string, boolean][] = [
  [403, 'Your role does not allow this', false],
  [404, 'It is not here', false],
  [429, 'Too many requests', true],
  [500, 'It did not load', true],
];

/** What every page says when what it shows does not arrive: what happened, what is safe, and Try again where that helps. */
export function describeRefusedReads(): void {
  let ids: Ids;
  beforeAll(async () => {
    const { client } = world();
    const persona = unwrap(await client.GET('/api/cx-personas')).items.find(({ name }) => name.startsWith('Olivia'))?.id ?? 0;
    const response = unwrap(await client.GET('/api/responses', { params: { query: { limit: 1 } } })).items[0]?.id ?? 0;
    const respondent = unwrap(await client.GET('/api/respondents', { params: { query: { limit: 1 } } })).items[0]?.id ?? 0;
    ids = { persona, response, respondent };
  });

  for (const { name, address, reads, shown } of PAGES) {
    it(`${name}: says 403, 404, 429 and 500 apart, and loads on Try again`, async () => {
      const page = await openPage('/help');
      for (const [status, title, helps] of SAID) {
        const allow = await refuse(page, 'GET', reads, status);
        await page.goto(world().likeness.url + address(ids));
        expect(await isShown(page.getByRole('main').getByRole('heading', { name: title }).or(page.getByRole('alert').getByText(title)))).toBe(true);
        expect(await page.getByRole('button', { name: 'Try again' }).count() > 0).toBe(helps);
        expect(await page.getByText('Request req-77').count()).toBeGreaterThan(0);
        await allow();
      }
      await keepPicture(page, `read-${name}`);
      expect(await findViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Try again' }).first().click();
      expect(await isShown(shown(page))).toBe(true);
      expect(await page.getByRole('alert').count()).toBe(0);
    }, 90_000);
  }
}
