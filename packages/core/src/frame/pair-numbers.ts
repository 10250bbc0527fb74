import { grown } from './grown.ts';

/**
 * Numbers pairs of 32-bit numbers from 0, in the order in which they are first met.
 *
 * Cost: a lookup in a hash table; none when a pair follows itself.
 */
export class PairNumbers {
  count = 0;
  private firsts = new Uint32Array(16);
  private seconds = new Uint32Array(16);
  /** Open addressing: number + 1 at the place of its pair, 0 where it is free. */
  private table = new Uint32Array(64);
  private last = -1;

  numberOf(first: number, second: number): number {
    if (this.last !== -1 && this.firsts[this.last] === first && this.seconds[this.last] === second) return this.last;
    const mask = this.table.length - 1;
    let place = this.placeOf(first, second, mask);
    for (let entry = this.table[place] as number; entry !== 0; entry = this.table[place] as number) {
      if (this.firsts[entry - 1] === first && this.seconds[entry - 1] === second) {
        this.last = entry - 1;
        return this.last;
      }
      place = (place + 1) & mask;
    }
    this.last = this.add(first, second, place);
    return this.last;
  }

  /** The pair of a number. Throws a RangeError when there is none. */
  pairOf(number: number): [number, number] {
    if (number < 0 || number >= this.count) throw new RangeError(`There is no pair ${number}.`);
    return [this.firsts[number] as number, this.seconds[number] as number];
  }

  private add(first: number, second: number, place: number): number {
    const number = this.count;
    this.firsts = grown(this.firsts, number + 1);
    this.seconds = grown(this.seconds, number + 1);
    this.firsts[number] = first;
    this.seconds[number] = second;
    this.table[place] = number + 1;
    this.count += 1;
    if (2 * this.count > this.table.length) this.enlarge();
    return number;
  }

  private placeOf(first: number, second: number, mask: number): number {
    const mixed = Math.imul(Math.imul(first ^ (first >>> 15), 0x85ebca6b) ^ second, 0x9e3779b1);
    return (mixed ^ (mixed >>> 15)) & mask;
  }

  private enlarge(): void {
    const table = new Uint32Array(2 * this.table.length);
    const mask = table.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let place = this.placeOf(this.firsts[number] as number, this.seconds[number] as number, mask);
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = number + 1;
    }
    this.table = table;
  }
}
