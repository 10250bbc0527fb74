import { moveInList } from '../move-in-list.ts';
import { newId } from '../new-id.ts';
import type { GroupKind } from '../../../ui/rule-text/spoken-rule.ts';
import { type DraftCondition, type DraftGroup, type DraftRule, isLeaf, type RuleDraft } from './rule-draft.ts';

/** Where a condition stands: in which group (null: it is a rule of its own), and at which position there. */
export type Place = { parentId: string | null; index: number };

/** The draft with one rule changed. A draft without that rule stays as it is. */
export function changeRule(draft: RuleDraft, ruleId: string, change: Partial<Omit<DraftRule, 'condition'>>): RuleDraft {
  return { ...draft, rules: draft.rules.map((rule) => (rule.condition.id === ruleId ? { ...rule, ...change } : rule)) };
}

/** The draft with one condition, however deep, replaced. What it is replaced by keeps the id; rules without it stay the very same. */
export function changeCondition<C extends DraftCondition>(draft: RuleDraft, id: string, change: (condition: C) => DraftCondition): RuleDraft {
  const within = (condition: DraftCondition): DraftCondition => {
    if (condition.id === id) return change(condition as C);
    if (isLeaf(condition)) return condition;
    const parts = condition.parts.map(within);
    return parts.every((part, index) => part === condition.parts[index]) ? condition : { ...condition, parts };
  };
  const rules = draft.rules.map((rule) => {
    const condition = within(rule.condition);
    return condition === rule.condition ? rule : { ...rule, condition };
  });
  return { ...draft, rules };
}

/** The draft without one condition. A group that becomes empty stays: it says what it wants. */
export function removeCondition(draft: RuleDraft, id: string): RuleDraft {
  const without = (condition: DraftCondition): DraftCondition =>
    isLeaf(condition) ? condition : { ...condition, parts: condition.parts.filter((part) => part.id !== id).map(without) };
  const rules = draft.rules.filter(({ condition }) => condition.id !== id);
  return { ...draft, rules: rules.map((rule) => ({ ...rule, condition: without(rule.condition) })) };
}

/** The draft with a condition added to a group, or as a rule of weight 1, at an index; without one at the end. */
export function addCondition(draft: RuleDraft, condition: DraftCondition, parentId: string | null, index = Number.MAX_SAFE_INTEGER): RuleDraft {
  if (parentId === null) return { ...draft, rules: draft.rules.toSpliced(index, 0, toRule(condition)) };
  return changeCondition<DraftGroup>(draft, parentId, (group) => ({ ...group, parts: group.parts.toSpliced(index, 0, condition) }));
}

/** The draft with a condition moved to another place. Within its list it keeps its rule's weight; a group never moves into itself. */
export function moveCondition(draft: RuleDraft, id: string, to: Place): RuleDraft {
  const from = findPlace(draft, id);
  const condition = findCondition(draft, id);
  if (from === null || condition === null || (to.parentId !== null && isWithin(condition, to.parentId))) return draft;
  if (from.parentId !== to.parentId) return addCondition(removeCondition(draft, id), condition, to.parentId, to.index);
  if (to.parentId === null) return { ...draft, rules: moveInList(draft.rules, from.index, to.index) };
  return changeCondition<DraftGroup>(draft, to.parentId, (group) => ({ ...group, parts: moveInList(group.parts, from.index, to.index) }));
}

/** Puts a group around a condition, where the condition stood. A rule keeps its weight, label and whether it is required. */
export function wrapCondition(draft: RuleDraft, id: string, group: GroupKind): RuleDraft {
  return changeCondition(draft, id, (condition) => ({ id: newId(), group, parts: [condition] }));
}

/** The other way round: a group's parts stand where it stood, rules of their own with its weight when it was a rule. */
export function unwrapGroup(draft: RuleDraft, id: string): RuleDraft {
  const group = findCondition(draft, id);
  const place = findPlace(draft, id);
  if (group === null || place === null || isLeaf(group)) return draft;
  if (place.parentId !== null) {
    return changeCondition<DraftGroup>(draft, place.parentId, (parent) => ({ ...parent, parts: parent.parts.toSpliced(place.index, 1, ...group.parts) }));
  }
  const { weight = 1, required = false } = draft.rules[place.index] ?? {};
  const rules = group.parts.map((part): DraftRule => ({ ...toRule(part), weight, required }));
  return { ...draft, rules: draft.rules.toSpliced(place.index, 1, ...rules) };
}

/** Where a condition stands; null when it is not in the draft. */
export function findPlace({ rules }: RuleDraft, id: string): Place | null {
  const among = (conditions: readonly DraftCondition[], parentId: string | null): Place | null => {
    const index = conditions.findIndex((condition) => condition.id === id);
    if (index >= 0) return { parentId, index };
    for (const condition of conditions) {
      const found = isLeaf(condition) ? null : among(condition.parts, condition.id);
      if (found !== null) return found;
    }
    return null;
  };
  return among(rules.map(({ condition }) => condition), null);
}

/** A condition by its id; null when it is not in the draft. */
export function findCondition({ rules }: RuleDraft, id: string): DraftCondition | null {
  return listConditions(rules.map(({ condition }) => condition)).find((condition) => condition.id === id) ?? null;
}

/** All groups of a draft, outer ones first: where a condition can be moved to. */
export function listGroups({ rules }: RuleDraft): DraftGroup[] {
  return listConditions(rules.map(({ condition }) => condition)).filter((condition): condition is DraftGroup => !isLeaf(condition));
}

/** Whether `id` is this condition or one of its parts, however deep. */
export function isWithin(condition: DraftCondition, id: string): boolean {
  return listConditions([condition]).some((inner) => inner.id === id);
}

function listConditions(conditions: readonly DraftCondition[]): DraftCondition[] {
  return conditions.flatMap((condition) => [condition, ...(isLeaf(condition) ? [] : listConditions(condition.parts))]);
}

function toRule(condition: DraftCondition): DraftRule {
  return { condition, weight: 1, required: false, label: '' };
}
