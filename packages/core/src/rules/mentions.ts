import { foldText } from '../answers/fold-text.ts';
import { type Word, toWords } from './to-words.ts';

function isSameWord(a: Word | undefined, b: Word): boolean {
  return a !== undefined && (a.stem === b.stem || a.plainStem === b.plainStem);
}

function occursAt(phrase: readonly Word[], words: readonly Word[], start: number): boolean {
  return phrase.every((word, offset) => isSameWord(words[start + offset], word));
}

function addTo(index: Map<string, Word[][]>, key: string, phrase: Word[]): void {
  const phrases = index.get(key);
  if (phrases === undefined) index.set(key, [phrase]);
  else phrases.push(phrase);
}

/**
 * Prepares the question "does a text mention any of these words or phrases?".
 *
 * A phrase occurs when its words follow one another in the text; words are the same when their Snowball stems are,
 * with or without accents. Negation is not understood: "no errors" mentions "error". Phrases without a word never
 * occur.
 *
 * Cost: a text is looked at once, whatever the number of phrases, apart from phrases that begin alike.
 *
 * @example compileMentions(['manual error'], 'en')(toWords('Fewer manual errors, please', 'en')) // true
 */
export function compileMentions(phrases: readonly string[], language: string): (words: readonly Word[]) => boolean {
  const byStem = new Map<string, Word[][]>();
  const byPlainStem = new Map<string, Word[][]>();
  for (const text of phrases) {
    const phrase = toWords(foldText(text), language);
    const [first] = phrase;
    if (first === undefined) continue;
    addTo(byStem, first.stem, phrase);
    addTo(byPlainStem, first.plainStem, phrase);
  }
  return (words) =>
    words.some((word, start) => {
      const isHere = (phrase: readonly Word[]): boolean => occursAt(phrase, words, start);
      return byStem.get(word.stem)?.some(isHere) === true || byPlainStem.get(word.plainStem)?.some(isHere) === true;
    });
}

/**
 * Does a text mention any of these words or phrases? The same question for a single text, answered by trying every
 * phrase at every word.
 *
 * @example mentionsAny('Trop compliqué', ['complique'], 'fr') // true
 */
export function mentionsAny(text: string, phrases: readonly string[], language: string): boolean {
  const words = toWords(foldText(text), language);
  return phrases.some((phrase) => {
    const wanted = toWords(foldText(phrase), language);
    return wanted.length > 0 && words.some((_, start) => occursAt(wanted, words, start));
  });
}
