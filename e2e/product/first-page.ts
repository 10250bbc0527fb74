import { unwrap } from '@likeness/sdk';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { openPage, type PageOptions } from '../testing/open-page.ts';
import { world } from '../testing/world.ts';

/** The gallery with real figures: true to the API, live, and usable by everybody. */
export function describeFirstPage(): void {
  describe('the figures', () => {
    describeFigures();
  });
  describe('accessibility', () => {
    describeAccessibility();
  });
}

function describeFigures(): void {
  it('are those of the API, for every demo persona', async () => {
    const page = await openGallery();
    const { items } = unwrap(await world().client.GET('/api/cx-personas', { params: { query: { include: 'figures' } } }));
    expect(await page.getByRole('article').count()).toBe(items.length);
    for (const { id, name } of items) {
      const { coverage, strong_coverage, match_statistics } = unwrap(await world().client.GET('/api/cx-personas/{id}/analytics', { params: { path: { id } } }));
      const text = await textOf(cardOf(page, name));
      const [percent, low, high] = numbersOf(text, /Coverage\s+([\d.]+) %\s+([\d.]+)–([\d.]+) %/);
      expectRounded([percent, low, high], [coverage.percentage, coverage.interval[0], coverage.interval[1]]);
      expectRounded(numbersOf(text, /Strong\s+([\d.]+) %/), [strong_coverage.percentage]);
      expectRounded(numbersOf(text, /Avg match\s+([\d.]+)/), [match_statistics.avg_match_score]);
      expect(text).toContain(`n = ${coverage.total_customers.toLocaleString('en-GB')}`);
    }
  });

  it('of all together are those of the portfolio', async () => {
    const page = await openGallery();
    const { union, strong_gap, total_customers } = unwrap(await world().client.GET('/api/cx-personas/portfolio'));
    const text = await textOf(page.getByRole('region', { name: 'All active personas together' }));
    expectRounded(numbersOf(text, /At least a match\D+50\+\s+([\d.]+) %/), [union.coverage.percentage]);
    expectRounded(numbersOf(text, /Strong\D+70\+\s+([\d.]+) %/), [union.strong_coverage.percentage]);
    expectRounded(numbersOf(text, /Every rule of one\s+([\d.]+) %/), [union.prevalence.percentage]);
    expect(text).toContain(`${strong_gap.persona_customers.toLocaleString('en-GB')} people have no strong persona.`);
    expect(await textOf(page.getByRole('main'))).toContain(`${total_customers.toLocaleString('en-GB')} respondents`);
    expect(await page.getByText('Demo data').filter({ visible: true }).isVisible()).toBe(true);
  });

  it('follow a change on the server without a reload', async () => {
    const page = await openGallery();
    const before = unwrap(await world().client.GET('/api/cx-personas/portfolio')).total_responses;
    const form = unwrap(await world().client.GET('/api/forms')).items[0];
    await world().client.POST('/api/forms/{id}/responses', { params: { path: { id: form?.id ?? 0 } }, body: { response_data: { age: 40 } } });
    expect(await isShown(page.getByText(`${(before + 1).toLocaleString('en-GB')} responses`))).toBe(true);
  });
}

function describeAccessibility(): void {
  const views = [
    { name: 'light, 1280', colorScheme: 'light', width: 1280, height: 800 },
    { name: 'dark, 1280', colorScheme: 'dark', width: 1280, height: 800 },
    { name: 'light, rail', colorScheme: 'light', width: 900, height: 800 },
    { name: 'light, 390', colorScheme: 'light', width: 390, height: 844 },
    { name: 'dark, 320', colorScheme: 'dark', width: 320, height: 700 },
  ] as const;
  for (const { name, ...options } of views) {
    it(`has no axe violation and no sideways scrolling: ${name}`, async () => {
      const page = await openGallery(options);
      await page.getByText(/\d warnings?$/).click({ timeout: 3000 });
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.width);
    });
  }

  it('lets the keyboard skip to the content, open the warnings and reach every link', async () => {
    const page = await openGallery();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    // Past the buttons of the page's head.
    for (const name of ['Compare', 'Export all (JSON)', 'New persona']) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('details').evaluate((details) => details.hasAttribute('open'))).toBe(true);
  });

  it('mirrors its bars, and not its numbers, from right to left', async () => {
    const page = await openGallery();
    const range = page.getByText(/^[\d.]+–[\d.]+\s%$/).first();
    const before = await range.innerText();
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    expect(await range.innerText()).toBe(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
    const [track, fill] = await page.evaluate(() => {
      const bar = document.querySelector('article [aria-hidden="true"][class*="track"]');
      return [bar, bar?.firstElementChild].map((part) => part?.getBoundingClientRect().right ?? Number.NaN);
    });
    expect(fill).toBeCloseTo(track ?? 0, 0);
  });
}

async function openGallery(options: PageOptions = {}): Promise<Page> {
  const page = await openPage('/persona-builder', options);
  await page.getByRole('article').first().waitFor();
  return page;
}

const cardOf = (page: Page, name: string): Locator => page.getByRole('article', { name });
const textOf = async (place: Locator): Promise<string> => (await place.innerText()).replaceAll(/[\u202f\u00a0]/g, ' ');

/** The numbers in the groups of `pattern`; fails when the text does not match it. */
function numbersOf(text: string, pattern: RegExp): number[] {
  const match = text.match(pattern);
  expect(match, `${String(pattern)} in ${text}`).not.toBeNull();
  return (match ?? []).slice(1).map(Number);
}

/** Shown with one decimal: at most half a tenth away. */
function expectRounded(shown: (number | undefined)[], exact: (number | null | undefined)[]): void {
  expect(shown).toHaveLength(exact.length);
  for (const [index, value] of exact.entries()) expect(Math.abs((shown[index] ?? Number.NaN) - (value ?? Number.NaN))).toBeLessThanOrEqual(0.0501);
}
