/** How much of a bar each band takes, in whole cells. */
export type BandCells = { strong: number; moderate: number; weak: number };

const BANDS = ['strong', 'moderate', 'weak'] as const;

/**
 * How many of a bar's `length` cells does each band take? The cells add up to `length`.
 *
 * Whole cells first, then one each by the largest remainder (Hamilton's method). A band with anybody in it takes at
 * least one cell, from the largest, so that nobody disappears. No responses: no cells. `length` is at least 3.
 *
 * @example toBandCells({ strong: 1, moderate: 0, weak: 999 }, 10) // { strong: 1, moderate: 0, weak: 9 }
 */
export function toBandCells(counts: BandCells, length: number): BandCells {
  const total = counts.strong + counts.moderate + counts.weak;
  const cells: BandCells = { strong: 0, moderate: 0, weak: 0 };
  if (total === 0) return cells;
  const exact = (band: keyof BandCells): number => (counts[band] * length) / total;
  for (const band of BANDS) cells[band] = Math.floor(exact(band));
  const byRemainder = BANDS.toSorted((a, b) => (exact(b) % 1) - (exact(a) % 1));
  const spare = length - cells.strong - cells.moderate - cells.weak;
  for (const band of byRemainder.slice(0, spare)) cells[band] += 1;
  for (const band of BANDS) {
    if (counts[band] === 0 || cells[band] > 0) continue;
    const [largest = band] = BANDS.toSorted((a, b) => cells[b] - cells[a]);
    cells[largest] -= 1;
    cells[band] = 1;
  }
  return cells;
}
