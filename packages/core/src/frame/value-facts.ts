import { grown } from './grown.ts';
import { MATCHED } from './kernel.ts';

/** About what a map needs for one short text and its number. */
const BYTES_PER_VALUE = 80;

/** What a list test asks for: at least `count` of the values. One set for each variant of the field. */
export type WantedValues = { values: ReadonlySet<string>; count: number };

/**
 * The values in each distinct answer as numbers, each value once an answer: list tests compare numbers, whatever the
 * number of options.
 */
export class ValueFacts {
  count = 1;
  private readonly numberOf = new Map<string, number>();
  private textLength = 0;
  /** The values of an answer are `items[ends[code - 1]]` up to `items[ends[code]]` (excluded). */
  private ends = new Uint32Array(16);
  private items = new Uint32Array(16);

  get byteCount(): number {
    return this.ends.byteLength + this.items.byteLength + BYTES_PER_VALUE * this.numberOf.size + 2 * this.textLength;
  }

  /** Takes the values of the next answer. */
  add(values: readonly string[]): void {
    const start = this.ends[this.count - 1] as number;
    let end = start;
    this.items = grown(this.items, end + values.length);
    for (const value of values.length > 1 ? new Set(values) : values) {
      this.items[end] = this.toNumber(value);
      end += 1;
    }
    this.ends = grown(this.ends, this.count + 1);
    this.ends[this.count] = end;
    this.count += 1;
  }

  /** Marks the codes from `from` to `to` (excluded) that hold enough of the values that their variant asks for. */
  markHolding(wanted: readonly WantedValues[], variantOf: (code: number) => number, from: number, to: number, outcomes: Uint8Array): void {
    const asked = wanted.map(({ values, count }) => ({ flags: this.toFlags(values), count }));
    const { ends, items } = this;
    for (let code = from; code < to; code += 1) {
      const ask = asked[asked.length === 1 ? 0 : variantOf(code)];
      if (ask === undefined) continue;
      const { flags, count } = ask;
      let held = 0;
      for (let at = ends[code - 1] as number; at < (ends[code] as number); at += 1) held += flags[items[at] as number] as number;
      if (held >= count) outcomes[code] = MATCHED;
    }
  }

  private toFlags(values: ReadonlySet<string>): Uint8Array {
    const flags = new Uint8Array(this.numberOf.size);
    for (const value of values) {
      const number = this.numberOf.get(value);
      if (number !== undefined) flags[number] = 1;
    }
    return flags;
  }

  private toNumber(value: string): number {
    const known = this.numberOf.get(value);
    if (known !== undefined) return known;
    const number = this.numberOf.size;
    this.numberOf.set(value, number);
    this.textLength += value.length;
    return number;
  }
}
