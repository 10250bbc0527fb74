import { type Dictionary, compileDictionary } from '../answers/dictionary.ts';
import { checkKeys } from './check-keys.ts';
import { toUniqueLabel } from './label-of.ts';
import { ParseContext } from './parse-context.ts';
import { parseRule } from './parse-rule.ts';
import { parseShortForm } from './parse-short-form.ts';
import { type PlainObject, isPlainObject, nameValue, readOwn } from './plain-input.ts';
import { DEFAULT_RULE_LIMITS, type RuleError, type RuleLimits } from './rule-error.ts';
import type { MissingPolicy, Rule, RuleSet } from './rule-set.ts';

export type ParsedRuleSet = { ok: true; ruleSet: RuleSet } | { ok: false; errors: RuleError[] };

/** `dictionary` tells lists on multi-value fields apart in the short form. Limits that are left out keep their default. */
export type ParseRuleSetOptions = { limits?: Partial<RuleLimits>; dictionary?: Dictionary };

const MISSING_POLICIES: readonly MissingPolicy[] = ['unmatched', 'ignore'];

/**
 * The list under `rules` when the input is in the full form, else null.
 *
 * One object in the list is enough: the short form has no use for objects in lists, and the errors of a broken full
 * form are those that help. A list longer than the limit is refused later and need not be searched to its end.
 */
function findFullForm(input: PlainObject, limits: RuleLimits): readonly unknown[] | null {
  const rules = readOwn(input, 'rules');
  if (!Array.isArray(rules)) return null;
  if (rules.length === 0) return rules;
  for (let index = 0; index < rules.length && index <= limits.rules; index += 1) {
    if (isPlainObject(readOwn(rules, index))) return rules;
  }
  return null;
}

function parseMissingPolicy(input: unknown, context: ParseContext): MissingPolicy {
  const policy = input === undefined ? 'unmatched' : MISSING_POLICIES.find((known) => known === input);
  if (policy !== undefined) return policy;
  context.fail('missing', 'wrong_type', `Expected "unmatched" or "ignore", found ${nameValue(input)}.`);
  return 'unmatched';
}

function isWithinLimit(count: number, path: string, context: ParseContext): boolean {
  const most = context.limits.rules;
  if (count <= most) return true;
  context.fail(path, 'too_many', `There are ${count} rules; at most ${most} are allowed.`);
  return false;
}

function parseFullForm(input: PlainObject, rules: readonly unknown[], context: ParseContext): RuleSet {
  checkKeys(input, ['missing', 'rules'], '', context);
  const missing = parseMissingPolicy(readOwn(input, 'missing'), context);
  const parsed: Rule[] = [];
  for (let index = 0; index < rules.length && !context.isStopped; index += 1) {
    const rule = parseRule(readOwn(rules, index), `rules[${index}]`, context);
    if (rule !== null) parsed.push(rule);
  }
  return { missing, rules: parsed };
}

function parseRules(input: PlainObject, context: ParseContext): RuleSet | null {
  const rules = findFullForm(input, context.limits);
  if (rules !== null) return isWithinLimit(rules.length, 'rules', context) ? parseFullForm(input, rules, context) : null;
  if (!isWithinLimit(Object.keys(input).length, '', context)) return null;
  return { missing: 'unmatched', rules: parseShortForm(input, context) };
}

function withUniqueLabels(ruleSet: RuleSet, longest: number): RuleSet {
  const taken = new Set<string>();
  const rules = ruleSet.rules.map((rule) => ({ ...rule, label: toUniqueLabel(rule.label, taken, longest) }));
  return { ...ruleSet, rules };
}

/**
 * Reads mapping rules, in the short or in the full form, out of parsed JSON.
 *
 * It is the full form when `rules` is a list of objects (or an empty list), else the short form. No rules at all are fine:
 * such a persona scores nothing. Labels that occur twice get " (2)". Numbers, dates, lists and texts are checked;
 * nothing is guessed or dropped.
 *
 * Returns every error with its place, at most twenty. Never throws on input that JSON can hold, nor on getters,
 * lists without end, or objects that hold themselves; such input is refused within the limits.
 *
 * @example parseRuleSet({ age: { min: 25, max: 40 } })
 * // { ok: true, ruleSet: { missing: 'unmatched', rules: [{ condition: { attribute: 'age', is: { between: [25, 40] } }, ... }] } }
 */
export function parseRuleSet(input: unknown, options: ParseRuleSetOptions = {}): ParsedRuleSet {
  const limits = { ...DEFAULT_RULE_LIMITS, ...options.limits };
  const context = new ParseContext(limits, options.dictionary ?? compileDictionary([]));
  if (!isPlainObject(input)) {
    context.fail('', 'wrong_type', `Expected an object of mapping rules, found ${nameValue(input)}.`);
    return { ok: false, errors: context.errors };
  }
  const ruleSet = parseRules(input, context);
  if (ruleSet === null || context.errors.length > 0) return { ok: false, errors: context.errors };
  return { ok: true, ruleSet: withUniqueLabels(ruleSet, limits.text) };
}
