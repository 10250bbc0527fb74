/** What can be seen of a table. Heights in pixels. */
export type Sight = {
  count: number;
  /** How far the first row lies above the window's upper edge; negative: below it. */
  scrolled: number;
  viewHeight: number;
  rowHeight: number;
};

const OVERSCAN = 16;
const STEP = 8;

/**
 * Which rows to draw, from `start` up to, not including, `end`, and the pixels that the others take before and after.
 *
 * Steps of eight rows and sixteen more on each side, so that scrolling seldom draws anew and never shows a hole.
 *
 * @example toRowWindow({ count: 1000, scrolled: 4000, viewHeight: 800, rowHeight: 40 }) // { start: 80, end: 144, before: 3200, after: 34240 }
 */
export function toRowWindow({ count, scrolled, viewHeight, rowHeight }: Sight): { start: number; end: number; before: number; after: number } {
  const height = Math.max(1, rowHeight);
  const first = Math.floor(Math.max(0, scrolled) / height / STEP) * STEP;
  const start = Math.max(0, Math.min(first, count - 1) - OVERSCAN);
  const inSight = Math.ceil(Math.max(0, viewHeight) / height / STEP) * STEP + STEP;
  const end = Math.min(count, Math.max(first, start) + inSight + OVERSCAN);
  return { start, end, before: start * height, after: (count - end) * height };
}
