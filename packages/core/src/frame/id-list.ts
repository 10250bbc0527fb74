import { PackedNumbers } from './packed-numbers.ts';
import { grown } from './grown.ts';

/** Rows whose lowest and highest id are known together. */
const PAGE_SIZE = 256;

/**
 * The ids of the rows, both ways.
 *
 * Ids may come in any order; where they ascend (as a form's do) they take almost no memory. Looking one up searches
 * the pages of 256 rows by their lowest id: quick as long as few pages overlap, and at once for the neighbour of the
 * one that was looked up before.
 */
export class IdList {
  count = 0;
  private readonly ids = new PackedNumbers();
  private lows = new Float64Array(16);
  private highs = new Float64Array(16);
  /** Pages by their lowest id (null: as they are), and the highest id of all pages up to each. null: to be worked out. */
  private order: { pages: Uint32Array | null; lows: Float64Array; highest: Float64Array } | null = null;
  private lastPage = 0;

  get byteCount(): number {
    const order = 20 * (this.order?.pages?.length ?? 0);
    return this.ids.byteCount + this.lows.byteLength + this.highs.byteLength + order;
  }

  /** Takes the id of the next row: a safe integer, 0 or more. */
  add(id: number): void {
    if (!Number.isSafeInteger(id) || id < 0) throw new RangeError(`${id} is no id: a whole number from 0 is needed.`);
    const row = this.count;
    const page = Math.floor(row / PAGE_SIZE);
    if (row % PAGE_SIZE === 0) {
      this.lows = grown(this.lows, page + 1);
      this.highs = grown(this.highs, page + 1);
      this.lows[page] = id;
      this.highs[page] = id;
    } else {
      this.lows[page] = Math.min(this.lows[page] as number, id);
      this.highs[page] = Math.max(this.highs[page] as number, id);
    }
    this.ids.append(row, id);
    this.order = null;
    this.count += 1;
  }

  /** The id of a row, -1 when there is no such row. */
  idOf(row: number): number {
    return row >= 0 && row < this.count ? this.ids.get(row) : -1;
  }

  /** The row of an id, -1 when there is none. */
  rowOf(id: number): number {
    const near = this.findIn(this.lastPage, id);
    if (near !== -1) return near;
    const next = this.findIn(this.lastPage + 1, id);
    if (next !== -1) {
      this.lastPage += 1;
      return next;
    }
    return this.search(id);
  }

  private findIn(page: number, id: number): number {
    const start = page * PAGE_SIZE;
    if (start >= this.count || id < (this.lows[page] as number) || id > (this.highs[page] as number)) return -1;
    const end = Math.min(this.count, start + PAGE_SIZE);
    // Ids that count up by one are the rule: look there first.
    const guess = start + id - (this.lows[page] as number);
    if (guess < end && this.ids.get(guess) === id) return guess;
    for (let row = start; row < end; row += 1) if (this.ids.get(row) === id) return row;
    return -1;
  }

  private search(id: number): number {
    const order = (this.order ??= this.toOrder());
    let low = 0;
    let high = order.lows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((order.lows[middle] as number) <= id) low = middle + 1;
      else high = middle;
    }
    for (let place = low - 1; place >= 0 && (order.highest[place] as number) >= id; place -= 1) {
      const page = order.pages === null ? place : (order.pages[place] as number);
      const row = this.findIn(page, id);
      if (row === -1) continue;
      this.lastPage = page;
      return row;
    }
    return -1;
  }

  private toOrder(): NonNullable<IdList['order']> {
    const pageCount = Math.ceil(this.count / PAGE_SIZE);
    const { lows: pageLows, highs } = this;
    let isAscending = true;
    for (let page = 1; page < pageCount; page += 1) isAscending &&= (highs[page - 1] as number) < (pageLows[page] as number);
    if (isAscending) return { pages: null, lows: pageLows.subarray(0, pageCount), highest: highs.subarray(0, pageCount) };
    const pages = Uint32Array.from({ length: pageCount }, (_, page) => page).sort((a, b) => (this.lows[a] as number) - (this.lows[b] as number));
    const lows = Float64Array.from(pages, (page) => this.lows[page] as number);
    let highest = -Infinity;
    const highestUpTo = Float64Array.from(pages, (page) => (highest = Math.max(highest, this.highs[page] as number)));
    return { pages, lows, highest: highestUpTo };
  }
}
