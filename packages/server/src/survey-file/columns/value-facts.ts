import { readDate, readNumber } from '@likeness/core';
import type { DateOrder } from '@likeness/core';

/** How many answers can be read as numbers and as dates, and in which order of day and month. */
export class ValueFacts {
  answers = 0;
  numbers = 0;
  wholeNumbers = 0;
  min: number | null = null;
  max: number | null = null;
  /** First answer that is no number. */
  notNumber: string | null = null;
  /** Answers readable under each order; ISO dates count for all three. */
  dates: Record<DateOrder, number> = { mdy: 0, dmy: 0, ymd: 0 };
  /** First answer that only this order can read: the proof of the order. */
  proof: Record<DateOrder, string | null> = { mdy: null, dmy: null, ymd: null };

  /** Adds an answer that was given `count` times. */
  add(value: string, count: number): void {
    this.answers += count;
    const number = readNumber(value);
    if (number !== null) {
      this.numbers += count;
      if (Number.isInteger(number)) this.wholeNumbers += count;
      this.min = this.min === null ? number : Math.min(this.min, number);
      this.max = this.max === null ? number : Math.max(this.max, number);
      return;
    }
    this.notNumber ??= value;
    const readable = (['mdy', 'dmy', 'ymd'] as const).filter((order) => readDate(value, order) !== null);
    for (const order of readable) this.dates[order] += count;
    const only = readable.length === 1 ? readable[0] : undefined;
    if (only !== undefined) this.proof[only] ??= value;
  }

  copy(): ValueFacts {
    const copy = Object.assign(new ValueFacts(), this);
    copy.dates = { ...this.dates };
    copy.proof = { ...this.proof };
    return copy;
  }
}
