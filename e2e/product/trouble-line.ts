import { unwrap } from '@likeness/sdk';
import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { isShown } from '../testing/is-shown.ts';
import { keepPicture } from '../testing/keep-picture.ts';
import { startLikeness } from '../testing/likeness-process.ts';
import { type CardPersona, makeCardPersona } from '../testing/make-card-persona.ts';
import { openPage } from '../testing/open-page.ts';
import { world } from '../testing/world.ts';

const EVENTS = '**/api/events';

/** The line to the server: slow, cut, and back; at last the server itself is killed and started again. */
export function describeLine(): void {
  it('shows the shape of the result while a slow line brings it, and moves nothing when it is there', async () => {
    const page = await openPage('/help');
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Network.enable');
    await devTools.send('Network.emulateNetworkConditions', { offline: false, latency: 700, downloadThroughput: 60_000, uploadThroughput: 60_000 });
    await page.getByRole('navigation').getByRole('link', { name: 'Portfolio' }).click();
    expect(await isShown(page.getByRole('status', { name: 'Loading' }))).toBe(true);
    await keepPicture(page, 'slow-portfolio');
    await watchShifts(page);
    expect(await isShown(page.getByRole('region', { name: 'The answer' }))).toBe(true);
    await page.getByRole('table', { name: 'Union coverage' }).waitFor();
    expect(await shiftsOf(page)).toBeLessThan(0.1);
  }, 90_000);

  it('shows the newest of two answers, whichever comes first', async () => {
    const released = Promise.withResolvers<void>();
    const late = async (route: Route): Promise<void> => {
      if (route.request().url().includes('level=match')) await released.promise;
      // A request that the page has given up cannot be answered any more.
      await route.continue().catch(() => undefined);
    };
    const page = await openPage('/portfolio', { before: (opened) => opened.route('**/api/cx-personas/portfolio?*', late) });
    const answer = page.getByRole('region', { name: 'The answer' });
    await answer.waitFor();
    await page.getByRole('radio', { name: 'Match 50+' }).check({ force: true });
    await page.getByRole('radio', { name: 'Every rule' }).check({ force: true });
    const gap = unwrap(await world().client.GET('/api/cx-personas/portfolio', { params: { query: { level: 'every_rule' } } })).nobody.persona_customers;
    expect(await isShown(answer.getByText(`${gap.toLocaleString('en-GB')} people`))).toBe(true);
    released.resolve();
    await page.waitForTimeout(500);
    expect(await answer.getByText(`${gap.toLocaleString('en-GB')} people`).count()).toBeGreaterThan(0);
  });
  describeBreaks();
}

function describeBreaks(): void {
  it('says that nothing is heard from the server while events are cut, and catches up when they are back', async () => {
    const page = await openPage('/persona-builder', { before: (opened) => opened.route(EVENTS, (route) => route.abort()) });
    const banner = page.getByText('The server does not answer.');
    expect(await isShown(banner)).toBe(true);
    await keepPicture(page, 'events-cut');
    expect(await findViolations(page)).toEqual([]);
    const name = `Made meanwhile ${Date.now()}`;
    unwrap(await world().client.POST('/api/cx-personas', { body: { name, status: 'draft' } }));
    await page.unroute(EVENTS);
    await page.getByRole('button', { name: 'Try now' }).click();
    expect(await isShown(page.getByRole('article', { name }))).toBe(true);
    await banner.waitFor({ state: 'detached' });
  });

  it('says that the session has ended while somebody types, keeps it, and stores it after signing in', async () => {
    const { id } = await makeCardPersona('Signed out');
    const page = await openPage(`/persona-builder/${id}`);
    await page.getByRole('textbox', { name: 'Claim' }).waitFor();
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole('textbox', { name: 'Claim' }).fill('Typed without a session');
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    expect(await isShown(dialog)).toBe(true);
    await keepPicture(page, 'session-ended');
    await page.context().addCookies(cookies);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByRole('textbox', { name: 'Claim' }).inputValue()).toBe('Typed without a session');
    await expect.poll(() => cardOf(id)).toContain('Typed without a session');
  });
}

/** Kills the server of the world, so nothing may come after it. */
export function describeKilledServer(): void {
  it('keeps what is typed into card and rules while the server is dead, and stores it by itself when it is back', async () => {
    const { likeness } = world();
    const persona = await makeCardPersona('Survivor');
    const page = await openPage(`/persona-builder/${persona.id}`);
    await page.getByRole('textbox', { name: 'Claim' }).fill('Acknowledged');
    await expect.poll(() => cardOf(persona.id)).toContain('Acknowledged');
    await page.getByRole('textbox', { name: 'Claim' }).fill('Typed in the middle');
    process.kill(likeness.processIds().server, 'SIGKILL');
    await likeness.exit;
    await page.getByRole('textbox', { name: 'Claim' }).pressSequentially(' of a crash');
    await page.getByRole('button', { name: 'More weight for age between 25 and 40' }).click();
    expect(await isShown(page.getByText('Kept in this browser.'))).toBe(true);
    expect(await isShown(page.getByRole('button', { name: 'Try now' }))).toBe(true);
    await keepPicture(page, 'server-killed');
    expect(await findViolations(page)).toEqual([]);
    const { port } = new URL(likeness.url);
    const revived = await startLikeness(likeness.dataFolder, { PORT: port });
    try {
      await expectTheDraft(page, persona);
    } finally {
      await revived.stop();
    }
  }, 180_000);
}

/** What was typed is there, on the page and on the server, without anybody doing anything; the rules are still a draft. */
async function expectTheDraft(page: Page, { id }: CardPersona): Promise<void> {
  await expect.poll(() => cardOf(id).catch(() => ''), { timeout: 45_000 }).toContain('Typed in the middle of a crash');
  await page.getByText('Kept in this browser.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Try now' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('textbox', { name: 'Claim' }).inputValue()).toBe('Typed in the middle of a crash');
  expect(await isShown(page.getByText('Draft of edition 2', { exact: false }))).toBe(true);
  await page.reload();
  expect(await page.getByRole('spinbutton', { name: 'Weight of age between 25 and 40' }).inputValue()).toBe('2');
  expect(unwrap(await world().client.GET('/api/cx-personas/{id}', { params: { path: { id } } })).edition).toBe(1);
}

async function cardOf(id: number): Promise<string> {
  return JSON.stringify(unwrap(await world().client.GET('/api/cx-personas/{id}', { params: { path: { id } } })).card);
}

/** Counts from now on how much of what is in sight moves by itself, as browsers measure it. */
async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const total = { shifts: 0 };
    Object.assign(globalThis, { total });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) total.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift' });
  });
}

async function shiftsOf(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { total: { shifts: number } }).total.shifts);
}
