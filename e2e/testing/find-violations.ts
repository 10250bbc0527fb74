import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands (all its rules, WCAG 2.2 AA and best practices), one line a node. */
export async function findViolations(page: Page): Promise<string[]> {
  await settle(page);
  // Through the debugger, which the page's content security policy does not stop.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    // What an open menu covers in part need not be large enough until the menu is closed (WCAG 2.5.8); it is looked at without one.
    const menu = document.querySelector('#overlays > *');
    const isCovered = (id: string, selector: string): boolean => id === 'target-size' && menu !== null && !menu.contains(document.querySelector(selector));
    return violations.flatMap(({ id, nodes }) =>
      nodes.filter(({ target }) => !isCovered(id, target.join(' '))).map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary ?? ''}`));
  });
}

/** What is fading in has the contrast of neither end: waits until nothing moves that will ever stop. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    // A transition begins in the frame after the next.
    for (let frame = 0; frame < 3; frame += 1) await nextFrame();
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    // One that is cut off by another one rejects.
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

type AxeResults = { violations: { id: string; nodes: { html: string; target: string[]; failureSummary?: string }[] }[] };
