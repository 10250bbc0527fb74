import { type Said, say, type Sentences } from '@likeness/core';
import { formats as browserFormats, type Formats } from '../formats.ts';

/** A piece of a sentence; what is strong is read first. */
export type SentencePart = { text: string; isStrong: boolean };

// Private characters around what is stressed: no name and no number has them.
const START = '\u{e000}';
const END = '\u{e001}';

/**
 * What the server said, in the reader's language. Empty for a code that these sentences do not have, which only a page
 * older than its server meets: nothing is better than a sentence in another language.
 *
 * @example toSaidText({ code: 'based_on', params: { respondents: 3062 } }, messages.sentences) // 'Based on 3,062 respondents.'
 */
export function toSaidText(said: Said, sentences: Sentences, formats: Formats = browserFormats): string {
  return toSaidParts(said, sentences, formats).map(({ text }) => text).join('');
}

/** The same in pieces, for a sentence that stresses something. */
export function toSaidParts(said: Said, sentences: Sentences, { count, number }: Formats = browserFormats): SentencePart[] {
  const sentence = say(said, sentences, { count, number, stress: (text) => `${START}${text}${END}` }) ?? '';
  return sentence
    .split(START)
    .flatMap((piece, index) => {
      const [first = '', rest = ''] = piece.split(END);
      return [{ text: first, isStrong: index > 0 }, { text: rest, isStrong: false }];
    })
    .filter(({ text }) => text !== '');
}
