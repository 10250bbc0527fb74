import { findStemmer } from './stemmers.ts';

/**
 * One word of a text in the two forms that `mentions` compares.
 *
 * `stem` is the stem without accents; `plainStem` the stem of the word without accents. Both are needed: stemmers
 * read endings by their accents (`aimée` -> `aim`), and people leave accents out (`aimee`).
 */
export type Word = { stem: string; plainStem: string };

const ACCENTED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
const NOT_ASCII = /[^ -~]/u;

const segmenters = new Map<string, Intl.Segmenter>();

function findSegmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const segmenter = createSegmenter(language);
  segmenters.set(language, segmenter);
  return segmenter;
}

function createSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    // Not a language tag: the root rules of Unicode still find words.
    return new Intl.Segmenter('und', { granularity: 'word' });
  }
}

/** Takes accents off Latin, Greek and Cyrillic letters. In other scripts a mark is part of the letter. */
function withoutAccents(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  return text.normalize('NFD').replace(ACCENTED, '$1').normalize('NFC');
}

/** People use the same words again and again: finding and stemming one takes fifty times as long as looking it up. */
const LONGEST_KNOWN = 32;
const MOST_KNOWN = 20_000;

/** The words of pieces without spaces, by language. */
const knownPieces = new Map<string, Map<string, readonly Word[]>>();

function findKnown(language: string): Map<string, readonly Word[]> {
  let known = knownPieces.get(language);
  if (known === undefined) knownPieces.set(language, (known = new Map<string, readonly Word[]>()));
  if (known.size >= MOST_KNOWN) known.clear();
  return known;
}

/** A piece that is one word in every language, and what may end a sentence. */
const ONE_PLAIN_WORD = /^([a-z0-9]+)[.,!?;:)]*$/;

function readWords(piece: string, language: string): Word[] {
  const stemmer = findStemmer(language);
  const plainWord = ONE_PLAIN_WORD.exec(piece)?.[1];
  if (plainWord !== undefined) {
    const stem = withoutAccents(stemmer(plainWord));
    return [{ stem, plainStem: stem }];
  }
  const words: Word[] = [];
  for (const { segment, isWordLike } of findSegmenter(language).segment(piece.replaceAll('\u2019', "'"))) {
    if (isWordLike !== true) continue;
    const stem = withoutAccents(stemmer(segment));
    const plain = withoutAccents(segment);
    words.push({ stem, plainStem: plain === segment ? stem : withoutAccents(stemmer(plain)) });
  }
  return words;
}

/**
 * Which words does a folded text hold, in order, ready to be compared by stem?
 *
 * Words are found by Unicode's rules for the language (dictionaries for Japanese, Thai and Chinese), so
 * punctuation falls away. A text without words gives an empty list; an unknown language is not stemmed.
 *
 * No word reaches over a space, so a text is read piece by piece, and short pieces are remembered: a word that is met
 * again is the same object. Cost: some tens of nanoseconds a word that is known, microseconds for a new one.
 *
 * Source: Unicode UAX 29 (words); Snowball (stems).
 *
 * @example toWords('manual errors!', 'en') // stems 'manual', 'error'
 */
export function toWords(folded: string, language: string): Word[] {
  const known = findKnown(language);
  const words: Word[] = [];
  for (const piece of folded.split(' ')) {
    let found = known.get(piece);
    if (found === undefined) {
      found = readWords(piece, language);
      if (piece.length <= LONGEST_KNOWN) known.set(piece, found);
    }
    for (const word of found) words.push(word);
  }
  return words;
}
