import type { Range } from '../rules/range.ts';
import { MATCHED } from './kernel.ts';
import { grown } from './grown.ts';

/**
 * The numbers (or moments) in each distinct answer: most answers hold one or none, the others are kept apart.
 */
export class NumberFacts {
  count = 1;
  /** NaN: the answer holds none, or several. */
  private numbers = Float64Array.of(Number.NaN);
  private readonly severalOf = new Map<number, readonly number[]>();

  get byteCount(): number {
    return this.numbers.byteLength + 120 * this.severalOf.size;
  }

  /** Takes the numbers of the next answer. */
  add(numbers: readonly number[]): void {
    const code = this.count;
    this.numbers = grown(this.numbers, code + 1);
    this.numbers[code] = numbers.length === 1 ? (numbers[0] as number) : Number.NaN;
    if (numbers.length > 1) this.severalOf.set(code, [...numbers]);
    this.count += 1;
  }

  /** Marks the codes from `from` to `to` (excluded) that hold a number in the range. */
  markInside({ lowest, highest }: Range, from: number, to: number, outcomes: Uint8Array): void {
    const { numbers } = this;
    for (let code = from; code < to; code += 1) {
      const number = numbers[code] as number;
      if (number >= lowest && number <= highest) outcomes[code] = MATCHED;
    }
    for (const [code, several] of this.severalOf) {
      if (code < from || code >= to) continue;
      if (several.some((number) => number >= lowest && number <= highest)) outcomes[code] = MATCHED;
    }
  }
}
