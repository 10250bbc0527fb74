import type { Scalar, Test } from '@likeness/core';
import { boundsOf, valuesOf } from '../../../ui/rule-text/test-values.ts';
import type { Distribution } from './use-distribution.ts';

/** The kinds of tests as people choose between them; `range` is between, at least and at most. */
export type TestKind = 'range' | 'in' | 'anyOf' | 'allOf' | 'noneOf' | 'atLeastOf' | 'contains' | 'mentions' | 'answered';

const BY_TYPE: Record<Distribution['type'], readonly TestKind[]> = {
  number: ['range', 'in', 'answered'],
  date: ['range', 'answered'],
  boolean: ['in', 'answered'],
  choice: ['in', 'noneOf', 'contains', 'answered'],
  multi: ['anyOf', 'allOf', 'noneOf', 'atLeastOf', 'answered'],
  text: ['contains', 'mentions', 'in', 'answered'],
};

/** The tests that make sense for an attribute, the usual one first. A test that is there already is always among them. */
export function kindsFor(type: Distribution['type'], present: TestKind): readonly TestKind[] {
  return BY_TYPE[type].includes(present) ? BY_TYPE[type] : [...BY_TYPE[type], present];
}

/** Which kind a test is. */
export function kindOf(test: Test): TestKind {
  if ('between' in test || 'atLeast' in test || 'atMost' in test) return 'range';
  const [kind = 'answered'] = Object.keys(test);
  return kind as TestKind;
}

/** A new test of a kind, with the values of the one before where it can hold them; else it wants some. */
export function toTest(kind: TestKind, before: Test = { in: [] }): Test {
  const values = valuesOf(before);
  switch (kind) {
    case 'range':
      return { between: boundsOf(before) };
    case 'atLeastOf':
      return { atLeastOf: { count: Math.min(2, Math.max(1, values.length)), values } };
    case 'contains':
      return { contains: values.map(String) };
    case 'mentions':
      return { mentions: values.map(String) };
    case 'answered':
      return { answered: true };
    case 'in':
      return { in: values };
    case 'anyOf':
      return { anyOf: values };
    case 'allOf':
      return { allOf: values };
    case 'noneOf':
      return { noneOf: values };
  }
}

/** The same test with other values. "At least k" never asks for more than there are. */
export function withValues(test: Test, values: Scalar[]): Test {
  if ('atLeastOf' in test) return { atLeastOf: { count: Math.max(1, Math.min(test.atLeastOf.count, values.length)), values } };
  return toTest(kindOf(test), { in: values });
}
