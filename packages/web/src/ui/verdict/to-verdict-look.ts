import type { Said } from '@likeness/core';
import { formats as browserFormats, type Formats } from '../formats.ts';
import type { IconName } from '../Icon.tsx';
import { type SentencePart, toSaidParts, toSaidText } from '../said/to-said-text.ts';
import { messages } from './messages.ts';

/** A verdict's word as the API has it, and `not calculated` for a persona without figures. */
export type VerdictWord = keyof typeof messages.words;

/** How a verdict stands on a chip. */
export type VerdictLook = { word: string; tone: 'match' | 'warn' | 'dashed'; icon: IconName | null };

const LOOKS: Record<VerdictWord, Omit<VerdictLook, 'word'>> = {
  'good': { tone: 'match', icon: 'good' },
  'fair': { tone: 'match', icon: 'fair' },
  'poor': { tone: 'warn', icon: 'poor' },
  'too broad': { tone: 'warn', icon: 'broad' },
  'too few to tell': { tone: 'dashed', icon: null },
  'no rules yet': { tone: 'dashed', icon: null },
  'not calculated': { tone: 'dashed', icon: null },
};

/** The verdict's word in the reader's language and how it looks. A word this version does not know is shown as it came. */
export function toVerdictLook(word: string): VerdictLook {
  return isVerdictWord(word) ? { word: messages.words[word], ...LOOKS[word] } : { word, tone: 'dashed', icon: null };
}

/** Something said about figures, in the reader's language. */
export function toFigureText(said: Said, formats: Formats = browserFormats): string {
  return toSaidText(said, messages.sentences, formats);
}

/** A verdict in the reader's language: its first sentence in pieces, and why it is so; null where there is nothing to explain. */
export function toVerdictText([first, ...more]: readonly Said[], formats: Formats = browserFormats): { sentence: SentencePart[]; reason: string | null } {
  // On how many people it rests stands beside it on every page.
  const reason = more.filter(({ code }) => code !== 'based_on').map((said) => toFigureText(said, formats)).join(' ');
  return { sentence: first === undefined ? [] : toSaidParts(first, messages.sentences, formats), reason: reason === '' ? null : reason };
}

function isVerdictWord(word: string): word is VerdictWord {
  return Object.hasOwn(messages.words, word);
}
