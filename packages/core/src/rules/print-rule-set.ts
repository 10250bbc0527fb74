import { labelOf } from './label-of.ts';
import type { Condition, MissingPolicy, RuleSet } from './rule-set.ts';

/** One rule as JSON: the condition, and whatever differs from the defaults. `weight` is the plain weight (1, 0.5). */
export type RuleJson = Condition & { weight?: number; required?: true; label?: string };

/** The full form of a rule set as JSON. */
export type RuleSetJson = { missing: MissingPolicy; rules: RuleJson[] };

/**
 * The full form of a rule set, as the interface shows it and the database keeps it.
 *
 * `parseRuleSet` reads it back to an equal rule set. Weight 1, `required: false` and labels that parsing would
 * give anyway are left out. The result shares nothing with the rule set.
 *
 * @example printRuleSet(parsed) // { missing: 'unmatched', rules: [{ attribute: 'age', is: { between: [25, 40] }, weight: 2 }] }
 */
export function printRuleSet(ruleSet: RuleSet): RuleSetJson {
  const rules = ruleSet.rules.map(({ condition, weight, required, label }): RuleJson => ({
    ...structuredClone(condition),
    ...(weight === 1000 ? {} : { weight: weight / 1000 }),
    ...(required ? { required } : {}),
    ...(label === labelOf(condition) ? {} : { label }),
  }));
  return { missing: ruleSet.missing, rules };
}
