import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedNumbers } from './packed-numbers.ts';

const number = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 200_000 }), fc.maxSafeNat().map((value) => Math.min(value, Number.MAX_SAFE_INTEGER - 1)));

describe('PackedNumbers', () => {
  it('keeps what is written, in any order, as a plain list does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 255 }), number), { maxLength: 120 }), fc.boolean(), (writes, isStraight) => {
        const numbers = new PackedNumbers();
        const plain = new Map<number, number>();
        for (let page = 0; page < 4; page += 1) numbers.addPage();
        for (const [place, [index, value]] of writes.entries()) {
          const at = isStraight ? place : index;
          const written = isStraight && value < 250 ? place + 1000 : value;
          numbers.set(at, written);
          plain.set(at, written);
        }
        for (let index = 0; index < 300; index += 1) expect(numbers.get(index)).toBe(plain.get(index) ?? -1);
      }),
      { numRuns: 500 },
    );
  });

  it('takes almost nothing for numbers that count up, and refuses pages that are not there', () => {
    const numbers = new PackedNumbers();
    for (let index = 0; index < 64_000; index += 1) {
      if (index % 64 === 0) numbers.addPage();
      numbers.set(index, 10 ** 12 + index);
    }
    expect(numbers.byteCount).toBeLessThan(64_000 * 0.4);
    expect(numbers.get(63_999)).toBe(10 ** 12 + 63_999);
    expect(() => numbers.set(64_000, 1)).toThrow(RangeError);
  });
});
