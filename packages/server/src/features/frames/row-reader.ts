/** PostgreSQL counts microseconds from 2000-01-01. */
const EPOCH_2000_MS = 946_684_800_000;
/** Signature, flags, and the length of a header extension, which is always 0. */
const FILE_HEADER_BYTES = 19;
const END_OF_ROWS = -1;
/** The columns before the cells: id, form, respondent, moment. */
const FIXED_COLUMNS = 4;
/** `jsonb` sends the version of its format before the text. */
const JSONB_VERSION_BYTES = 1;

/**
 * One row where it lies. `cellStarts[i]` is -1 when the response has nothing under key `i`; else the JSON text is bytes
 * `cellStarts[i]` to `cellEnds[i]` (excluded) of `bytes`. All of it is overwritten by the next row.
 */
export type CopiedRow = {
  bytes: Uint8Array;
  id: number;
  formId: number;
  respondentId: number | null;
  submittedAtMs: number;
  readonly cellStarts: Int32Array;
  readonly cellEnds: Int32Array;
};

/**
 * Reads the rows of `toCellQuery` out of COPY's binary format, piece by piece, without making an object or a string a row.
 *
 * `take` is called for each whole row, with the same object every time. Pieces may end anywhere: the beginning of a row is kept
 * until the rest comes.
 *
 * Source: PostgreSQL manual, COPY, "Binary Format".
 */
export class RowReader {
  readonly row: CopiedRow;
  readonly #take: (row: CopiedRow) => void;
  readonly #cellCount: number;
  #kept: Uint8Array | null = null;
  #view: DataView = new DataView(new ArrayBuffer(0));
  #isInRows = false;

  constructor(cellCount: number, take: (row: CopiedRow) => void) {
    this.#take = take;
    this.#cellCount = cellCount;
    this.row = {
      bytes: new Uint8Array(), id: 0, formId: 0, respondentId: null, submittedAtMs: 0,
      cellStarts: new Int32Array(cellCount), cellEnds: new Int32Array(cellCount),
    };
  }

  /** Takes bytes `start` to `end` (excluded), which may be reused afterwards. */
  read(bytes: Uint8Array, start: number, end: number): void {
    const kept = this.#kept;
    if (kept === null) return this.#readRows(bytes, start, end);
    const joined = new Uint8Array(kept.length + end - start);
    joined.set(kept);
    joined.set(bytes.subarray(start, end), kept.length);
    this.#kept = null;
    this.#readRows(joined, 0, joined.length);
  }

  #readRows(bytes: Uint8Array, start: number, end: number): void {
    // One view for each buffer of the socket, not for each row.
    if (this.#view.buffer !== bytes.buffer || this.#view.byteOffset !== bytes.byteOffset || this.#view.byteLength !== bytes.byteLength) {
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    this.row.bytes = bytes;
    let at = start;
    if (!this.#isInRows && end - at >= FILE_HEADER_BYTES) {
      at += FILE_HEADER_BYTES;
      this.#isInRows = true;
    }
    while (this.#isInRows && at < end) {
      const next = this.#readRow(at, end);
      if (next === -1) break;
      at = next;
    }
    // A copy: to slice a Buffer would be to look at the same bytes.
    if (at < end) this.#kept = new Uint8Array(bytes.subarray(at, end));
  }

  /** Where the next row begins, -1 when this one is not whole. */
  #readRow(start: number, end: number): number {
    const view = this.#view;
    if (end - start < 2) return -1;
    const columns = view.getInt16(start);
    if (columns === END_OF_ROWS) return end;
    if (columns !== FIXED_COLUMNS + this.#cellCount) throw new Error(`A copied row has ${columns} columns`);
    const row = this.row;
    // Lengths of 4 and numbers of 8 bytes; only the respondent may be null.
    if (end - start < 2 + 12 + 12 + 4) return -1;
    row.id = toNumber(view, start + 6);
    row.formId = toNumber(view, start + 18);
    let at = start + 26;
    if (view.getInt32(at) === -1) {
      row.respondentId = null;
      at += 4;
    } else {
      if (end - at < 12) return -1;
      row.respondentId = toNumber(view, at + 4);
      at += 12;
    }
    if (end - at < 12) return -1;
    row.submittedAtMs = EPOCH_2000_MS + toMilliseconds(view, at + 4);
    at = this.#readCells(at + 12, end);
    if (at !== -1) this.#take(row);
    return at;
  }

  #readCells(start: number, end: number): number {
    const { cellStarts, cellEnds } = this.row;
    const view = this.#view;
    let at = start;
    for (let cell = 0; cell < this.#cellCount; cell += 1) {
      if (end - at < 4) return -1;
      const length = view.getInt32(at);
      at += 4;
      if (length === -1) {
        cellStarts[cell] = -1;
        continue;
      }
      if (end - at < length) return -1;
      cellStarts[cell] = at + JSONB_VERSION_BYTES;
      at += length;
      cellEnds[cell] = at;
    }
    return at;
  }
}

/** An int8 whose value is a safe integer. */
function toNumber(view: DataView, at: number): number {
  return view.getInt32(at) * 0x1_0000_0000 + view.getUint32(at + 4);
}

/** An int8 of microseconds as whole milliseconds, rounded down: exact for every year, though the int8 may not be a safe integer. */
function toMilliseconds(view: DataView, at: number): number {
  const high = view.getInt32(at);
  // 2^32 microseconds are 4,294,967 milliseconds and 296 microseconds.
  return high * 4_294_967 + Math.floor((high * 296 + view.getUint32(at + 4)) / 1000);
}
