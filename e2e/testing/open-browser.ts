import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.ts';

/** The real browser that `npm test` found (CHROME_PATH, CHROME_ENV), or the one that would be found now. `hasScrollBars`: with bars that a mouse can drag. */
export async function openBrowser({ hasScrollBars = false } = {}): Promise<Browser> {
  const { CHROME_PATH: path, CHROME_ENV: env } = process.env;
  const browser = path === undefined || env === undefined ? await findBrowser() : { path, env: toEnvironment(JSON.parse(env)) };
  return chromium.launch({
    executablePath: browser.path,
    env: { ...toEnvironment(process.env), ...browser.env },
    // Chromium's own sandbox does not start for root or in most containers; it only opens our own pages here.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    ...(hasScrollBars && { ignoreDefaultArgs: ['--hide-scrollbars'] }),
  });
}

function toEnvironment(value: unknown): Record<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
