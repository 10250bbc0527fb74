import type { Page } from 'playwright-core';
import type { Figure } from './figure.ts';
import { recordFrames, toFramesText } from './frames.ts';
import type { WeighedWorld } from './weighed-world.ts';

const ROWS = 100_000;
const WHEEL_TURNS = 120;
const WHEEL_PX = 400;
const DRAG_STEPS = 150;
const STEP_MS = 16;

/** The list of responses: the wheel while pages come in, then the scroll bar over all of 100,000 rows (fewer when there are fewer). */
export async function weighScrolling({ url, person, survey }: WeighedWorld, note: (text: string) => void): Promise<Figure[]> {
  const page = await person.newPage();
  await page.goto(`${url}/responses`);
  await page.locator('tbody tr[data-index]').first().waitFor();
  await page.mouse.move(640, 500);
  const loading = await scroll(page, () => turnWheel(page, WHEEL_PX));
  const rows = await loadRows(page, Math.min(ROWS, survey.responseCount), note);
  const wheel = await scroll(page, async () => {
    await turnWheel(page, -WHEEL_PX);
    await turnWheel(page, WHEEL_PX);
  });
  const drag = await scroll(page, () => dragScrollBar(page));
  await page.close();
  const shared = `${rows.toLocaleString('en-US')} rows loaded`;
  return [
    toFigure('scroll-while-loading', loading, 'wheel from the top of the list, pages of rows arriving meanwhile'),
    toFigure('scroll-wheel', wheel, `wheel at the end of the list, ${shared}`),
    toFigure('scroll-bar', drag, `scroll bar dragged from end to start and half way back, ${shared}`),
    {
      name: 'scroll-bar-rows-there', value: drag.settledMs, unit: 'ms', limit: { atMost: 100 }, against: 'rows there when the scrolling stops',
      detail: `from the last movement to a frame whose whole window is rows; ${drag.emptyFrames} of ${drag.frames.count} frames showed a hole meanwhile; wheel: ${wheel.emptyFrames} of ${wheel.frames.count}`,
    },
  ];
}

function toFigure(name: string, { frames, emptyFrames }: Scrolled, how: string): Figure {
  return { name, value: frames.perSecond, unit: 'frames/s', limit: { atLeast: 30 }, against: '30 frames a second', detail: `${how}: ${toFramesText(frames)}, ${emptyFrames} with a hole` };
}

type Scrolled = { frames: Awaited<ReturnType<typeof recordFrames>>; emptyFrames: number; settledMs: number };
type Watcher = { __rows?: { empty: number; lastScrollAt: number; settledAt: number; isOn: boolean } };

async function scroll(page: Page, work: () => Promise<void>): Promise<Scrolled> {
  await page.evaluate(() => {
    const watcher = { empty: 0, lastScrollAt: performance.now(), settledAt: 0, isOn: true };
    (globalThis as Watcher).__rows = watcher;
    addEventListener('scroll', () => {
      watcher.lastScrollAt = performance.now();
      watcher.settledAt = 0;
    }, { passive: true });
    const isRow = (y: number): boolean => {
      const found = document.elementFromPoint(640, y)?.closest('tr');
      return found === null || found === undefined || !found.hasAttribute('aria-hidden');
    };
    const look = (): void => {
      const isWhole = [0.15, 0.4, 0.65, 0.9].every((share) => isRow(innerHeight * share));
      if (!isWhole) watcher.empty += 1;
      else if (watcher.settledAt === 0) watcher.settledAt = performance.now();
      if (watcher.isOn) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const frames = await recordFrames(page, work);
  await page.waitForTimeout(300);
  const seen = await page.evaluate(() => {
    const { __rows: watcher } = globalThis as Watcher;
    if (watcher === undefined) return { empty: 0, settledMs: 0 };
    watcher.isOn = false;
    return { empty: watcher.empty, settledMs: Math.max(0, watcher.settledAt - watcher.lastScrollAt) };
  });
  return { frames, emptyFrames: seen.empty, settledMs: seen.settledMs };
}

async function turnWheel(page: Page, px: number): Promise<void> {
  for (let turn = 0; turn < WHEEL_TURNS; turn += 1) {
    await page.mouse.wheel(0, px);
    await page.waitForTimeout(STEP_MS);
  }
}

/** At the end of the page the thumb lies above the bar's lower arrow. */
async function dragScrollBar(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForTimeout(100);
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  const [x, bottom, top] = [width - 7, height - 24, 24];
  const before = await page.evaluate(() => scrollY);
  await page.mouse.move(x, bottom);
  await page.mouse.down();
  const moveTo = async (share: number): Promise<void> => {
    await page.mouse.move(x, bottom + (top - bottom) * share);
    await page.waitForTimeout(STEP_MS);
  };
  for (let step = 1; step <= DRAG_STEPS; step += 1) await moveTo(step / DRAG_STEPS);
  const after = await page.evaluate(() => scrollY);
  if (after > before / 2) throw new Error(`The scroll bar did not move: ${before} px before, ${after} px after`);
  for (let step = DRAG_STEPS; step >= DRAG_STEPS / 2; step -= 1) await moveTo(step / DRAG_STEPS);
  await page.mouse.up();
}

/** Goes to the end of the list until so many rows are there; answers how many are. */
async function loadRows(page: Page, wanted: number, note: (text: string) => void): Promise<number> {
  const startedAtMs = performance.now();
  let rows = 0;
  for (let tries = 0; tries < 5000 && rows < wanted; tries += 1) {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForTimeout(20);
    rows = await page.evaluate(() => Number([...document.querySelectorAll('tbody tr[data-index]')].at(-1)?.getAttribute('data-index') ?? 0) + 1);
  }
  note(`${rows} rows in ${((performance.now() - startedAtMs) / 1000).toFixed(0)} s\n`);
  return rows;
}
