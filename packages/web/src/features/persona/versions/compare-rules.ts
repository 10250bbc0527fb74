import { isLeaf, type DraftCondition, type DraftRule, type RuleDraft } from '../rules/rule-draft.ts';
import { toCondition } from '../rules/to-mapping-rules.ts';
import { toStableText } from '../stable-text.ts';

/** How one rule differs; `before` or `after` is null when there is no such rule on that side. */
export type RuleDifference = { kind: 'added' | 'removed' | 'changed'; before: DraftRule | null; after: DraftRule | null };

export type RulesDifference = {
  rules: RuleDifference[];
  /** Both policies for missing answers when they differ, else null. */
  missing: { before: RuleDraft['missing']; after: RuleDraft['missing'] } | null;
};

/**
 * What differs between two rule sets, rule by rule. A rule that asks the same but counts differently has changed, and so has
 * one that asks something else about the same attributes, or under the same name. The order makes no difference.
 */
export function compareRules(before: RuleDraft, after: RuleDraft): RulesDifference {
  const left = [...before.rules];
  const pairs: RuleDifference[] = [];
  const unmatched: DraftRule[] = [];
  for (const rule of after.rules) {
    const same = take(left, (each) => textOf(each.condition) === textOf(rule.condition));
    if (same === null) unmatched.push(rule);
    else if (!isSameRule(same, rule)) pairs.push({ kind: 'changed', before: same, after: rule });
  }
  for (const rule of unmatched) {
    const like = take(left, (each) => (rule.label !== '' && each.label === rule.label) || namesOf(each.condition) === namesOf(rule.condition));
    pairs.push({ kind: like === null ? 'added' : 'changed', before: like, after: rule });
  }
  const removed = left.map((rule): RuleDifference => ({ kind: 'removed', before: rule, after: null }));
  return { rules: [...pairs, ...removed], missing: before.missing === after.missing ? null : { before: before.missing, after: after.missing } };
}

function take(rules: DraftRule[], isWanted: (rule: DraftRule) => boolean): DraftRule | null {
  const index = rules.findIndex(isWanted);
  return index < 0 ? null : (rules.splice(index, 1)[0] ?? null);
}

function isSameRule(a: DraftRule, b: DraftRule): boolean {
  return a.weight === b.weight && a.required === b.required && a.label === b.label;
}

function textOf(condition: DraftCondition): string {
  return toStableText(toCondition(condition));
}

function namesOf(condition: DraftCondition): string {
  return isLeaf(condition) ? condition.attribute : `${condition.group}(${condition.parts.map(namesOf).join(',')})`;
}
