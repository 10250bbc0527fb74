import { unwrap } from '@likeness/sdk';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { openPage, type PageOptions } from '../testing/open-page.ts';
import { world } from '../testing/world.ts';

const PAGES = ['/persona-builder', '/portfolio', '/responses', '/imports', '/imports/new', '/runs', '/settings/organisation', '/settings/members', '/help'];

/** The frame around the pages: getting about, finding, keys, languages, colours, and what happens when the server is gone. */
export function describeShell(): void {
  describe('getting about', () => {
    describeNavigation();
  });
  describe('search and keys', () => {
    describeCommands();
  });
  describe('languages and colours', () => {
    describeLanguages();
  });
  describe('trouble', () => {
    describeTrouble();
  });
  describe('organisations', () => {
    describeTenants();
  });
}

function describeNavigation(): void {
  it('goes to every page by mouse, with its title, the focus on its heading, and back', async () => {
    const page = await open('/persona-builder');
    for (const name of ['Portfolio', 'Responses', 'Imports', 'Runs', 'Settings']) {
      await page.getByRole('navigation').getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      expect(await page.title()).toBe(`${name} · Likeness`);
      expect(await page.getByRole('heading', { level: 1 }).evaluate((heading) => heading === document.activeElement)).toBe(true);
      expect(await page.getByRole('navigation').getByRole('link', { name }).getAttribute('aria-current')).toBe('page');
    }
    await page.goBack();
    expect(await isShown(page.getByRole('heading', { level: 1, name: 'Runs' }))).toBe(true);
  });

  it('opens a persona from its card, and keeps tab and range in the address over a reload', async () => {
    const page = await open('/persona-builder');
    await page.getByRole('link', { name: /^Olivia/ }).click();
    await page.getByRole('tab', { name: 'Analytics', selected: true }).waitFor();
    await page.getByRole('radio', { name: 'Last 90 days' }).check({ force: true });
    await page.waitForURL(/range=90/);
    await page.reload();
    expect(await isShown(page.getByRole('heading', { level: 1, name: /^Olivia/ }))).toBe(true);
    expect(await page.getByRole('radio', { name: 'Last 90 days' }).isChecked()).toBe(true);
    await page.getByRole('tab', { name: 'Analytics' }).press('ArrowLeft');
    await page.waitForURL(/tab=canvas/);
    expect(await page.getByRole('tab', { name: 'Canvas' }).getAttribute('aria-selected')).toBe('true');
  });

  it('says so for an address, a section and an id that do not exist', async () => {
    const page = await open('/nowhere');
    expect(await isShown(page.getByRole('heading', { level: 1, name: 'There is no such page' }))).toBe(true);
    await page.goto(`${world().likeness.url}/responses/987654321`);
    expect(await isShown(page.getByRole('heading', { name: 'It is not here' }))).toBe(true);
    expect(await findViolations(page)).toEqual([]);
  });
}

function describeCommands(): void {
  it('finds a persona, a response and an action by typing, without a mouse', async () => {
    const page = await open('/runs');
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Search' }).fill('oliv');
    await page.getByRole('option', { name: /^Olivia/, selected: true }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await isShown(page.getByRole('heading', { level: 1, name: /^Olivia/ }))).toBe(true);
    const id = unwrap(await world().client.GET('/api/responses', { params: { query: { limit: 1 } } })).items[0]?.id ?? 0;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).fill(String(id));
    await page.getByRole('option', { name: `Response ${id}` }).click();
    expect(await isShown(page.getByRole('heading', { level: 1, name: `Response ${id}` }))).toBe(true);
  });

  it('goes by keys, lists them on the help sheet, and lets single keys be turned off', async () => {
    const page = await open('/persona-builder');
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.getByRole('heading', { level: 1, name: 'Portfolio' }).waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByText('Go to Imports').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await sheet.getByRole('switch', { name: 'Shortcuts of a single key' }).click();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).waitFor();
    expect(page.url()).toMatch(/\/portfolio$/);
  });

  it('never takes a key from somebody who types', async () => {
    const page = await open('/persona-builder');
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Search' }).pressSequentially('g o?/');
    expect(await page.getByRole('combobox', { name: 'Search' }).inputValue()).toBe('g o?/');
    expect(page.url()).toMatch(/\/persona-builder$/);
  });
}

