import { unwrap } from '@likeness/sdk';
import type { Locator, Page, Route } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { keepPicture } from '../testing/keep-picture.ts';
import { makeCardPersona } from '../testing/make-card-persona.ts';
import { openPage } from '../testing/open-page.ts';
import { refuse, type RefusedStatus } from '../testing/refuse.ts';
import { world } from '../testing/world.ts';
import { toOneDecimal } from '../testing/to-one-decimal.ts';

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
  describeKeptFigures();
}

function describeKeptFigures(): void {
  it.each([[500, 'The newest figures did not load.'], [403, 'Your role does not allow this.']] as const)('keeps the figures of the draft before when a preview answers %d, and says from when they are and that they are not of this draft', async (status, said) => {
    const { id } = await makeCardPersona(`Preview ${status}`);
    const page = await openPage(`/persona-builder/${id}`);
    const preview = page.getByRole('region', { name: 'Preview' });
    const before = await coverageOf(40);
    expect(await isShown(preview.getByText(before, { exact: true }))).toBe(true);
    const allow = await refuse(page, 'POST', /\/preview$/, status);
    await page.getByRole('button', { name: /^age between/ }).click();
    await page.getByRole('spinbutton', { name: 'Up to' }).fill('55');
    const line = preview.getByRole('alert');
    expect(await isShown(line.getByText(said))).toBe(true);
    expect(await line.innerText()).toMatch(/What you see is from \d{1,2} \w+ \d{4}, \d\d:\d\d\..*The figures are of the draft before, not of this draft\./s);
    expect(await preview.getByText(before, { exact: true }).count()).toBeGreaterThan(0);
    await keepPicture(page, `preview-${status}`);
    expect(await findViolations(page)).toEqual([]);
    await allow();
    await line.getByRole('button', { name: 'Try again' }).click();
    expect(await isShown(preview.getByText(await coverageOf(55), { exact: true }))).toBe(true);
    expect(await line.count()).toBe(0);
  });

  it('says under a heading what to do to somebody who is in no organisation', async () => {
    const alone = async (route: Route): Promise<void> => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), tenant: null, tenants: [] } });
    };
    const page = await openPage('/persona-builder', { before: (opened) => opened.route('**/api/session', alone) });
    expect(await isShown(page.getByRole('heading', { level: 1, name: 'Welcome to Likeness' }))).toBe(true);
    expect(await isShown(page.getByRole('heading', { level: 2, name: 'You are in no organisation yet' }))).toBe(true);
    await keepPicture(page, 'no-organisation');
    expect(await findViolations(page)).toEqual([]);
  });
}

/** What the API says of everybody from 25 up to this age, as the preview writes it. */
async function coverageOf(upTo: number): Promise<string> {
  const mapping_rules = { rules: [{ attribute: 'age', is: { between: [25, upTo] } }] };
  const { coverage } = unwrap(await world().client.POST('/api/cx-personas/preview', { body: { mapping_rules, include: [] } as never }));
  return `${toOneDecimal(coverage.percentage)}\u202f%`;
}
