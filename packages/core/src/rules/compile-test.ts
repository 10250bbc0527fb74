import type { Field } from '../answers/dictionary.ts';
import { foldText } from '../answers/fold-text.ts';
import { toWantedValues } from '../answers/to-value.ts';
import type { AttributeSlot } from './attribute-slot.ts';
import { compileMentions } from './mentions.ts';
import { type Range, toRange } from './range.ts';
import type { Scalar, Test } from './rule-set.ts';

/** Does the slot's answer, which is not missing, pass? */
export type CompiledTest = (slot: AttributeSlot) => boolean;

function compileRange({ kind, lowest, highest }: Range): CompiledTest {
  const isInside = (value: number): boolean => value >= lowest && value <= highest;
  return kind === 'number' ? (slot) => slot.numbers.some(isInside) : (slot) => slot.moments.some(isInside);
}

function compileAny(field: Field, list: readonly Scalar[]): CompiledTest {
  const wanted = toWantedValues(field, list);
  const isWanted = (value: string): boolean => wanted.has(value);
  return (slot) => slot.values.some(isWanted);
}

/** `count` null asks for all of them. Entries of the list that mean the same count once. */
function compileCount(field: Field, list: readonly Scalar[], count: number | null): CompiledTest {
  const wanted = toWantedValues(field, list);
  const needed = count ?? wanted.size;
  return (slot) => {
    const present = new Set<string>();
    for (const value of slot.values) if (wanted.has(value)) present.add(value);
    return present.size >= needed;
  };
}

function compileContains(fragments: readonly string[]): CompiledTest {
  const folded = fragments.map(foldText);
  return (slot) => slot.parts?.some((part) => folded.some((fragment) => part.text.includes(fragment))) === true;
}

/**
 * Prepares one test for many answers of a field: lists become sets of folded values, bounds become numbers,
 * phrases become stems.
 *
 * The compiled test is asked only about answers that are not missing; `answered` therefore returns what it wants.
 */
export function compileTest(test: Test, field: Field): CompiledTest {
  if ('between' in test) return compileRange(toRange(test.between[0], test.between[1]));
  if ('atLeast' in test) return compileRange(toRange(test.atLeast, null));
  if ('atMost' in test) return compileRange(toRange(null, test.atMost));
  if ('in' in test) return compileAny(field, test.in);
  if ('anyOf' in test) return compileAny(field, test.anyOf);
  if ('allOf' in test) return compileCount(field, test.allOf, null);
  if ('atLeastOf' in test) return compileCount(field, test.atLeastOf.values, test.atLeastOf.count);
  if ('contains' in test) return compileContains(test.contains);
  if ('noneOf' in test) {
    const isAny = compileAny(field, test.noneOf);
    return (slot) => !isAny(slot);
  }
  if ('mentions' in test) {
    const mentions = compileMentions(test.mentions, field.language);
    return (slot) => slot.words.some(mentions);
  }
  const { answered } = test;
  return () => answered;
}
