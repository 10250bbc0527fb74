import { foldText } from '../answers/fold-text.ts';
import type { ParseContext } from './parse-context.ts';
import { nameValue, readOwn } from './plain-input.ts';
import type { Scalar } from './rule-set.ts';

/** Reads a text that says something: not blank, not too long, no NUL, no half of a character. */
export function parseText(input: unknown, path: string, context: ParseContext): string | null {
  if (typeof input !== 'string') return context.fail(path, 'wrong_type', `Expected a text, found ${nameValue(input)}.`);
  const longest = context.limits.text;
  if (input.length > longest) {
    return context.fail(path, 'too_long', `This text has ${input.length} characters; at most ${longest} are allowed.`);
  }
  if (input.includes('\u0000') || !input.isWellFormed()) {
    return context.fail(path, 'bad_text', 'This text holds a NUL or half of a character. Write it as plain Unicode text.');
  }
  if (foldText(input) === '') return context.fail(path, 'bad_text', 'Expected a text that is more than white space.');
  return input;
}

/** Reads one value of a list test: a text, a finite number, true or false. */
export function parseScalar(input: unknown, path: string, context: ParseContext): Scalar | null {
  if (typeof input === 'boolean') return input;
  if (typeof input === 'string') return parseText(input, path, context);
  if (typeof input !== 'number') {
    const message = `Expected a text, a number, true or false, found ${nameValue(input)}.`;
    return context.fail(path, 'wrong_type', message);
  }
  if (!Number.isFinite(input)) return context.fail(path, 'bad_number', `Expected a finite number, found ${input}.`);
  return toPlainNumber(input);
}

/** JSON does not tell -0 from 0; neither do rules. */
export function toPlainNumber(value: number): number {
  return value === 0 ? 0 : value;
}

/** Reads a list of at least one and at most `valuesPerList` items. null when anything in it is wrong. */
export function parseList<Item>(
  input: unknown,
  path: string,
  context: ParseContext,
  parseItem: (item: unknown, path: string, context: ParseContext) => Item | null,
): Item[] | null {
  if (!Array.isArray(input)) return context.fail(path, 'wrong_type', `Expected a list, found ${nameValue(input)}.`);
  if (input.length === 0) return context.fail(path, 'empty_list', 'An empty list asks for nothing: name at least one value.');
  const most = context.limits.valuesPerList;
  if (input.length > most) {
    return context.fail(path, 'too_many', `This list has ${input.length} values; at most ${most} are allowed.`);
  }
  const items: Item[] = [];
  for (let index = 0; index < input.length && !context.isStopped; index += 1) {
    const item = parseItem(readOwn(input, index), `${path}[${index}]`, context);
    if (item !== null) items.push(item);
  }
  return items.length === input.length ? items : null;
}

/** Reads a word or phrase of `mentions`: a text with at least one letter or digit. */
export function parsePhrase(input: unknown, path: string, context: ParseContext): string | null {
  const text = parseText(input, path, context);
  if (text === null || /[\p{L}\p{N}]/u.test(text)) return text;
  return context.fail(path, 'bad_text', `Expected at least one word, found ${nameValue(text)}.`);
}
