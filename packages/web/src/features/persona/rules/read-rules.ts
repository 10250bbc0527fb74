import { type Condition, parseRuleSet, type RuleError } from '@likeness/core';
import { newId } from '../new-id.ts';
import { type DraftCondition, NO_RULES, type RuleDraft } from './rule-draft.ts';

export type ReadRules = { ok: true; draft: RuleDraft } | { ok: false; errors: RuleError[] };

/**
 * Mapping rules in either form as a draft; null and no rules at all are an empty one.
 *
 * Rules that cannot be read answer every error with its place, as the API does. Ids are new each time.
 */
export function readRules(mappingRules: unknown): ReadRules {
  if (mappingRules === null || mappingRules === undefined) return { ok: true, draft: NO_RULES };
  const parsed = parseRuleSet(mappingRules);
  if (!parsed.ok) return parsed;
  const { missing, rules } = parsed.ruleSet;
  const labels = defaultLabels(mappingRules, rules.length);
  return {
    ok: true,
    draft: {
      missing,
      rules: rules.map(({ condition, weight, required }, index) => ({
        condition: readCondition(condition), weight: weight / 1000, required, label: labels[index] ?? '',
      })),
    },
  };
}

/** A parsed condition with ids. "Not any of" becomes a group of its own: none of them. */
export function readCondition(condition: Condition): DraftCondition {
  if ('attribute' in condition) return { id: newId(), attribute: condition.attribute, is: condition.is };
  if ('all' in condition) return { id: newId(), group: 'all', parts: condition.all.map(readCondition) };
  if ('any' in condition) return { id: newId(), group: 'any', parts: condition.any.map(readCondition) };
  const inner = condition.not;
  // "Not any of one" says the same as "not": only of several it has to be a group for itself.
  const parts = 'any' in inner && inner.any.length > 1 ? inner.any : [inner];
  return { id: newId(), group: 'not', parts: parts.map(readCondition) };
}

/** Labels as they were written: parsing gives every rule one, and those must not become fixed. */
function defaultLabels(mappingRules: unknown, count: number): string[] {
  const written = typeof mappingRules === 'object' && mappingRules !== null && 'rules' in mappingRules ? mappingRules.rules : null;
  if (!Array.isArray(written) || written.length !== count) return [];
  return written.map((rule: unknown) => (typeof rule === 'object' && rule !== null && 'label' in rule && typeof rule.label === 'string' ? rule.label : ''));
}
