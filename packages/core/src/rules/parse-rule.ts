import { labelOf } from './label-of.ts';
import { parseCondition } from './parse-condition.ts';
import type { ParseContext } from './parse-context.ts';
import { parseText } from './parse-values.ts';
import { isPlainObject, nameValue, readOwn } from './plain-input.ts';
import type { Rule } from './rule-set.ts';

export const DEFAULT_WEIGHT = 1000;

const LARGEST_WEIGHT = 1000;

function parseWeight(input: unknown, path: string, context: ParseContext): number | null {
  if (input === undefined) return DEFAULT_WEIGHT;
  const isNumber = typeof input === 'number' && Number.isFinite(input);
  const thousandths = isNumber ? Math.round(input * 1000) : 0;
  // Dividing back tells 0.001 (whose product may be off in the last bit) from 0.0014.
  if (isNumber && thousandths >= 1 && input <= LARGEST_WEIGHT && thousandths / 1000 === input) return thousandths;
  const message = `Expected a weight from 0.001 to 1000 with at most three decimals, found ${nameValue(input)}.`;
  return context.fail(path, isNumber ? 'bad_weight' : 'wrong_type', message);
}

function parseRequired(input: unknown, path: string, context: ParseContext): boolean | null {
  if (input === undefined) return false;
  if (typeof input === 'boolean') return input;
  return context.fail(path, 'wrong_type', `Expected true or false, found ${nameValue(input)}.`);
}

/**
 * Reads one rule of the full form. Weight 1, not required, and labelled after its attribute when it does not say.
 *
 * The label is not yet unique. Returns null after noting in the context what is wrong.
 */
export function parseRule(input: unknown, path: string, context: ParseContext): Rule | null {
  const condition = parseCondition(input, path, 1, context);
  if (!isPlainObject(input)) return null;
  const weight = parseWeight(readOwn(input, 'weight'), `${path}.weight`, context);
  const required = parseRequired(readOwn(input, 'required'), `${path}.required`, context);
  const hasLabel = readOwn(input, 'label') !== undefined;
  const written = hasLabel ? parseText(readOwn(input, 'label'), `${path}.label`, context) : null;
  if (condition === null || weight === null || required === null || (hasLabel && written === null)) return null;
  return { condition, weight, required, label: written?.trim() ?? labelOf(condition) };
}
