import { grown } from './grown.ts';
import { PackedNumbers } from './packed-numbers.ts';

/** What the order of rows is decided by, as far as the frame knows it. */
export type RowFacts = {
  /** Ascends with the day; equal for equal days. -1 for an erased row. */
  dayRankOf: (row: number) => number;
  idOf: (row: number) => number;
};

/** Rows of one respondent that share a day with a new row: their moments are needed. */
type Group = { anchor: number; rows: number[] };

/**
 * The rows of respondents who answered more than once, in the order they answered: by moment, then by id.
 *
 * A respondent is known by the first row that the frame saw (the anchor). Days order almost everything; where two
 * rows of one respondent share a day, their moments are asked for once and not kept. New rows wait until `settle`, which
 * merges them in one pass: linear in the rows that are here, plus sorting the new ones.
 */
export class RepeatRows {
  private readonly facts: RowFacts;
  /** Settled rows: those of the `i`th anchor are `rows[end i - 1]` up to `rows[end i]` (excluded). Anchors ascend. */
  private anchors = new PackedNumbers();
  private ends = new PackedNumbers();
  private groupCount = 0;
  private rows = new Uint32Array(0);
  private waiting = 0;
  private waitingAnchors = new Uint32Array(16);
  private waitingRows = new Uint32Array(16);

  constructor(facts: RowFacts) {
    this.facts = facts;
  }

  get byteCount(): number {
    const { anchors, ends, rows, waitingAnchors, waitingRows } = this;
    return anchors.byteCount + ends.byteCount + rows.byteLength + waitingAnchors.byteLength + waitingRows.byteLength;
  }

  get isSettled(): boolean {
    return this.waiting === 0;
  }

  /** Takes a row of a respondent whose first row is `anchor`. */
  add(anchor: number, row: number): void {
    this.waitingAnchors = grown(this.waitingAnchors, this.waiting + 1);
    this.waitingRows = grown(this.waitingRows, this.waiting + 1);
    this.waitingAnchors[this.waiting] = anchor;
    this.waitingRows[this.waiting] = row;
    this.waiting += 1;
  }

  /** Which rows' moments does `settle` need? Ascending. */
  findUnsettled(): number[] {
    const needed: number[] = [];
    for (const { rows, isNew } of this.toGroups()) {
      const byDay = new Map<number, number[]>();
      for (const row of rows) {
        const day = this.facts.dayRankOf(row);
        const sameDay = byDay.get(day);
        if (sameDay === undefined) byDay.set(day, [row]);
        else sameDay.push(row);
      }
      for (const sameDay of byDay.values()) {
        if (sameDay.length > 1 && sameDay.some(isNew)) for (const row of sameDay) needed.push(row);
      }
    }
    return needed.sort((a, b) => a - b);
  }

  /** Puts the waiting rows in their places. `momentOf` is asked about rows of `findUnsettled` alone. */
  settle(momentOf: (row: number) => number | undefined): void {
    if (this.waiting === 0) return;
    const groups: Group[] = [];
    for (const { anchor, rows } of this.toGroups()) groups.push({ anchor, rows: this.toOrdered(rows, momentOf) });
    this.merge(groups);
    this.waiting = 0;
    this.waitingAnchors = new Uint32Array(16);
    this.waitingRows = new Uint32Array(16);
  }

  /** Calls `visit` for every settled row that is not erased and its respondent's next one. */
  forEachNext(visit: (row: number, next: number) => void): void {
    let place = 0;
    for (let group = 0; group < this.groupCount; group += 1) {
      const end = this.ends.get(group);
      let before = -1;
      for (; place < end; place += 1) {
        const row = this.rows[place] as number;
        if (this.facts.dayRankOf(row) === -1) continue;
        if (before !== -1) visit(before, row);
        before = row;
      }
    }
  }

  /** For each respondent with waiting rows: all rows that are not erased, the settled ones first and in their order. */
  private *toGroups(): Generator<Group & { isNew: (row: number) => boolean }> {
    const order = Uint32Array.from({ length: this.waiting }, (_, index) => index).sort((a, b) => this.waitingAnchor(a) - this.waitingAnchor(b) || a - b);
    for (let start = 0; start < order.length; ) {
      const anchor = this.waitingAnchor(order[start] as number);
      const fresh = new Set<number>();
      for (; start < order.length && this.waitingAnchor(order[start] as number) === anchor; start += 1) {
        fresh.add(this.waitingRows[order[start] as number] as number);
      }
      const settled = this.settledRowsOf(anchor);
      // The first row joins when the second one comes.
      if (settled.length === 0) fresh.add(anchor);
      const rows = [...settled, ...fresh].filter((row) => this.facts.dayRankOf(row) !== -1);
      yield { anchor, rows, isNew: (row) => fresh.has(row) };
    }
  }

  private waitingAnchor(index: number): number {
    return this.waitingAnchors[index] as number;
  }

  private settledRowsOf(anchor: number): Uint32Array {
    const place = this.placeOf(anchor);
    return this.anchors.get(place) === anchor ? this.rowsAt(place) : this.rows.subarray(0, 0);
  }

  private rowsAt(place: number): Uint32Array {
    return this.rows.subarray(place === 0 ? 0 : this.ends.get(place - 1), this.ends.get(place));
  }

  /** Where an anchor is among the anchors, or would be. */
  private placeOf(anchor: number): number {
    let low = 0;
    let high = this.groupCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.anchors.get(middle) < anchor) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private toOrdered(rows: readonly number[], momentOf: (row: number) => number | undefined): number[] {
    const items = rows.map((row, place) => ({ row, place, day: this.facts.dayRankOf(row), moment: momentOf(row) }));
    items.sort((a, b) => {
      if (a.day !== b.day) return a.day - b.day;
      // Without moments both were settled before, and keep their order.
      if (a.moment === undefined || b.moment === undefined) return a.place - b.place;
      return a.moment - b.moment || this.facts.idOf(a.row) - this.facts.idOf(b.row);
    });
    return items.map(({ row }) => row);
  }

  /** Groups, by ascending anchors, take the places of the settled rows of their anchors. */
  private merge(groups: readonly Group[]): void {
    const chains: { anchor: number; rows: ArrayLike<number> }[] = [];
    let from = 0;
    const keepUpTo = (end: number): void => {
      for (; from < end; from += 1) chains.push({ anchor: this.anchors.get(from), rows: this.rowsAt(from) });
    };
    for (const group of groups) {
      const place = this.placeOf(group.anchor);
      keepUpTo(place);
      if (this.anchors.get(place) === group.anchor) from += 1;
      chains.push(group);
    }
    keepUpTo(this.groupCount);
    const [anchors, ends] = [new PackedNumbers(), new PackedNumbers()];
    const rows = new Uint32Array(chains.reduce((sum, chain) => sum + chain.rows.length, 0));
    let end = 0;
    chains.forEach((chain, index) => {
      rows.set(chain.rows, end);
      end += chain.rows.length;
      anchors.append(index, chain.anchor);
      ends.append(index, end);
    });
    this.anchors = anchors;
    this.ends = ends;
    this.groupCount = chains.length;
    this.rows = rows;
  }
}