function describeLanguages(): void {
  it('speaks Arabic from right to left when chosen, and keeps it', async () => {
    const page = await open('/portfolio');
    await page.getByRole('button', { name: /sign out/ }).click();
    await page.getByRole('menuitemradio', { name: 'العربية' }).click();
    await page.getByRole('heading', { level: 1, name: 'المجموعة' }).waitFor();
    await page.goto(`${world().likeness.url}/runs`);
    await page.getByRole('heading', { level: 1, name: 'العمليات' }).waitFor();
    expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual(['rtl', 'ar']);
  });

  it('keeps the colours that are chosen', async () => {
    const page = await open('/portfolio');
    await page.getByRole('button', { name: /sign out/ }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark');
  });

  for (const { language, colorScheme, width } of [
    { language: 'en', colorScheme: 'light', width: 1280 },
    { language: 'en', colorScheme: 'dark', width: 390 },
    { language: 'ar', colorScheme: 'dark', width: 1280 },
    { language: 'ar', colorScheme: 'light', width: 390 },
  ] as const) {
    it(`has no axe violation and no sideways scrolling on any page: ${language}, ${colorScheme}, ${width}`, async () => {
      const page = await open('/help', { language, colorScheme, width });
      for (const address of PAGES) {
        await page.goto(world().likeness.url + address);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('load');
        const shown = { address, violations: await findViolations(page), width: await page.evaluate(() => document.documentElement.scrollWidth) };
        expect(shown).toEqual({ address, violations: [], width });
      }
    }, 90_000);
  }
}

function describeTrouble(): void {
  it('says that the network is gone, keeps what is shown, and goes on by itself', async () => {
    const page = await open('/portfolio');
    const table = page.getByRole('table', { name: 'Union coverage' });
    await table.waitFor();
    await page.context().setOffline(true);
    expect(await isShown(page.getByText('You are offline.'))).toBe(true);
    expect(await table.isVisible()).toBe(true);
    await page.context().setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'detached', timeout: 20_000 });
  });

  it('says that something went wrong on the server, and loads on Try again', async () => {
    const page = await open('/help');
    const broken = '**/api/runs?*';
    await page.route(broken, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"type":"internal","title":"Oh","status":500,"code":"internal","request_id":"req-77"}' }));
    await page.getByRole('navigation').getByRole('link', { name: 'Runs' }).click();
    expect(await isShown(page.getByRole('heading', { name: 'It did not load' }))).toBe(true);
    expect(await page.getByText('Request req-77').isVisible()).toBe(true);
    await page.unroute(broken);
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await isShown(page.getByRole('table'))).toBe(true);
  });

  it('asks for a sign-in over the page when the session has ended, and then sends what was refused', async () => {
    const page = await open('/settings/organisation');
    await page.getByRole('textbox', { name: 'Time zone' }).or(page.getByRole('combobox', { name: 'Time zone' })).first().waitFor();
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole('tab', { name: 'Members' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    expect(await isShown(dialog)).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    expect(await isShown(dialog.getByText('Nobody is signed in yet.'))).toBe(true);
    await page.context().addCookies(cookies);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await isShown(page.getByRole('table', { name: /Members/ }))).toBe(true);
  });
}

function describeTenants(): void {
  it('switches the organisation, and shows nothing of the one before', async () => {
    const tenant = unwrap(await world().session.POST('/api/tenants', { body: { name: 'Switched to', time_zone: 'UTC' } }));
    const page = await open('/runs');
    await page.getByRole('button', { name: /sign out/ }).click();
    await page.getByRole('menuitemradio', { name: /^Switched to/ }).click();
    expect(await isShown(page.getByRole('heading', { name: 'No personas yet' }))).toBe(true);
    expect(await page.getByRole('article').count()).toBe(0);
    const { tenant: now } = await page.evaluate(async (): Promise<{ tenant: { id: number } }> => (await fetch('/api/session')).json());
    expect(now.id).toBe(tenant.id);
  });
}

async function open(address: string, options: PageOptions = {}): Promise<Page> {
  const page = await openPage(address, options);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
