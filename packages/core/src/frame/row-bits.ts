/** A set of rows, a bit for each row there is. */
export class RowBits {
  private readonly bits: Uint8Array;
  private count = 0;

  constructor(rowCount: number) {
    this.bits = new Uint8Array(Math.ceil(rowCount / 8));
  }

  get byteCount(): number {
    return this.bits.byteLength;
  }

  add(row: number): void {
    const byte = row >>> 3;
    const bit = 1 << (row & 7);
    if (((this.bits[byte] as number) & bit) !== 0) return;
    this.bits[byte] = (this.bits[byte] as number) | bit;
    this.count += 1;
  }

  /** Adds 1 to the places of the rows that are in the set; place 0 is row `from`, a multiple of 8. */
  addTo(places: Uint32Array, from: number): void {
    const { bits } = this;
    for (let start = 0; start < places.length; start += 8) {
      for (let left = bits[(from + start) >>> 3] as number; left !== 0; left &= left - 1) {
        const place = start + 31 - Math.clz32(left & -left);
        places[place] = (places[place] as number) + 1;
      }
    }
  }

  /** The rows, ascending. */
  toRows(): Uint32Array {
    const rows = new Uint32Array(this.count);
    let place = 0;
    for (const [byte, bits] of this.bits.entries()) {
      for (let left = bits; left !== 0; left &= left - 1) {
        rows[place] = 8 * byte + 31 - Math.clz32(left & -left);
        place += 1;
      }
    }
    return rows;
  }
}
