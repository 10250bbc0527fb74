import type { Page } from 'playwright-core';
import { percentile } from '../../bench/measure.ts';

/** Frames that a page drew while something was done. `longestMs` is the longest time between two of them. */
export type Frames = { perSecond: number; longestMs: number; over33Ms: number; count: number };

/** What the page keeps while frames are counted. */
type Recorder = { __frames?: { stamps: number[]; isOn: boolean } };

/** Counts the frames of a page while `work` drives it: the times between calls of requestAnimationFrame. */
export async function recordFrames(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const recorder = { stamps: [] as number[], isOn: true };
    (globalThis as Recorder).__frames = recorder;
    const look = (now: number): void => {
      recorder.stamps.push(now);
      if (recorder.isOn) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await work();
  const stamps = await page.evaluate(() => {
    const { __frames: recorder } = globalThis as Recorder;
    if (recorder === undefined) return [];
    recorder.isOn = false;
    return recorder.stamps;
  });
  return toFrames(stamps);
}

/**
 * Frames a second and the longest gap, from the moments at which frames began.
 *
 * @example toFrames([0, 16, 32, 82]) // { perSecond: 36.6, longestMs: 50, over33Ms: 1, count: 3 }
 */
export function toFrames(stamps: readonly number[]): Frames {
  const gaps = stamps.slice(1).map((stamp, index) => stamp - (stamps[index] ?? 0));
  const totalMs = gaps.reduce((sum, gap) => sum + gap, 0);
  return { perSecond: (1000 * gaps.length) / totalMs, longestMs: Math.max(0, ...gaps), over33Ms: gaps.filter((gap) => gap > 33.4).length, count: gaps.length };
}

/** @example toFramesText({ perSecond: 59.7, longestMs: 33.3, over33Ms: 0, count: 180 }) // '59.7 frames a second over 180 frames, longest 33 ms, 0 over 33 ms' */
export function toFramesText({ perSecond, longestMs, over33Ms, count }: Frames): string {
  return `${perSecond.toFixed(1)} frames a second over ${count} frames, longest ${longestMs.toFixed(0)} ms, ${over33Ms} over 33 ms`;
}

/** Median and 95th percentile as text. @example toSpread([100, 120, 180]) // 'median 120 ms, p95 180 ms over 3' */
export function toSpread(times: readonly number[]): string {
  return `median ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms over ${times.length}`;
}
