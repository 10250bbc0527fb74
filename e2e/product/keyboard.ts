import { unwrap } from '@likeness/sdk';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { isShown } from '../testing/is-shown.ts';
import { makeCardPersona } from '../testing/make-card-persona.ts';
import { openPage } from '../testing/open-page.ts';
import { walkByTab } from '../testing/walk-by-tab.ts';
import { world } from '../testing/world.ts';

let olivia: number;

/** Everything without a mouse: every control reached, no trap, the focus seen, given back, and things moved. */
export function describeKeyboard(): void {
  beforeAll(async () => {
    olivia = unwrap(await world().client.GET('/api/cx-personas')).items.find(({ name }) => name.startsWith('Olivia'))?.id ?? 0;
  });
  describe('the Tab key', () => {
    describeTab();
  });
  describe('what opens', () => {
    describeOverlays();
  });
  describe('moving and keys', () => {
    describeMoving();
    describeKeys();
  });
}

function describeTab(): void {
  const pages: [string, (page: Page) => Locator][] = [
    ['/persona-builder', (page) => page.getByRole('article').first()],
    ['/persona-builder/ID', (page) => page.getByText('% mention it').or(page.locator('[data-section]')).first()],
    ['/persona-builder/ID?tab=analytics', (page) => page.getByRole('table', { name: 'Top Matches' })],
    ['/portfolio', (page) => page.locator('#gap li').first()],
    ['/imports', (page) => page.getByRole('heading', { level: 2 }).first()],
    ['/imports/new', (page) => page.getByRole('button', { name: 'Choose a file' })],
    ['/runs', (page) => page.getByRole('rowheader').first()],
    ['/settings/organisation', (page) => page.getByLabel('Name', { exact: true })],
    ['/settings/metrics', (page) => page.getByLabel('A match from')],
    ['/settings/fields', (page) => page.getByRole('rowheader').first()],
    ['/settings/members', (page) => page.getByRole('rowheader').first()],
    ['/settings/keys', (page) => page.getByRole('button', { name: 'Make a key' })],
    ['/help', (page) => page.getByRole('heading', { level: 2 }).first()],
  ];
  for (const [address, ready] of pages) {
    it(`reaches all of ${address}, shows where it is, and leaves it`, async () => {
      const page = await openPage(address.replace('ID', String(olivia)));
      await ready(page).waitFor();
      expect(await walkByTab(page)).toEqual({ hasLeft: true, missed: [], invisible: [] });
    }, 90_000);
  }
}

function describeOverlays(): void {
  const openers: { name: string; address: string; opener: (page: Page) => Locator; role: 'dialog' | 'menu' | 'listbox' }[] = [
    { name: 'the new persona', address: '/persona-builder', opener: (page) => page.getByRole('button', { name: 'New persona' }), role: 'dialog' },
    { name: 'a persona\'s menu', address: '/persona-builder', opener: (page) => page.getByRole('button', { name: /^What can be done with/ }).first(), role: 'menu' },
    { name: 'the member menu', address: '/runs', opener: (page) => page.getByRole('button', { name: /sign out/ }), role: 'menu' },
    { name: 'a section\'s menu', address: '/persona-builder/ID', opener: (page) => page.getByRole('button', { name: /^More for the section/ }).first(), role: 'menu' },
    { name: 'a rule\'s menu', address: '/persona-builder/ID', opener: (page) => page.getByRole('button', { name: /^More for the rule/ }).first(), role: 'menu' },
    { name: 'the attributes', address: '/persona-builder/ID', opener: (page) => page.getByRole('button', { name: 'Rule', exact: true }), role: 'listbox' },
    { name: 'the editions', address: '/persona-builder/ID', opener: (page) => page.getByRole('button', { name: 'Versions' }), role: 'dialog' },
    { name: 'what a number is', address: '/persona-builder/ID?tab=analytics', opener: (page) => page.getByRole('button', { name: 'Coverage: what this number is' }), role: 'dialog' },
    { name: 'the people of two personas', address: '/portfolio', opener: (page) => page.getByRole('link', { name: /who match .* also match/ }).first(), role: 'dialog' },
    { name: 'a field', address: '/settings/fields', opener: (page) => page.getByRole('button', { name: /^Change / }).first(), role: 'dialog' },
  ];
  for (const { name, address, opener, role } of openers) {
    it(`Enter opens ${name} with the focus in it, Tab stays there, Escape closes it and gives the focus back`, async () => {
      const page = await openPage(address.replace('ID', String(olivia)));
      await opener(page).focus();
      await page.keyboard.press('Enter');
      const overlay = page.getByRole(role).filter({ visible: true }).first();
      await overlay.waitFor();
      const isInside = (): Promise<boolean> => page.evaluate(() => document.activeElement?.closest('[role=dialog], [role=menu], #overlays') !== null);
      await expect.poll(isInside).toBe(true);
      for (let step = 0; step < (role === 'dialog' ? 25 : 0); step += 1) await page.keyboard.press('Tab');
      expect(await isInside()).toBe(true);
      await page.keyboard.press('Escape');
      await overlay.waitFor({ state: 'hidden' });
      await expect.poll(() => opener(page).evaluate((element) => element === document.activeElement)).toBe(true);
    });
  }
}

