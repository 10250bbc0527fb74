import { expect, it } from 'vitest';
import { toFrames, toSpread } from './frames.ts';

it('tells frames a second, the longest gap and how many were too long', () => {
  const frames = toFrames([0, 16, 32, 82]);
  expect(frames).toMatchObject({ longestMs: 50, over33Ms: 1, count: 3 });
  expect(frames.perSecond).toBeCloseTo(36.6, 1);
});

it('gives median and 95th percentile', () => {
  expect(toSpread([100, 120, 180])).toBe('median 120 ms, p95 180 ms over 3');
});
