import type { Locator, Page } from 'playwright-core';
import { percentile } from '../../bench/measure.ts';
import type { Figure } from './figure.ts';
import { type Frames, recordFrames, toFramesText, toSpread } from './frames.ts';
import type { WeighedWorld } from './weighed-world.ts';

const STEP_MS = 16;
const DRAG_STEPS = 180;
const KEYS = 16;
/** Somebody who types quickly. */
const BETWEEN_KEYS_MS = 120;
/** Long enough for one key's figures to be there before the next key. */
const BETWEEN_QUESTIONS_MS = 600;

/** The rule builder of a persona with five rules, on all responses: frames while typing, and from a key to the new figures. */
export async function weighRuleBuilder({ url, person, survey }: WeighedWorld): Promise<Figure[]> {
  const page = await person.newPage();
  await page.goto(`${url}/persona-builder/${survey.personaIds[0]}?tab=canvas`);
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByText('%').first().waitFor();
  await page.getByRole('button', { name: /^age between/ }).click();
  const handle = page.getByRole('slider', { name: 'Lowest age' });
  await handle.waitFor();
  const drag = await recordFrames(page, () => dragHandle(page, handle));
  const typed = await recordFrames(page, () => typeNumbers(page));
  const keys = await timeKeys(page, handle);
  await page.getByRole('button', { name: /^location/ }).click();
  await page.getByRole('checkbox', { name: 'Leeds' }).waitFor();
  const picked = await recordFrames(page, () => pickValues(page));
  await page.close();
  return [
    toFrameFigure('builder-drag', drag, 'a handle of the histogram is dragged'),
    toFrameFigure('builder-type', typed, `a number is typed, a key every ${BETWEEN_KEYS_MS} ms`),
    toFrameFigure('builder-pick', picked, 'values are picked'),
    toLongestFigure('builder-longest-frame', { drag, typed, picked }),
    {
      name: 'builder-key-to-figure', value: percentile(keys, 0.5), unit: 'ms', limit: { atMost: 150 }, against: 'the preview follows within 150 ms of the last key',
      detail: `from the key event to the frame with new figures, ${toSpread(keys)} keys, one at a time, the request and the answer of the server included`,
    },
  ];
}

function toFrameFigure(name: string, frames: Frames, what: string): Figure {
  return { name, value: frames.perSecond, unit: 'frames/s', limit: { atLeast: 30 }, against: '30 frames a second', detail: `while ${what}: ${toFramesText(frames)}` };
}

function toLongestFigure(name: string, all: Record<string, Frames>): Figure {
  const value = Math.max(...Object.values(all).map(({ longestMs }) => longestMs));
  const detail = Object.entries(all).map(([what, { longestMs, over33Ms, count }]) => `${what}: ${longestMs.toFixed(0)} ms, ${over33Ms} of ${count} over 33 ms`).join('; ');
  return { name, value, unit: 'ms', limit: { atMost: 33.4 }, against: 'never below 30 frames a second', detail };
}

/** By mouse, to the middle and back, as fast as a screen shows it. */
async function dragHandle(page: Page, handle: Locator): Promise<void> {
  const box = await handle.boundingBox();
  if (box === null) throw new Error('The handle is not there');
  const [min, max, value] = await handle.evaluate((input: HTMLInputElement) => [Number(input.min), Number(input.max), Number(input.value)]);
  const thumb = 18;
  const xOf = (share: number): number => box.x + thumb / 2 + share * (box.width - thumb);
  const start = ((value ?? 0) - (min ?? 0)) / ((max ?? 1) - (min ?? 0));
  const y = box.y + box.height / 2;
  await page.mouse.move(xOf(start), y);
  await page.mouse.down();
  for (let step = 0; step <= DRAG_STEPS; step += 1) {
    await page.mouse.move(xOf(start + 0.25 * Math.sin((Math.PI * step) / DRAG_STEPS)), y);
    await page.waitForTimeout(STEP_MS);
  }
  await page.mouse.up();
  await page.waitForTimeout(500);
}

async function typeNumbers(page: Page): Promise<void> {
  const field = page.getByRole('spinbutton', { name: 'From' });
  for (const text of ['31', '24', '38', '19', '27']) {
    await field.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text, { delay: BETWEEN_KEYS_MS });
  }
  await page.waitForTimeout(500);
}

async function pickValues(page: Page): Promise<void> {
  for (const name of ['Leeds', 'Paris', 'Berlin', 'Madrid', 'Austin', 'Toronto', 'Leeds', 'Paris']) {
    await page.getByRole('checkbox', { name }).click();
    await page.waitForTimeout(250);
  }
  await page.waitForTimeout(500);
}

type Watcher = { __figures?: { keyAt: number; shownAt: number } };

/** Milliseconds from a key event to the frame in which the figures of the preview are new, for one key after the other. */
async function timeKeys(page: Page, handle: Locator): Promise<number[]> {
  await handle.focus();
  await page.evaluate(() => {
    const watcher = { keyAt: 0, shownAt: 0 };
    (globalThis as Watcher).__figures = watcher;
    const region = [...document.querySelectorAll('section')].find((section) => section.querySelector('h2')?.textContent === 'Preview');
    // The rest of the card says how long it took.
    const figures = (): string => region?.querySelector('[class*="lines"]')?.textContent ?? '';
    let shown = figures();
    addEventListener('keydown', (event) => {
      shown = figures();
      Object.assign(watcher, { keyAt: event.timeStamp, shownAt: 0 });
    }, true);
    new MutationObserver(() => {
      if (watcher.shownAt !== 0 || figures() === shown) return;
      watcher.shownAt = -1;
      // After the frame that draws it has begun, and been handed on.
      requestAnimationFrame(() => setTimeout(() => (watcher.shownAt = performance.now())));
    }).observe(region ?? document.body, { subtree: true, childList: true, characterData: true });
  });
  const times: number[] = [];
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key < KEYS / 2 ? 'ArrowRight' : 'PageUp');
    await page.waitForTimeout(BETWEEN_QUESTIONS_MS);
    const { keyAt, shownAt } = await page.evaluate(() => (globalThis as Watcher).__figures ?? { keyAt: 0, shownAt: 0 });
    if (shownAt > 0) times.push(shownAt - keyAt);
  }
  if (times.length < KEYS / 2) throw new Error(`Only ${times.length} of ${KEYS} keys changed the figures`);
  return times;
}
