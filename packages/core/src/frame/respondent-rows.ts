import { PAGE_SIZE, PackedNumbers } from './packed-numbers.ts';

/**
 * The first row that each respondent was seen in.
 *
 * Pages of 64 neighbouring respondents, found by hash: about two bytes a respondent where they arrive in about the
 * order of their numbers, and a page for each where a tenant's respondents are far apart.
 */
export class RespondentRows {
  private readonly rows = new PackedNumbers();
  /** Open addressing: page + 1 at the place of its key, 0 where it is free. */
  private table = new Uint32Array(32);
  private readonly keys: number[] = [];

  get byteCount(): number {
    return this.rows.byteCount + this.table.byteLength + 8 * this.keys.length;
  }

  /** The row that the respondent was first seen in; when that is now, `row` is remembered and -1 returned. */
  findOrAdd(respondent: number, row: number): number {
    if (!Number.isSafeInteger(respondent) || respondent < 0) {
      throw new RangeError(`${respondent} is no respondent: a whole number from 0 is needed.`);
    }
    const page = this.toPage(Math.floor(respondent / PAGE_SIZE));
    const index = page * PAGE_SIZE + (respondent % PAGE_SIZE);
    const known = this.rows.get(index);
    if (known === -1) this.rows.set(index, row);
    return known;
  }

  private toPage(key: number): number {
    const mask = this.table.length - 1;
    let place = this.placeOf(key, mask);
    for (let entry = this.table[place]; entry !== 0; entry = this.table[place]) {
      const page = (entry as number) - 1;
      if (this.keys[page] === key) return page;
      place = (place + 1) & mask;
    }
    const page = this.rows.addPage();
    this.keys.push(key);
    this.table[place] = page + 1;
    if (2 * this.keys.length > this.table.length) this.enlarge();
    return page;
  }

  private placeOf(key: number, mask: number): number {
    const mixed = Math.imul(key ^ Math.floor(key / 2 ** 32), 0x9e3779b1);
    return (mixed ^ (mixed >>> 15)) & mask;
  }

  private enlarge(): void {
    const table = new Uint32Array(2 * this.table.length);
    const mask = table.length - 1;
    for (const [page, key] of this.keys.entries()) {
      let place = this.placeOf(key, mask);
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = page + 1;
    }
    this.table = table;
  }
}
