import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toTicks } from './to-ticks.ts';

it.each([
  [0, 1227, [0, 500, 1000, 1500]],
  [4.2, 4.9, [4.2, 4.4, 4.6, 4.8, 5]],
  [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [-20, 75, [-20, 0, 20, 40, 60, 80]],
])('%s to %s: %j', (low, high, ticks) => expect(toTicks(low, high)).toEqual(ticks));

it('keeps counts whole', () => expect(toTicks(0, 2, { isWhole: true })).toEqual([0, 1, 2]));

it('is never many, always around the values, and rising', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const ticks = toTicks(low, high);
      const slack = 1e-6 * Math.max(1, Math.abs(low), Math.abs(high));
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks[0]).toBeLessThanOrEqual(low + slack);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - slack);
      for (const [index, tick] of ticks.entries()) if (index > 0) expect(tick).toBeGreaterThan(ticks[index - 1] ?? Infinity);
    }),
  );
});
