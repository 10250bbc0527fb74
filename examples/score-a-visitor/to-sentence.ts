import type { Condition, Rule, Scalar, Test } from '@likeness/core';

/**
 * A rule in words.
 *
 * @example toSentence(rule) // 'age is 25 to 40'
 */
export function toSentence({ condition, label }: Rule): string {
  return 'attribute' in condition ? describe(condition) : `${label}: ${describe(condition)}`;
}

function describe(condition: Condition): string {
  if ('all' in condition) return condition.all.map(describe).join(' and ');
  if ('any' in condition) return condition.any.map(describe).join(', or ');
  if ('not' in condition) return `not (${describe(condition.not)})`;
  return `${condition.attribute} ${describeTest(condition.is)}`;
}

function describeTest(test: Test): string {
  if ('between' in test) return describeRange(...test.between);
  if ('atLeast' in test) return describeRange(test.atLeast, null);
  if ('atMost' in test) return describeRange(null, test.atMost);
  if ('in' in test) return `is ${list(test.in)}`;
  if ('anyOf' in test) return `has ${list(test.anyOf)}`;
  if ('allOf' in test) return `has ${list(test.allOf, 'and')}`;
  if ('noneOf' in test) return `has none of ${list(test.noneOf)}`;
  if ('atLeastOf' in test) return `has at least ${test.atLeastOf.count} of ${list(test.atLeastOf.values)}`;
  if ('contains' in test) return `contains ${list(test.contains)}`;
  if ('mentions' in test) return `mentions ${list(test.mentions)}`;
  return test.answered ? 'is answered' : 'is not answered';
}

function describeRange(lower: number | string | null, upper: number | string | null): string {
  if (lower === null) return `is at most ${upper}`;
  return upper === null ? `is at least ${lower}` : `is ${lower} to ${upper}`;
}

function list(values: readonly Scalar[], joint = 'or'): string {
  const texts = values.map(String);
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${joint} ${texts.at(-1)}`;
}
