import type { Field } from './dictionary.ts';
import { foldText } from './fold-text.ts';
import { splitValues } from './split-values.ts';

/** One value of an answer: as it arrived (trimmed when it was split out of a text), and folded. */
export type AnswerPart = { given: string | number | boolean; text: string };

/** Lists inside lists are opened this deep. It bounds the work on hostile input; real answers have one level. */
const DEEPEST_LIST = 4;

function addPart(field: Field, given: string | number | boolean, parts: AnswerPart[]): boolean {
  if (Number.isNaN(given)) return false;
  const text = foldText(String(given));
  if (text === '' || field.missing.has(text)) return false;
  parts.push({ given, text });
  return true;
}

function addText(field: Field, given: string, parts: AnswerPart[]): boolean {
  // The whole cell first: a missing token may itself hold the delimiter ("No, thanks").
  const { delimiter } = field;
  if (delimiter === null || !given.includes(delimiter)) return addPart(field, given, parts);
  if (field.missing.has(foldText(given))) return false;
  let isAnswered = false;
  for (const value of splitValues(given, delimiter)) isAnswered = addPart(field, value, parts) || isAnswered;
  return isAnswered;
}

function addParts(field: Field, given: unknown, parts: AnswerPart[], depth: number): boolean {
  if (given === null || given === undefined) return false;
  if (typeof given === 'string') return addText(field, given, parts);
  if (typeof given === 'number' || typeof given === 'boolean') return addPart(field, given, parts);
  if (!Array.isArray(given) || depth === DEEPEST_LIST) return true;
  let isAnswered = false;
  for (const item of given) isAnswered = addParts(field, item, parts, depth + 1) || isAnswered;
  return isAnswered;
}

/**
 * Which values does an answer hold? null when it is missing.
 *
 * Missing are: null, undefined, NaN, empty text after folding, one of the field's missing tokens, and an empty
 * list or one of only missing parts. A text is split when the field has a delimiter; lists are opened up to four
 * levels. An object (or a deeper list) is an answer that no test can read: it counts as answered and adds no part.
 *
 * @example toAnswerParts(field, ['R ', null]) // [{ given: 'R ', text: 'r' }]
 */
export function toAnswerParts(field: Field, given: unknown): AnswerPart[] | null {
  const parts: AnswerPart[] = [];
  return addParts(field, given, parts, 0) ? parts : null;
}
