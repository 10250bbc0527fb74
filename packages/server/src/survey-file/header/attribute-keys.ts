import { foldText } from '@likeness/core';

const KEY_CHARACTERS = 40;
/** Share of a key for the question and for the option of a column-per-option question. */
const HALF_KEY_CHARACTERS = 24;

/** English words that carry a question but say nothing about its subject. */
const FILLER = new Set(
  ('a an the of in on at to for from with by or and is are was were be been do does did you your yours i my me we our ' +
    'what which who when where how why please select choose all that apply any it its this these those there have has had ' +
    'would will can could if as than most best describes describe following currently other yourself generally speaking')
    .split(' '),
);

/**
 * A short key for a question: snake case, letters of every script kept, English filler words left
 * out, at most 40 characters and never cut inside a word (a single longer word is cut). A text
 * without letters or digits gives `fallback`.
 *
 * @example toAttributeKey('What year were you born?', 'column_33') // 'year_born'
 * @example toAttributeKey('StartDate', 'column_1') // 'start_date'
 */
export function toAttributeKey(text: string, fallback: string): string {
  return shorten(text, KEY_CHARACTERS) || fallback;
}

/**
 * A short key for one option or grid row of a question: both halves shortened alike.
 *
 * @example toOptionKey('Please rate these characters', 'Han Solo', 'column_16') // 'rate_characters_han_solo'
 */
export function toOptionKey(question: string, option: string, fallback: string): string {
  const halves = [shorten(question, HALF_KEY_CHARACTERS), shorten(option, HALF_KEY_CHARACTERS).replace(/^q_/, '')];
  return halves.filter((half) => half !== '').join('_') || fallback;
}

/**
 * A key for questions that begin alike and differ at their end: the first two and the last two telling words.
 *
 * @example toTailKey('Please rate how much you like the cuisine of Peru.', 'column_9') // 'rate_much_cuisine_peru'
 */
export function toTailKey(text: string, fallback: string): string {
  const words = tellingWords(text);
  return words.length < 5 ? toAttributeKey(text, fallback) : joinWords([...words.slice(0, 2), ...words.slice(-2)], KEY_CHARACTERS * 2) || fallback;
}

function shorten(text: string, limit: number): string {
  return joinWords(tellingWords(text), limit);
}

function tellingWords(text: string): string[] {
  const spaced = text
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/['’]/gu, '');
  const words = foldText(spaced).split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
  const telling = words.filter((word) => !FILLER.has(word));
  return telling.length > 0 ? telling : words;
}

function joinWords(words: readonly string[], limit: number): string {
  let key = '';
  for (const word of words) {
    if (key !== '' && key.length + 1 + word.length > limit) break;
    key = key === '' ? [...word].slice(0, limit).join('') : `${key}_${word}`;
  }
  return /^\p{N}/u.test(key) ? `q_${key}` : key;
}

/**
 * The keys made different from each other: the second `why` becomes `why_2`. Keys already taken by
 * a later proposal are stepped over, so the result has no repeats whatever comes in.
 *
 * @example toUniqueKeys(['why', 'why', 'why_2']) // ['why', 'why_3', 'why_2']
 */
export function toUniqueKeys(keys: readonly string[]): string[] {
  const proposed = new Set(keys);
  const used = new Set<string>();
  const nextNumber = new Map<string, number>();
  return keys.map((key) => {
    let unique = key;
    let number = nextNumber.get(key) ?? 2;
    while (used.has(unique) || (unique !== key && proposed.has(unique))) {
      unique = `${key}_${number}`;
      number += 1;
    }
    nextNumber.set(key, number);
    used.add(unique);
    return unique;
  });
}
