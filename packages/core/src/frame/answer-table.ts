import type { Operand } from './add-tables.ts';
import type { FactKind } from './answer-facts.ts';
import type { Column } from './column.ts';
import { grown } from './grown.ts';

/** Decides the outcome (0, 1, 2) of codes `from` to `to` (excluded). */
export type Decide = (from: number, to: number, outcomes: Uint8Array) => void;

/** A condition on one column, and how much its outcome adds. */
export type TableSource = { kinds: ReadonlySet<FactKind>; decide: Decide; weight: number };

/** For each answer of a column, the sum of weight x outcome over all conditions that look at that column. */
export class AnswerTable {
  readonly column: Column;
  private readonly sources: readonly TableSource[];
  private readonly kinds: ReadonlySet<FactKind>;
  private sums = new Int32Array(16);
  private count = 0;

  constructor(column: Column, sources: readonly TableSource[]) {
    this.column = column;
    this.sources = sources;
    this.kinds = new Set(['answered', ...sources.flatMap(({ kinds }) => [...kinds])]);
  }

  /** Decides the answers that came since. False when `isCancelled` said so in between. */
  prepare(isCancelled: () => boolean): boolean {
    const { answers } = this.column;
    const { count } = answers;
    if (this.count === count) return true;
    if (!answers.facts.prepare(this.kinds, count, isCancelled)) return false;
    this.sums = grown(this.sums, count);
    const outcomes = new Uint8Array(count);
    for (const { decide, weight } of this.sources) {
      decide(this.count, count, outcomes);
      for (let code = this.count; code < count; code += 1) {
        this.sums[code] = (this.sums[code] as number) + weight * (outcomes[code] as number);
      }
    }
    this.count = count;
    return true;
  }

  /** Rows `from` to `to` (excluded), which lie in one segment, ready to be added. */
  toOperand(from: number, to: number): Operand {
    return { codes: this.column.codes.view(from, to), table: this.sums };
  }
}
