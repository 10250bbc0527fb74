import type { Test } from '@likeness/core';

/** How the parts of a group go together: all of them, at least one, or none. */
export type GroupKind = 'all' | 'any' | 'not';

/** What a rule looks at, as far as it is put into words: a test on one attribute, or a group. */
export type SpokenRule = { attribute: string; is: Test } | { group: GroupKind; parts: SpokenRule[] };

/**
 * A condition as the API writes it, in full form or in the short one; null for what this version does not know.
 *
 * "Not any of several" is a group of its own: none of them.
 *
 * @example readSpokenRule({ not: { any: [a, b] } }) // { group: 'not', parts: [a, b] }
 */
export function readSpokenRule(condition: unknown): SpokenRule | null {
  if (!isObject(condition)) return null;
  if (Array.isArray(condition.all)) return readGroup('all', condition.all);
  if (Array.isArray(condition.any)) return readGroup('any', condition.any);
  if (isObject(condition.not)) {
    const { any } = condition.not;
    return readGroup('not', Array.isArray(any) && any.length > 1 ? any : [condition.not]);
  }
  const is = readTest(condition.is);
  return typeof condition.attribute === 'string' && is !== null ? { attribute: condition.attribute, is } : null;
}

/**
 * A test as the API writes it: in full form (`{ between: [25, 40] }`), or in the short one (`{ min: 25 }`, a list, one value).
 * Null for what this version does not know.
 */
export function readTest(test: unknown): Test | null {
  if (Array.isArray(test)) return { in: test };
  if (!isObject(test)) return test === null || test === undefined ? null : { in: [test as string] };
  if ('min' in test || 'max' in test) return { between: [toBound(test.min), toBound(test.max)] };
  return KINDS.some((kind) => kind in test) ? (test as Test) : null;
}

const KINDS = ['between', 'atLeast', 'atMost', 'in', 'anyOf', 'allOf', 'noneOf', 'atLeastOf', 'contains', 'mentions', 'answered'];

function readGroup(group: GroupKind, conditions: readonly unknown[]): SpokenRule | null {
  const parts = conditions.map(readSpokenRule);
  return parts.includes(null) ? null : { group, parts: parts.filter((part) => part !== null) };
}

function toBound(value: unknown): number | string | null {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
