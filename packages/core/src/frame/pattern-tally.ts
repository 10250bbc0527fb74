import { grown } from './grown.ts';
import type { Kernel } from './kernel.ts';
import { PairNumbers } from './pair-numbers.ts';

/**
 * Counts of cells (pattern, column), whichever way is smaller: a table when there are few patterns that can be, else
 * numbered pairs. Columns are 0 to `width` - 1.
 */
export class PatternTally {
  private readonly kernel: Kernel;
  private readonly width: number;
  /** null: cells are `pattern * width + column`. */
  private readonly pairs: PairNumbers | null;
  private counts: Uint32Array;

  constructor(kernel: Kernel, width: number, isDense: boolean) {
    this.kernel = kernel;
    this.width = width;
    this.pairs = isDense ? null : new PairNumbers();
    this.counts = new Uint32Array(isDense ? kernel.patternLimit * width : 0);
  }

  /** Counts each row once: in its pattern and its column. */
  add(patterns: Uint32Array, columns: Uint32Array): void {
    if (this.pairs !== null) {
      this.addPairs(this.pairs, patterns, columns);
      return;
    }
    const { width } = this;
    this.counts = grown(this.counts, this.kernel.patternLimit * width);
    const { counts } = this;
    for (let row = 0; row < patterns.length; row += 1) {
      const cell = Math.imul(patterns[row] as number, width) + (columns[row] as number);
      counts[cell] = (counts[cell] as number) + 1;
    }
  }

  /** Every cell that counted anything, in no order that matters. */
  forEachCell(visit: (pattern: number, column: number, count: number) => void): void {
    const { width, pairs, counts } = this;
    const cellCount = pairs === null ? counts.length : pairs.count;
    for (let cell = 0; cell < cellCount; cell += 1) {
      const count = counts[cell] ?? 0;
      if (count === 0) continue;
      const [pattern, column] = pairs === null ? [Math.floor(cell / width), cell % width] : pairs.pairOf(cell);
      visit(pattern, column, count);
    }
  }

  private addPairs(pairs: PairNumbers, patterns: Uint32Array, columns: Uint32Array): void {
    this.counts = grown(this.counts, pairs.count + patterns.length);
    for (let row = 0; row < patterns.length; row += 1) {
      const cell = pairs.numberOf(patterns[row] as number, columns[row] as number);
      this.counts[cell] = (this.counts[cell] as number) + 1;
    }
  }
}
