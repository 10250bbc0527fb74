import type { Condition, RuleSet } from './rule-set.ts';

/**
 * Which attributes does a condition look at? As its author wrote them, in the order of first use, each once.
 *
 * Spellings that only the dictionary unites (`Age`, `respondent_age`) are listed apart.
 */
export function attributesOfCondition(condition: Condition): string[] {
  const attributes = new Set<string>();
  const visit = (inner: Condition): void => {
    if ('attribute' in inner) attributes.add(inner.attribute);
    else if ('not' in inner) visit(inner.not);
    else for (const next of 'all' in inner ? inner.all : inner.any) visit(next);
  };
  visit(condition);
  return [...attributes];
}

/**
 * Which attributes does a rule set look at? As written, in the order of first use, each once. None: an empty list.
 *
 * @example attributesOf(parsed) // ['age', 'location']
 */
export function attributesOf(ruleSet: RuleSet): string[] {
  return [...new Set(ruleSet.rules.flatMap((rule) => attributesOfCondition(rule.condition)))];
}
