import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, placeOnPages } from './place-on-pages.ts';

const full = (top: number, height: number): Block => ({ left: 0, top, width: 200, height });
const half = (left: 0 | 110, top: number, height: number): Block => ({ left, top, width: 90, height });

/** Cards in one or two columns, below each other. */
const sheets = fc.array(fc.record({ isFull: fc.boolean(), heights: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 2 }), gap: fc.integer({ min: 0, max: 20 }) }), { maxLength: 30 })
  .map((rows) => {
    const ends = [0, 0];
    return rows.flatMap(({ isFull, heights: [first = 1, second = 1], gap }): Block[] => {
      const [left = 0, right = 0] = ends;
      if (isFull) {
        const top = Math.max(left, right) + gap;
        ends.fill(top + first);
        return [full(top, first)];
      }
      ends[0] = left + gap + first;
      ends[1] = right + gap + second;
      return [half(0, left + gap, first), half(110, right + gap, second)];
    });
  });

describe('the pages of a sheet', () => {
  it('begin anew between blocks, with a row staying together', () => {
    const places = placeOnPages([full(0, 60), half(0, 70, 20), half(110, 70, 40), full(120, 10)], 100);
    expect(places.map(({ page, top }) => [page, top])).toEqual([[0, 0], [1, 0], [1, 0], [1, 50]]);
  });

  it('make a block smaller that is higher than a page', () => {
    expect(placeOnPages([full(10, 250)], 100)).toEqual([{ block: full(10, 250), page: 1, left: 60, top: 0, scale: 0.4 }]);
  });

  it('hold each block once and whole, and no two on each other', () => {
    fc.assert(
      fc.property(sheets, (blocks) => {
        const places = placeOnPages(blocks, 300);
        expect(places.map(({ block }) => block).toSorted(byPlace)).toEqual(blocks.toSorted(byPlace));
        for (const { block, top, scale } of places) {
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top + block.height * scale).toBeLessThanOrEqual(300.02);
        }
        for (const [index, a] of places.entries()) {
          for (const b of places.slice(index + 1)) {
            const isBeside = a.block.left + a.block.width <= b.block.left || b.block.left + b.block.width <= a.block.left;
            const isApart = a.page !== b.page || a.top + a.block.height * a.scale <= b.top + 0.02 || b.top + b.block.height * b.scale <= a.top + 0.02;
            expect(isBeside || isApart).toBe(true);
          }
        }
      }),
    );
  });
});

function byPlace(a: Block, b: Block): number {
  return a.top - b.top || a.left - b.left || a.height - b.height;
}
