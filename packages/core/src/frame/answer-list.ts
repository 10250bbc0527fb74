import type { Field } from '../answers/dictionary.ts';
import { AnswerFacts } from './answer-facts.ts';
import { grown } from './grown.ts';
import { hashBytes } from './hash-bytes.ts';

/** Between the cells of several keys. No JSON text holds it. */
const CELL_END = 0;

/** How a field is told apart from another: fields that read every cell alike are one variant. */
function toFieldKey({ type, delimiter, missing, synonyms, language, dateOrder }: Field): string {
  return JSON.stringify([type, delimiter, language, dateOrder, [...missing].toSorted(), [...synonyms].toSorted()]);
}

/**
 * The distinct answers to one attribute, by code.
 *
 * An answer is the cells as they came (bytes of JSON text) and the *variant*: the field that reads them, which may
 * differ from form to form. Code 0 is "no cell". Known cells are found by their bytes, without making a string.
 */
export class AnswerList {
  /** Codes are below it. */
  count = 1;
  readonly variants: Field[] = [];
  readonly facts: AnswerFacts;
  private readonly variantsByKey = new Map<string, number>();
  private bytes = new Uint8Array(256);
  /** Where the bytes of a code end; those of the code before end where its own begin. */
  private ends = new Uint32Array(16);
  private hashes = new Uint32Array(16);
  private variantOfCode = new Uint32Array(16);
  /** Open addressing: codes at the places of their hashes, 0 where it is free. */
  private table = new Uint32Array(32);

  constructor() {
    this.facts = new AnswerFacts(this);
  }

  get byteCount(): number {
    const { bytes, ends, hashes, variantOfCode, table, facts } = this;
    return bytes.byteLength + ends.byteLength + hashes.byteLength + variantOfCode.byteLength + table.byteLength + facts.byteCount;
  }

  /** The number of a field among the variants, new or known. */
  toVariant(field: Field): number {
    const key = toFieldKey(field);
    const known = this.variantsByKey.get(key);
    if (known !== undefined) return known;
    this.variants.push(field);
    this.variantsByKey.set(key, this.variants.length - 1);
    return this.variants.length - 1;
  }

  /** The code of cells, new or known. Bytes `start` to `end` (excluded) are copied when they are new. */
  intern(variant: number, bytes: Uint8Array, start: number, end: number): number {
    const hash = hashBytes(bytes, start, end, variant);
    const mask = this.table.length - 1;
    let place = hash & mask;
    for (;;) {
      const code = this.table[place] as number;
      if (code === 0) return this.add(variant, bytes, start, end, hash, place);
      if (this.hashes[code] === hash && this.variantOfCode[code] === variant && this.isEqual(code, bytes, start, end)) return code;
      place = (place + 1) & mask;
    }
  }

  /** The code of the cells of `code` followed by one more cell. */
  internAfter(code: number, variant: number, bytes: Uint8Array, start: number, end: number): number {
    const before = this.cellsOf(code);
    const joined = new Uint8Array(before.length + 1 + end - start);
    joined.set(before);
    joined[before.length] = CELL_END;
    joined.set(bytes.subarray(start, end), before.length + 1);
    return this.intern(variant, joined, 0, joined.length);
  }

  variantOf(code: number): number {
    return this.variantOfCode[code] ?? 0;
  }

  /** The bytes of an answer's cells, for reading. */
  cellsOf(code: number): Uint8Array {
    return this.bytes.subarray(this.ends[code - 1], this.ends[code]);
  }

  /** The cells of an answer apart, in the order they were offered. */
  splitCells(code: number): Uint8Array[] {
    const bytes = this.cellsOf(code);
    const cells: Uint8Array[] = [];
    let start = 0;
    for (let end = bytes.indexOf(CELL_END); end !== -1; end = bytes.indexOf(CELL_END, start)) {
      cells.push(bytes.subarray(start, end));
      start = end + 1;
    }
    cells.push(bytes.subarray(start));
    return cells;
  }

  private isEqual(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const known = this.ends[code - 1] as number;
    if ((this.ends[code] as number) - known !== end - start) return false;
    for (let index = start, at = known; index < end; index += 1, at += 1) {
      if (this.bytes[at] !== bytes[index]) return false;
    }
    return true;
  }

  private add(variant: number, bytes: Uint8Array, start: number, end: number, hash: number, place: number): number {
    const code = this.count;
    const first = this.ends[code - 1] as number;
    const last = first + end - start;
    this.bytes = grown(this.bytes, last);
    this.bytes.set(bytes.subarray(start, end), first);
    this.ends = grown(this.ends, code + 1);
    this.hashes = grown(this.hashes, code + 1);
    this.variantOfCode = grown(this.variantOfCode, code + 1);
    this.ends[code] = last;
    this.hashes[code] = hash;
    this.variantOfCode[code] = variant;
    this.table[place] = code;
    this.count += 1;
    if (4 * this.count > 3 * this.table.length) this.enlargeTable();
    return code;
  }

  private enlargeTable(): void {
    const table = new Uint32Array(2 * this.table.length);
    const mask = table.length - 1;
    for (let code = 1; code < this.count; code += 1) {
      let place = (this.hashes[code] as number) & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = code;
    }
    this.table = table;
  }
}
