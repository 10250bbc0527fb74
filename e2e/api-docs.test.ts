import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LikenessProcess, makeDataFolder, removeLikeness, startLikeness } from './testing/likeness-process.ts';
import { openBrowser } from './testing/open-browser.ts';

let likeness: LikenessProcess;
let browser: Browser;
beforeAll(async () => {
  [likeness, browser] = await Promise.all([startLikeness(makeDataFolder()), openBrowser()]);
}, 150_000);
afterAll(async () => {
  await browser?.close();
  await removeLikeness(likeness);
});

it('the API documentation opens under its content security policy, and lists and opens operations', async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  page.on('response', (response) => response.status() >= 400 && complaints.push(`${response.url()} answered ${response.status()}`));
  await page.goto(`${likeness.url}/api/docs`);
  const operation = page.locator('#operations-Personas-listPersonas');
  await operation.waitFor();
  await operation.getByRole('button').first().click();
  await operation.getByText('include').first().waitFor();
  expect(await page.locator('.opblock').count()).toBeGreaterThan(50);
  expect(complaints).toEqual([]);
});
