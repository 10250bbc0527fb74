import type { Field } from './dictionary.ts';
import { foldText } from './fold-text.ts';
import { readNumber } from './read-number.ts';

const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ['yes', 'true'],
  ['y', 'true'],
  ['true', 'true'],
  ['1', 'true'],
  ['no', 'false'],
  ['n', 'false'],
  ['false', 'false'],
  ['0', 'false'],
]);

/**
 * What a folded text counts as in a list test of this field: rules and answers are compared by it.
 *
 * Synonyms first (one step, no chains). Then, in a boolean field, yes/y/true/1 are `true` and no/n/false/0 are
 * `false`; in a number field, what reads as a number is that number, so that "10.0" equals 10. Anything else
 * stays the text it is; outside such fields "yes" and "true" differ, and so do "007" and "7".
 *
 * @example toValue(city, 'nyc') // 'new york', when the field says { NYC: 'New York' }
 */
export function toValue(field: Field, folded: string): string {
  const text = field.synonyms.get(folded) ?? folded;
  if (field.type === 'boolean') return BOOLEANS.get(text) ?? text;
  if (field.type !== 'number') return text;
  const number = readNumber(text);
  return number === null ? text : String(number);
}

/**
 * The set of values that a rule's list asks for. Entries that mean the same (`NYC`, `New York`) count once.
 *
 * @example toWantedValues(field, ['A', ' a ', true]) // Set { 'a', 'true' }
 */
export function toWantedValues(field: Field, list: readonly (string | number | boolean)[]): Set<string> {
  return new Set(list.map((scalar) => toValue(field, foldText(String(scalar)))));
}
