import type { RuleSet } from './rule-set.ts';

/** Does this persona have any rules? One without rules is shown as "no rules yet" and cannot be scored. */
export function hasRules(ruleSet: RuleSet): boolean {
  return ruleSet.rules.length > 0;
}
