import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDictionary, resolveField } from '../answers/dictionary.ts';
import { AnswerList } from './answer-list.ts';
import { toCellText } from './to-cell-text.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = resolveField(compileDictionary([]), 'a');
const number = resolveField(compileDictionary([{ name: 'a', type: 'number' }]), 'a');

describe('AnswerList', () => {
  it('gives equal bytes of one variant one code', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.stringMatching(/^[ab]{0,3}$/)), { maxLength: 60 }), (given) => {
        const answers = new AnswerList();
        const variants = [answers.toVariant(plain), answers.toVariant(number)];
        const codes = new Map<string, number>();
        for (const [isNumber, text] of given) {
          const bytes = bytesOf(`..${text}..`);
          const code = answers.intern(variants[isNumber ? 1 : 0]!, bytes, 2, bytes.length - 2);
          const key = `${isNumber} ${text}`;
          expect(code).toBe(codes.get(key) ?? codes.size + 1);
          codes.set(key, code);
          expect(new TextDecoder().decode(answers.cellsOf(code))).toBe(text);
          expect(answers.variantOf(code)).toBe(variants[isNumber ? 1 : 0]);
        }
      }),
    );
  });

  it('takes fields that read alike for one variant', () => {
    const answers = new AnswerList();
    const other = resolveField(compileDictionary([{ name: 'b', aliases: ['c'], type: 'number' }]), 'c');
    expect([plain, number, other, plain].map((field) => answers.toVariant(field))).toEqual([0, 1, 1, 0]);
  });

  it('keeps the cells of several keys apart', () => {
    const answers = new AnswerList();
    const variant = answers.toVariant(plain);
    const first = answers.intern(variant, bytesOf('null'), 0, 4);
    const both = answers.internAfter(first, variant, bytesOf('x"b"x'), 1, 4);
    expect(answers.splitCells(both).map((cell) => new TextDecoder().decode(cell))).toEqual(['null', '"b"']);
    expect(answers.internAfter(first, variant, bytesOf('"b"'), 0, 3)).toBe(both);
  });

  it('counts the memory of answers and of what was worked out about them', () => {
    const answers = new AnswerList();
    const variant = answers.toVariant(plain);
    for (let index = 0; index < 10_000; index += 1) {
      const bytes = bytesOf(`"a rather long text number ${index}"`);
      answers.intern(variant, bytes, 0, bytes.length);
    }
    const before = answers.byteCount;
    expect(before).toBeGreaterThan(10_000 * 30);
    answers.facts.prepare(new Set(['texts', 'values', 'numbers']), answers.count, () => false);
    expect(answers.byteCount).toBeGreaterThan(before + 10_000 * (30 + 60 + 8));
  });
});

describe('toCellText', () => {
  it('keeps what JSON would lose', () => {
    expect(JSON.parse(toCellText([Infinity, -Infinity, Number.NaN, undefined, '\ud800', -0]))).toEqual([Infinity, -Infinity, null, null, '\ud800', 0]);
    expect([() => 1, { a: 1 }, 10n, Symbol('s'), new Date(0)].map((value) => toCellText(value))).toEqual(['{}', '{}', '{}', '{}', '{}']);
    expect(toCellText([[[[['deep']]]]])).toBe('[[[[{}]]]]');
  });
});
