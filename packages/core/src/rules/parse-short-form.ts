import { isMultiValued, resolveField } from '../answers/dictionary.ts';
import { checkKeys } from './check-keys.ts';
import { labelOf } from './label-of.ts';
import { parseBounds } from './parse-bounds.ts';
import type { ParseContext } from './parse-context.ts';
import { DEFAULT_WEIGHT } from './parse-rule.ts';
import { parseList, parseScalar, parseText } from './parse-values.ts';
import { type PlainObject, isPlainObject, pathOf, readOwn } from './plain-input.ts';
import type { Rule, Scalar, Test } from './rule-set.ts';

function parseShortTest(attribute: string, input: unknown, path: string, context: ParseContext): Test | null {
  const toListTest = (values: Scalar[]): Test =>
    isMultiValued(resolveField(context.dictionary, attribute)) ? { anyOf: values } : { in: values };
  if (Array.isArray(input)) {
    const values = parseList(input, path, context, parseScalar);
    return values === null ? null : toListTest(values);
  }
  if (isPlainObject(input)) {
    if (!checkKeys(input, ['min', 'max'], path, context)) return null;
    const lower = { input: readOwn(input, 'min'), path: `${path}.min` };
    const between = parseBounds(lower, { input: readOwn(input, 'max'), path: `${path}.max` }, path, context);
    return between === null ? null : { between };
  }
  if (typeof input === 'object' || typeof input === 'undefined') {
    const message = 'Expected {"min": 25, "max": 40}, a list of values, or one value.';
    return context.fail(path, 'wrong_type', message);
  }
  const value = parseScalar(input, path, context);
  return value === null ? null : toListTest([value]);
}

/**
 * Reads the short form: each key is an attribute and one rule of weight 1.
 *
 * `{min, max}` becomes `between`; a list, or a value alone, `in`, or `anyOf` when the dictionary says that the
 * field holds several values. Anything else needs the full form. Labels are not yet unique.
 */
export function parseShortForm(input: PlainObject, context: ParseContext): Rule[] {
  const rules: Rule[] = [];
  for (const key of Object.keys(input)) {
    if (context.isStopped) break;
    const path = pathOf('', key);
    const isCounted = context.countCondition(path);
    const attribute = isCounted ? parseText(key, path, context)?.trim() : undefined;
    if (attribute === undefined) continue;
    const is = parseShortTest(attribute, readOwn(input, key), path, context);
    if (is === null) continue;
    const condition = { attribute, is };
    rules.push({ condition, weight: DEFAULT_WEIGHT, required: false, label: labelOf(condition) });
  }
  return rules;
}
