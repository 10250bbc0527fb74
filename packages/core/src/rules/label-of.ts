import type { Condition } from './rule-set.ts';

const LONGEST_GROUP_LABEL = 80;

/** Cuts a text between characters, never within one, and says so by an ellipsis. */
function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest - 1);
  // A surrogate pair cut in two leaves its first half behind.
  return `${/[\uD800-\uDBFF]$/u.test(head) ? head.slice(0, -1) : head}…`;
}

function describe(condition: Condition, isInner: boolean): string {
  if ('attribute' in condition) return condition.attribute;
  if ('not' in condition) return `not ${describe(condition.not, true)}`;
  const [parts, joint] = 'all' in condition ? [condition.all, ' and '] : [condition.any, ' or '];
  // What lies behind the longest label cannot show: there is no need to write it.
  const text = parts.slice(0, LONGEST_GROUP_LABEL).map((part) => describe(part, true)).join(joint);
  return isInner && parts.length > 1 ? `(${text})` : text;
}

/**
 * What is a rule called when its author gave it no label?
 *
 * The attribute, as written; for a group the attributes in words, at most 80 characters long.
 *
 * @example labelOf({ any: [plan, { not: churned }] }) // 'plan or not churned'
 */
export function labelOf(condition: Condition): string {
  return 'attribute' in condition ? condition.attribute : clip(describe(condition, false), LONGEST_GROUP_LABEL);
}

/**
 * The label, or the label with the first number that makes it unlike all in `taken`; adds it to `taken`.
 *
 * Never longer than `longest`: a label too long for its number loses its end.
 *
 * @example toUniqueLabel('age', new Set(['age']), 500) // 'age (2)'
 */
export function toUniqueLabel(label: string, taken: Set<string>, longest: number): string {
  let unique = label;
  for (let number = 2; taken.has(unique); number += 1) {
    const suffix = ` (${number})`;
    unique = clip(label, longest - suffix.length) + suffix;
  }
  taken.add(unique);
  return unique;
}
