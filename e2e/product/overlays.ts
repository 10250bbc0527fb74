import { unwrap } from '@likeness/sdk';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { keepPicture } from '../testing/keep-picture.ts';
import { makeCardPersona } from '../testing/make-card-persona.ts';
import { openPage } from '../testing/open-page.ts';
import { world } from '../testing/world.ts';

/** Something that lies over a page: where it is, and how it is opened in any language. */
type Overlay = { name: string; address: string; open?: (page: Page) => Promise<unknown>; shown: string };

const clickFirst = (selector: string) => (page: Page): Promise<void> => page.locator(selector).filter({ visible: true }).first().click();
const pressKey = (key: string) => async (page: Page): Promise<void> => {
  await page.locator('h1').waitFor();
  await page.keyboard.press(key);
};
const DIALOG = '[role=dialog]';
const MENU = '[role=menu]';

const OVERLAYS: Overlay[] = [
  { name: 'new persona', address: '/persona-builder?create=blank', shown: DIALOG },
  { name: 'new persona from a template', address: '/persona-builder?create=template', shown: `${DIALOG} fieldset input` },
  { name: 'new persona from JSON', address: '/persona-builder?create=json', shown: DIALOG },
  { name: 'menu of a persona', address: '/persona-builder', open: clickFirst('article [aria-haspopup=menu]'), shown: MENU },
  { name: 'comparison', address: '/persona-builder?compare=ID,OTHER', shown: 'table' },
  { name: 'member menu', address: '/runs', open: clickFirst('header [aria-haspopup=menu]'), shown: MENU },
  { name: 'search', address: '/runs', open: pressKey('/'), shown: '[role=option]' },
  { name: 'keys', address: '/runs', open: pressKey('?'), shown: DIALOG },
  { name: 'menu of a section', address: '/persona-builder/ID', open: clickFirst('[data-section] [aria-haspopup=menu]'), shown: MENU },
  { name: 'menu of a rule', address: '/persona-builder/ID', open: clickFirst('aside [aria-haspopup=menu]'), shown: MENU },
  { name: 'attributes', address: '/persona-builder/ID', open: clickFirst('aside [aria-haspopup=listbox]'), shown: '[role=option]' },
  { name: 'editions', address: '/persona-builder/ID', open: (page) => page.getByRole('button', { name: /^(Versions|الإصدارات)$/ }).click(), shown: `${DIALOG} li` },
  { name: 'what a number is', address: '/persona-builder/ID?tab=analytics', open: (page) => page.getByRole('button', { name: /what this number is|ما معنى هذا الرقم/ }).first().click(), shown: DIALOG },
  { name: 'people of a persona', address: '/persona-builder/ID?tab=analytics&people=match', shown: `${DIALOG} tbody tr` },
  { name: 'people of nobody', address: '/portfolio?people=none', shown: `${DIALOG} tbody tr` },
  { name: 'field', address: '/settings/fields', open: clickFirst('tbody button'), shown: `${DIALOG} input` },
];

const PAGES = [
  '/persona-builder', '/persona-builder/ID', '/persona-builder/ID?tab=analytics', '/portfolio', '/responses', '/imports', '/imports/new', '/runs',
  '/settings/organisation', '/settings/metrics', '/settings/fields', '/settings/dictionary', '/settings/sync', '/settings/members', '/settings/keys', '/settings/audit', '/help',
];

let olivia: number;
let other: number;
const withIds = (address: string): string => address.replace('ID', String(olivia)).replace('OTHER', String(other));

/** Everything that lies over a page, for everybody: in both colour schemes, from right to left, and on the narrowest screens. */
export function describeOverlays(): void {
  beforeAll(async () => {
    const { items } = unwrap(await world().client.GET('/api/cx-personas'));
    olivia = items.find(({ name }) => name.startsWith('Olivia'))?.id ?? 0;
    other = items.find(({ id }) => id !== olivia)?.id ?? 0;
  });
  for (const { language, colorScheme } of [{ language: 'en', colorScheme: 'light' }, { language: 'en', colorScheme: 'dark' }, { language: 'ar', colorScheme: 'light' }] as const) {
    describe(`${language}, ${colorScheme}`, () => {
      for (const { name, address, open, shown } of OVERLAYS) {
        it(`no violation: ${name}`, async () => {
          const page = await openPage(withIds(address), { language, colorScheme });
          await open?.(page);
          await page.locator(shown).filter({ visible: true }).first().waitFor();
          expect(await findViolations(page)).toEqual([]);
          await keepPicture(page, `overlay-${name}-${language}-${colorScheme}`);
        });
      }

      it('no violation: a message that can be undone', async () => {
        const { id } = await makeCardPersona(`Message ${language} ${colorScheme}`);
        const page = await openPage(`/persona-builder/${id}`, { language, colorScheme });
        await clickFirst('[data-section] [aria-haspopup=menu]')(page);
        await page.locator('[role=menuitem]').filter({ hasText: /Remove section|أزل القسم/ }).click();
        await page.locator('[role=status] button').filter({ hasText: /^(Undo|تراجع)$/ }).waitFor();
        expect(await findViolations(page)).toEqual([]);
        await keepPicture(page, `overlay-message-${language}-${colorScheme}`);
      });
    });
  }
  describe('narrow and enlarged', () => {
    describeWidths();
  });
}

function describeWidths(): void {
  for (const { name, width } of [{ name: '320 pixels', width: 320 }, { name: '200 % of a window of 1280', width: 640 }]) {
    it(`no page scrolls sideways: ${name}`, async () => {
      const page = await openPage('/help', { width });
      const wide: string[] = [];
      for (const address of PAGES) {
        await page.goto(world().likeness.url + withIds(address));
        await page.locator('h1').waitFor();
        await page.locator('main h2, main table, main form').first().waitFor();
        if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
          wide.push(address);
          await keepPicture(page, `wide-${width}${address}`);
        }
      }
      expect(wide).toEqual([]);
    }, 120_000);
  }

  it.each(OVERLAYS.filter(({ shown }) => shown.startsWith(DIALOG)))('fits into 320 pixels: $name', async ({ address, open, shown }) => {
    const page = await openPage(withIds(address), { width: 320, height: 640 });
    await open?.(page);
    const dialog = page.locator(shown).filter({ visible: true }).first();
    await dialog.waitFor();
    const box = await page.locator(DIALOG).filter({ visible: true }).first().boundingBox();
    expect([(box?.x ?? -1) >= 0, (box?.x ?? 0) + (box?.width ?? 999) <= 320]).toEqual([true, true]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