function describeMoving(): void {
  it('moves a section to the other column by arrows, and the API says the same', async () => {
    const { id } = await makeCardPersona('Moved across');
    const page = await openPage(`/persona-builder/${id}`);
    await page.getByRole('button', { name: 'Move the section Wishes' }).focus();
    await page.keyboard.press('Space');
    await page.waitForTimeout(200);
    for (let press = 0; press < 12; press += 1) await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(400);
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('[data-column="2"] h2').allInnerTexts()).toEqual(['Wishes']);
    const columnOf = async (): Promise<unknown> => {
      const { card } = unwrap(await world().client.GET('/api/cx-personas/{id}', { params: { path: { id } } }));
      return (card as { sections: { column: number }[] }).sections[0]?.column;
    };
    await expect.poll(columnOf).toBe(2);
  });

  it('sorts a table and turns a chart into its table', async () => {
    const page = await openPage('/portfolio');
    await page.locator('#gap li').first().waitFor();
    await page.getByRole('button', { name: 'Who matches which combination: Show as a table' }).press('Enter');
    const header = page.getByRole('table', { name: 'Who matches which combination' }).getByRole('columnheader').filter({ has: page.getByRole('button') }).first();
    await header.getByRole('button').press('Enter');
    expect(await header.getAttribute('aria-sort')).toMatch(/ascending|descending/);
  });
}

function describeKeys(): void {
  const everywhere = ['/', 'Ctrl+k', '?', 'g+p', 'g+o', 'g+r', 'g+i'];
  it.each([
    ['/persona-builder', 'article', [...everywhere, 'n']],
    ['/portfolio', '#gap li', [...everywhere, '1', '2', '3', '4', 't']],
    ['/persona-builder/ID', '[data-section]', [...everywhere, '[', ']', 'e']],
    ['/persona-builder/ID?tab=analytics', '[role=group]', [...everywhere, '[', ']', 'e', '1', '2', '3', '4', 's', 't']],
  ] as const)('the sheet lists exactly the keys that work on %s', async (address, ready, keys) => {
    const page = await openPage(address.replace('ID', String(olivia)));
    await page.locator(ready).first().waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByText('Go to Imports').waitFor();
    const listed = await sheet.locator('dd').evaluateAll((lines) => lines.map((line) => [...line.querySelectorAll('kbd')].map((key) => key.textContent).join('+')));
    expect(listed.toSorted()).toEqual([...keys].toSorted());
  });

  it('e goes to the rules, from the Analytics tab and on the Canvas', async () => {
    const page = await openPage(`/persona-builder/${olivia}?tab=analytics`);
    await page.getByRole('region', { name: 'Verdict' }).waitFor();
    await page.keyboard.press('e');
    await page.getByRole('heading', { name: 'Mapping rules' }).waitFor();
    await page.keyboard.press('e');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.includes('Mapping rules') ?? false)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await isShown(page.locator('aside :focus'))).toBe(true);
  });
}
