/** A part of a sheet that must stay whole, in pixels from the sheet's top left. */
export type Block = { left: number; top: number; width: number; height: number };

/** Where a block stands: on which page, from 0, and from that page's top left; `scale` under 1 when it had to be made smaller. */
export type Place = { block: Block; page: number; left: number; top: number; scale: number };

/** Blocks that begin within so many pixels of each other stand in one row. */
const SAME_ROW = 2;

/**
 * On which page does each part of a long sheet stand, so that none is cut?
 *
 * Blocks keep their columns, their order and the room between them; a row of blocks that would cross the end of a page begins
 * the next one, and what follows moves along. A block that is higher than a page is made smaller until it fits. In the order
 * of their tops; no blocks, no places. Both columns of a card flow by themselves.
 *
 * @example placeOnPages([{ left: 0, top: 0, width: 9, height: 60 }, { left: 0, top: 70, width: 9, height: 60 }], 100).map(({ page }) => page) // [0, 1]
 */
export function placeOnPages(blocks: readonly Block[], pageHeight: number): Place[] {
  const placed: { block: Block; start: number; end: number; scale: number }[] = [];
  for (const row of toRows(blocks)) {
    const highest = Math.max(...row.map(({ height }) => height));
    const scale = Math.min(1, pageHeight / highest);
    const wanted = Math.max(...row.map((block) => startOf(block, placed)));
    const offset = wanted % pageHeight;
    const isCut = offset + highest * scale > pageHeight + 0.01;
    const start = isCut ? wanted - offset + pageHeight : wanted;
    for (const block of row) {
      const own = Math.min(1, pageHeight / block.height);
      placed.push({ block, start, end: start + block.height * own, scale: own });
    }
  }
  return placed.map(({ block, start, scale }) => {
    const page = Math.floor(start / pageHeight + 1e-9);
    return { block, page, left: block.left + (block.width * (1 - scale)) / 2, top: Math.max(0, start - page * pageHeight), scale };
  });
}

function toRows(blocks: readonly Block[]): Block[][] {
  const rows: Block[][] = [];
  for (const block of blocks.toSorted((a, b) => a.top - b.top || a.left - b.left)) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && block.top - row[0].top < SAME_ROW && row.every((other) => !areInOneColumn(block, other))) row.push(block);
    else rows.push([block]);
  }
  return rows;
}

/** As far below what stands above it as on the sheet; where nothing does, as far down as there. */
function startOf(block: Block, placed: readonly { block: Block; end: number }[]): number {
  const above = placed.filter((other) => areInOneColumn(block, other.block));
  if (above.length === 0) return Math.max(0, block.top);
  return Math.max(...above.map((other) => other.end + Math.max(0, block.top - other.block.top - other.block.height)));
}

function areInOneColumn(a: Block, b: Block): boolean {
  return a.left < b.left + b.width - 1 && b.left < a.left + a.width - 1;
}
