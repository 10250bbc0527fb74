import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowReader } from './row-reader.ts';

type Row = { id: number; formId: number; respondentId: number | null; submittedAtMs: number; cells: (string | null)[] };

const CELLS = 3;
const rows = fc.array(fc.record({
  id: fc.maxSafeNat(),
  formId: fc.maxSafeNat(),
  respondentId: fc.option(fc.maxSafeNat()),
  submittedAtMs: fc.integer({ min: -62_000_000_000_000, max: 250_000_000_000_000 }),
  cells: fc.array(fc.option(fc.string({ unit: 'grapheme', maxLength: 30 })), { minLength: CELLS, maxLength: CELLS }),
}), { maxLength: 20 });

/** COPY's binary format, as the manual describes it. */
function toCopy(given: readonly Row[]): Buffer {
  const parts: Buffer[] = [Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)];
  const field = (bytes: Buffer | null): void => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(bytes === null ? -1 : bytes.length);
    parts.push(length, bytes ?? Buffer.alloc(0));
  };
  const int8 = (value: bigint): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(value);
    return bytes;
  };
  const count = (value: number): void => {
    const bytes = Buffer.alloc(2);
    bytes.writeInt16BE(value);
    parts.push(bytes);
  };
  for (const { id, formId, respondentId, submittedAtMs, cells } of given) {
    count(4 + CELLS);
    field(int8(BigInt(id)));
    field(int8(BigInt(formId)));
    field(respondentId === null ? null : int8(BigInt(respondentId)));
    field(int8(BigInt(submittedAtMs - Date.UTC(2000, 0, 1)) * 1000n + 999n));
    for (const cell of cells) field(cell === null ? null : Buffer.from(`\u0001${cell}`));
  }
  count(-1);
  return Buffer.concat(parts);
}

describe('RowReader', () => {
  it('reads every row, wherever the pieces end', () => {
    fc.assert(fc.property(rows, fc.array(fc.integer({ min: 1, max: 60 })), (given, lengths) => {
      const read: Row[] = [];
      const reader = new RowReader(CELLS, ({ bytes, id, formId, respondentId, submittedAtMs, cellStarts, cellEnds }) => {
        const cells = Array.from(cellStarts, (start, cell) => (start === -1 ? null : Buffer.from(bytes.slice(start, cellEnds[cell])).toString()));
        read.push({ id, formId, respondentId, submittedAtMs, cells });
      });
      const copy = toCopy(given);
      let at = 0;
      for (let piece = 0; at < copy.length; piece += 1) {
        const end = Math.min(copy.length, at + (lengths[piece % Math.max(1, lengths.length)] ?? copy.length));
        // What is before and behind belongs to somebody else, and is overwritten afterwards.
        const buffer = Buffer.concat([Buffer.from('xx'), copy.subarray(at, end), Buffer.from('yyy')]);
        reader.read(buffer, 2, buffer.length - 3);
        buffer.fill(0x7a);
        at = end;
      }
      expect(read).toEqual(given);
    }));
  });

  it('refuses rows of another query', () => {
    const copy = toCopy([{ id: 1, formId: 1, respondentId: null, submittedAtMs: 0, cells: [null, null, null] }]);
    expect(() => new RowReader(2, () => undefined).read(copy, 0, copy.length)).toThrow('7 columns');
  });
});
