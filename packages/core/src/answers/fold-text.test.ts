import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

describe('foldText', () => {
  it.each([
    ['  Ｎew\u00a0 YORK\t', 'new york'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['ẞ', 'ss'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδος', 'οδοσ'],
    ['Ⅻ ﬁn', 'xii fin'],
    ['İstanbul', 'i\u0307stanbul'],
    ['\ufeffid', 'id'],
    ['a\u0085b', 'a b'],
    [' \n ', ''],
    ['', ''],
    ['Café', 'café'],
    ['Cafe\u0301', 'café'],
    ['one  two', 'one two'],
    ['ONE two ', 'one two'],
    ['\ud800A', '\ud800a'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is idempotent on every code point, and deaf to case', () => {
    const broken: string[] = [];
    for (let code = 0; code < 0x20000; code += 1) {
      const character = String.fromCodePoint(code);
      const folded = foldText(character);
      const isSteady = foldText(folded) === folded;
      if (!isSteady || foldText(character.toUpperCase()) !== folded || foldText(character.toLowerCase()) !== folded) {
        broken.push(code.toString(16));
      }
    }
    expect(broken).toEqual([]);
  });

  it('is idempotent on any text', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
    fc.assert(fc.property(text, (any) => foldText(foldText(any)) === foldText(any)), { numRuns: 2000 });
  });
});
