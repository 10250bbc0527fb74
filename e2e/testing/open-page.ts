import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { type ContextOptions, openContext } from './open-context.ts';
import { world } from './world.ts';

/** `before` runs ahead of the first request: for answers that are to be different, or late. */
export type PageOptions = ContextOptions & { before?: (page: Page) => Promise<unknown> };

/** This address in a browser of its own, which closes when the test ends. For tests, not for hooks. */
export async function openPage(address: string, { before, ...options }: PageOptions = {}): Promise<Page> {
  const context = await openContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await before?.(page);
  await page.goto(world().likeness.url + address);
  return page;
}
