import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { openBrowser } from '../testing/open-browser.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOOKS = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
] as const;

describe('the page that likeness analyze writes', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'analyze-page-'));
  const page = path.join(folder, 'report.html');
  let browser: Browser;

  beforeAll(async () => {
    const words = ['analyze', path.join(ROOT, 'examples/coffee-survey.csv'), '--personas', path.join(ROOT, 'examples/coffee-personas.json'), '--html', page];
    const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'packages/server/src/cli/likeness.ts'), ...words], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    fs.rmSync(folder, { recursive: true });
  });

  it.each(LOOKS)('is accessible and fits, loads nothing and says nothing to the console: %j', async ({ width, colorScheme }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const tab = await context.newPage();
    const said: string[] = [];
    const loaded: string[] = [];
    tab.on('console', (message) => void said.push(message.text()));
    tab.on('request', (request) => void loaded.push(request.url()));
    await tab.goto(pathToFileURL(page).href);
    await tab.evaluate(() => document.querySelectorAll('details').forEach((details) => void (details.open = true)));
    expect(await findViolations(tab)).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(said).toEqual([]);
    expect(loaded).toEqual([pathToFileURL(page).href]);
    expect(await tab.evaluate(() => [...document.querySelectorAll('h2')].map((heading) => heading.textContent))).toContain('Home brewer');
    await context.close();
  });
});
