import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../answers/fold-text.ts';
import { toWords } from './to-words.ts';

/** The words of the whole text at once, unstemmed: what pieces must not change. */
function segmentWhole(folded: string, language: string): string[] {
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(folded.replaceAll('\u2019', "'"))]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment);
}

describe('toWords', () => {
  it('finds the words that Unicode finds in the whole text', () => {
    const sample = fc.constantFrom(
      'a', 'b', 'z', 'é', 'ß', '1', '9', ' ', ' ', "'", '\u2019', '.', ',', ':', ';', '_', '-', '!', ')', '(', '"', '@', '#', '$', '\u0301', '\u200d', '\u00ad',
      '\u{1f468}', '\u{1f3fd}', '\u{1f1e9}', '\u{1f1ea}', 'ก', 'า', 'ร', 'ไ', 'ท', '日', '本', 'カ', 'な', '한', '국', 'א', 'ב', '״', 'ا', 'ل', '\ud800', 'ា', 'က',
    );
    const text = fc.oneof(fc.array(sample, { maxLength: 24 }).map((parts) => parts.join('')), fc.string({ unit: 'grapheme', maxLength: 30 }));
    // Nobody stems `xx`, so that words come back as they stand; the others have rules of their own for finding words.
    fc.assert(
      fc.property(text, (given) => {
        const folded = foldText(given);
        for (const language of ['xx', 'th', 'ja', 'zh', 'ko']) {
          const words = toWords(folded, language);
          expect(words).toHaveLength(segmentWhole(folded, language).length);
        }
        for (const language of ['fi', 'sv', 'de', 'el', 'he']) expect(toWords(folded, language)).toHaveLength(segmentWhole(folded, language).length);
        const plain = (word: string): string => word.normalize('NFD').replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '$1').normalize('NFC');
        const isPlain = /^[ -~]*$/.test(folded);
        expect(toWords(folded, 'xx').map(({ stem }) => stem)).toEqual(segmentWhole(folded, 'xx').map((word) => (isPlain ? word : plain(word))));
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same object for a word that is met again, and as many words as there are', () => {
    const [first, second] = [toWords('manual errors, manual errors!', 'en'), toWords('errors', 'en')];
    expect(first.map(({ stem }) => stem)).toEqual(['manual', 'error', 'manual', 'error']);
    expect(first[0]).toBe(first[2]);
    expect(second).toEqual([{ stem: 'error', plainStem: 'error' }]);
    expect(toWords('', 'en')).toEqual([]);
    expect(toWords('!? ...', 'en')).toEqual([]);
  });

  it('keeps the languages apart', () => {
    expect(toWords('running', 'en')[0]?.stem).toBe('run');
    expect(toWords('running', 'xx')[0]?.stem).toBe('running');
  });

  it('reads on when more words came than it remembers', () => {
    const long = Array.from({ length: 50_000 }, (_, index) => `w${index}`).join(' ');
    expect(toWords(long, 'xx')).toHaveLength(50_000);
    expect(toWords(long, 'xx').at(-1)).toEqual({ stem: 'w49999', plainStem: 'w49999' });
  });
});
