import path from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';

/** Writes a picture of the page, for somebody to look at, into the folder that LIKENESS_TEST_PICTURES names; nothing without it. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['LIKENESS_TEST_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: path.join(folder, `${name.replaceAll(/\W+/g, '-')}.png`) });
}
