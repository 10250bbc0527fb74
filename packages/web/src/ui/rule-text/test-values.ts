import type { Scalar, Test } from '@likeness/core';

export type Bounds = [number | string | null, number | string | null];

/** Both bounds of a range test, null where there is none; none for other tests. */
export function boundsOf(test: Test): Bounds {
  if ('between' in test) return test.between;
  return ['atLeast' in test ? test.atLeast : null, 'atMost' in test ? test.atMost : null];
}

/** The values of a list test; none for others. */
export function valuesOf(test: Test): Scalar[] {
  if ('atLeastOf' in test) return test.atLeastOf.values;
  const [list] = Object.values(test) as unknown[];
  return Array.isArray(list) && !('between' in test) ? (list as Scalar[]) : [];
}
