import { unwrap } from '@likeness/sdk';
import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { openPage, type PageOptions } from '../testing/open-page.ts';
import { world } from '../testing/world.ts';

const SHARES = '**/api/cx-personas/portfolio?*';

/** All personas together: true to the API, opened to its people, usable by everybody. */
export function describePortfolio(): void {
  describe('figures', () => {
    describeFigures();
  });
  describe('states and accessibility', () => {
    describeStates();
  });
}

function describeFigures(): void {
  it('are those of the API, in the order in which each persona adds the most', async () => {
    const page = await open();
    const portfolio = await portfolioAt('strong');
    const rows = page.getByRole('table', { name: 'Union coverage' }).getByRole('row');
    const texts = (await rows.allInnerTexts()).slice(1);
    expect(texts).toHaveLength(portfolio.personas.length + 1);
    for (const [index, { persona_id, adds }] of portfolio.greedy_order.entries()) {
      const persona = portfolio.personas.find((one) => one.persona_id === persona_id);
      expect(texts[index]).toContain(persona?.name);
      expect(texts[index]).toContain(adds === 0 ? '0' : `+${adds.toLocaleString('en-GB')}`);
      expect(texts[index]).toContain((persona?.unique.count ?? 0).toLocaleString('en-GB'));
    }
    expect(await page.getByRole('region', { name: 'The answer' }).innerText()).toContain(`${portfolio.nobody.persona_customers.toLocaleString('en-GB')} people`);
  });

  it('follow the level, which a reload keeps', async () => {
    const page = await open();
    await page.getByRole('radio', { name: 'Match 50+' }).check({ force: true });
    const gap = (await portfolioAt('match')).nobody.persona_customers.toLocaleString('en-GB');
    const answer = page.getByRole('region', { name: 'The answer' });
    expect(await isShown(answer.getByText(`${gap} people`))).toBe(true);
    await page.reload();
    expect(page.url()).toContain('level=match');
    expect(await isShown(answer.getByText(`${gap} people`))).toBe(true);
  });

  it('open the people in both of two personas, whatever else they fit', async () => {
    const page = await open();
    const { overlap, personas } = await portfolioAt('strong');
    const pair = overlap.toSorted((a, b) => b.both - a.both)[0];
    const nameOf = (id: number | undefined): string => personas.find(({ persona_id }) => persona_id === id)?.name ?? '?';
    await page.getByRole('link', { name: `who match ${nameOf(pair?.a)} also match ${nameOf(pair?.b)}` }).click();
    const panel = page.getByRole('dialog', { name: `In both: ${nameOf(pair?.a)} and ${nameOf(pair?.b)}` });
    expect(await isShown(panel.getByText(`${(pair?.both ?? 0).toLocaleString('en-GB')} people`))).toBe(true);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(page.url()).not.toContain('people=');
  });

  it('open each combination, and nobody', async () => {
    const page = await open();
    const { combinations } = await portfolioAt('strong');
    const nobody = combinations.find(({ persona_ids }) => persona_ids.length === 0)?.count ?? 0;
    await page.getByRole('link', { name: `${nobody.toLocaleString('en-GB')} people: Nobody stands for them` }).click();
    expect(await isShown(page.getByRole('dialog').getByText(`${nobody.toLocaleString('en-GB')} people`))).toBe(true);
  });

  it('stand in a table behind each chart', async () => {
    const page = await open();
    for (const title of ['Union coverage', 'Overlap', 'Who matches which combination', 'What sets them apart']) {
      await page.getByRole('button', { name: `${title}: Show as a table` }).click();
      expect(await isShown(page.getByRole('region', { name: title }).getByRole('button', { name: 'Export CSV' }))).toBe(true);
    }
    expect(await findViolations(page)).toEqual([]);
  });
}

function describeStates(): void {
  it('says that no one answered in a time without responses, and shows all days on request', async () => {
    // The demo's newest answers are of yesterday, so an empty time has to be made.
    const emptied = async (route: Route): Promise<void> => {
      const answer: unknown = await (await route.fetch()).json();
      const isNarrow = route.request().url().includes('startDate');
      await route.fulfill({ json: isNarrow ? { ...(answer as object), total_customers: 0, total_responses: 0 } : answer });
    };
    const page = await openPage('/portfolio?range=7', { before: (opened) => opened.route(SHARES, emptied) });
    expect(await isShown(page.getByRole('heading', { name: 'No responses in this time' }))).toBe(true);
    await page.getByRole('button', { name: 'Show all days' }).click();
    expect(await isShown(page.getByRole('region', { name: 'The answer' }))).toBe(true);
  });

  it('says that the figures did not load, and loads them on Try again', async () => {
    const page = await openPage('/portfolio', { before: (opened) => opened.route(SHARES, (route) => route.abort()) });
    expect(await isShown(page.getByRole('button', { name: 'Try again' }))).toBe(true);
    await page.unroute(SHARES);
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await isShown(page.getByRole('region', { name: 'The answer' }))).toBe(true);
  });

  for (const { name, ...options } of [
    { name: 'light, 1280' },
    { name: 'dark, 1280', colorScheme: 'dark' },
    { name: 'light, 390', width: 390 },
    { name: 'Arabic, 1280', language: 'ar' },
    { name: 'Arabic, 390', language: 'ar', width: 390 },
  ] as const) {
    it(`has no axe violation and no sideways scrolling: ${name}`, async () => {
      const page = await open(options);
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    });
  }
}

/** The page with all its figures. */
async function open(options: PageOptions = {}): Promise<Page> {
  const page = await openPage('/portfolio', options);
  await page.locator('#gap li').first().waitFor();
  return page;
}

async function portfolioAt(level: 'match' | 'strong' | 'every_rule') {
  return unwrap(await world().client.GET('/api/cx-personas/portfolio', { params: { query: { level } } }));
}
