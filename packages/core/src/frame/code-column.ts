export type CodeArray = Uint8Array | Uint16Array | Uint32Array;

const SEGMENT_BITS = 14;
/** Rows in a segment. A power of two, so that a row's segment and place are a shift and a mask. */
export const SEGMENT_ROWS = 1 << SEGMENT_BITS;
const PLACE_MASK = SEGMENT_ROWS - 1;

const NO_CODES = new Uint8Array(SEGMENT_ROWS);

function toWider(codes: CodeArray, code: number): CodeArray {
  return code <= 0xffff ? Uint16Array.from(codes) : Uint32Array.from(codes);
}

function limitOf(codes: CodeArray): number {
  // Asked for every cell that is written: a power would be a sixth of loading a frame.
  if (codes.BYTES_PER_ELEMENT === 1) return 0xff;
  return codes.BYTES_PER_ELEMENT === 2 ? 0xffff : 0xffff_ffff;
}

/**
 * One code for each row, in as few bytes as the codes need.
 *
 * Rows lie in segments, each one, two or four bytes wide and widened when a code asks for it: a column that meets its
 * 257th answer late does not pay for it in the rows before. Rows that nothing was written to have code 0; a segment
 * of such rows takes no memory.
 */
export class CodeColumn {
  byteCount = 0;
  private readonly segments: (CodeArray | undefined)[] = [];

  get(row: number): number {
    return this.segments[row >>> SEGMENT_BITS]?.[row & PLACE_MASK] ?? 0;
  }

  set(row: number, code: number): void {
    const index = row >>> SEGMENT_BITS;
    let segment = this.segments[index];
    if (segment === undefined) {
      if (code === 0) return;
      segment = new Uint8Array(SEGMENT_ROWS);
      this.byteCount += segment.byteLength;
      this.segments[index] = segment;
    }
    if (code > limitOf(segment)) {
      const wider = toWider(segment, code);
      this.byteCount += wider.byteLength - segment.byteLength;
      this.segments[index] = wider;
      segment = wider;
    }
    segment[row & PLACE_MASK] = code;
  }

  /** The codes of rows `from` to `to` (excluded), not copied. Both lie in one segment (`to` may be its end). */
  view(from: number, to: number): CodeArray {
    const start = from & PLACE_MASK;
    if (start + to - from > SEGMENT_ROWS) throw new RangeError(`Rows ${from} to ${to} are not in one segment.`);
    return (this.segments[from >>> SEGMENT_BITS] ?? NO_CODES).subarray(start, start + to - from);
  }
}
