import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toRowWindow } from './to-row-window.ts';

it('covers what is in sight, and the whole height', () => {
  const sight = fc.record({
    count: fc.integer({ min: 0, max: 100_000 }), scrolled: fc.integer({ min: -500, max: 5_000_000 }),
    viewHeight: fc.integer({ min: 0, max: 2000 }), rowHeight: fc.integer({ min: 20, max: 120 }),
  });
  fc.assert(
    fc.property(sight, ({ count, scrolled, viewHeight, rowHeight }) => {
      const { start, end, before, after } = toRowWindow({ count, scrolled, viewHeight, rowHeight });
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(count);
      expect(before + (end - start) * rowHeight + after).toBe(count * rowHeight);
      const inSight = [scrolled, scrolled + viewHeight - 1].map((y) => Math.floor(y / rowHeight)).filter((row) => row >= 0 && row < count);
      for (const row of inSight) {
        expect(row).toBeGreaterThanOrEqual(start);
        expect(row).toBeLessThan(end);
      }
    }),
  );
});

it('draws few of many', () => {
  const { start, end } = toRowWindow({ count: 100_000, scrolled: 2_000_000, viewHeight: 800, rowHeight: 40 });
  expect(end - start).toBeLessThan(100);
});
