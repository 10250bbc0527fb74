import { checkKeys } from './check-keys.ts';
import type { ParseContext } from './parse-context.ts';
import { parseTest } from './parse-test.ts';
import { parseText } from './parse-values.ts';
import { type PlainObject, isPlainObject, nameValue, readOwn } from './plain-input.ts';
import type { Condition } from './rule-set.ts';

const CONDITION_KEYS = ['attribute', 'is', 'all', 'any', 'not'] as const;
const RULE_KEYS = [...CONDITION_KEYS, 'weight', 'required', 'label'] as const;

type ConditionKind = 'attribute' | 'all' | 'any' | 'not';

function findKind(input: PlainObject, path: string, context: ParseContext): ConditionKind | null {
  const present = CONDITION_KEYS.filter((key) => Object.hasOwn(input, key));
  const kinds = [...new Set(present.map((key) => (key === 'is' ? 'attribute' : key)))];
  const [kind, second] = kinds;
  if (kind === undefined) {
    const message = 'Expected {"attribute": ..., "is": ...} or one of the groups "all", "any", "not".';
    return context.fail(path, 'missing_key', message);
  }
  if (second !== undefined) {
    const message = `Found ${present.map((key) => `"${key}"`).join(', ')} together; a rule is one test or one group.`;
    return context.fail(path, 'conflicting_keys', message);
  }
  if (kind === 'attribute' && present.length === 1) {
    const absent = present[0] === 'is' ? 'attribute' : 'is';
    return context.fail(path, 'missing_key', `"${absent}" is missing: a test needs both "attribute" and "is".`);
  }
  return kind;
}

function parseMembers(input: unknown, path: string, depth: number, context: ParseContext): Condition[] | null {
  if (!Array.isArray(input)) {
    return context.fail(path, 'wrong_type', `Expected a list of conditions, found ${nameValue(input)}.`);
  }
  if (input.length === 0) return context.fail(path, 'empty_list', 'An empty group says nothing: add a condition.');
  const members: Condition[] = [];
  for (let index = 0; index < input.length && !context.isStopped; index += 1) {
    const member = parseCondition(readOwn(input, index), `${path}[${index}]`, depth, context);
    if (member !== null) members.push(member);
  }
  return members.length === input.length ? members : null;
}

function parseAttributeTest(input: PlainObject, path: string, context: ParseContext): Condition | null {
  const attribute = parseText(readOwn(input, 'attribute'), `${path}.attribute`, context);
  const is = parseTest(readOwn(input, 'is'), `${path}.is`, context);
  return attribute === null || is === null ? null : { attribute: attribute.trim(), is };
}

/**
 * Reads one condition of the full form: a test on an attribute, or a group. `depth` is 1 for a rule's own condition,
 * which may have the keys of a rule beside it.
 *
 * Returns null after noting in the context what is wrong. Stops at the depth limit, so that input which holds
 * itself ends too.
 */
export function parseCondition(input: unknown, path: string, depth: number, context: ParseContext): Condition | null {
  if (!context.countCondition(path)) return null;
  if (!isPlainObject(input)) {
    return context.fail(path, 'wrong_type', `Expected a condition, found ${nameValue(input)}.`);
  }
  if (depth > context.limits.depth) {
    return context.fail(path, 'too_deep', `Groups are nested too deeply: at most ${context.limits.depth} levels.`);
  }
  const hasRightKeys = checkKeys(input, depth === 1 ? [...RULE_KEYS] : [...CONDITION_KEYS], path, context);
  const kind = hasRightKeys ? findKind(input, path, context) : null;
  if (kind === null) return null;
  if (kind === 'attribute') return parseAttributeTest(input, path, context);
  if (kind === 'not') {
    const not = parseCondition(readOwn(input, 'not'), `${path}.not`, depth + 1, context);
    return not === null ? null : { not };
  }
  const members = parseMembers(readOwn(input, kind), `${path}.${kind}`, depth + 1, context);
  if (members === null) return null;
  return kind === 'all' ? { all: members } : { any: members };
}
