import { type Condition, parseRuleSet, type RuleJson } from '@likeness/core';
import { type DraftCondition, type DraftRule, isLeaf, type RuleDraft } from './rule-draft.ts';

export type MappingRules = { missing: RuleDraft['missing']; rules: RuleJson[] };

/**
 * The rules as the API takes them, without those that still want something.
 *
 * `positions` are the places in `mappingRules` of the draft's rules, null for one that is left out; `unfinished` counts those.
 */
export type WrittenDraft = { mappingRules: MappingRules; positions: (number | null)[]; unfinished: number };

/** Writes a draft in the full form of the language; what is at its default is left out. */
export function toMappingRules({ missing, rules }: RuleDraft): WrittenDraft {
  const written: RuleJson[] = [];
  const positions = rules.map((rule) => (isFinished(rule.condition) ? written.push(toRuleJson(rule)) - 1 : null));
  return { mappingRules: { missing, rules: written }, positions, unfinished: positions.filter((position) => position === null).length };
}

/** All of a draft, unfinished rules too: for showing and for telling whether two drafts say the same. */
export function printDraft({ missing, rules }: RuleDraft): MappingRules {
  return { missing, rules: rules.map(toRuleJson) };
}

/** Whether a condition can be scored: it has values, and its parts do. The language itself decides. */
export function isFinished(condition: DraftCondition): boolean {
  return parseRuleSet({ rules: [toCondition(condition)] }).ok;
}

/** A draft's condition as the language has it. None of several is "not any of". */
export function toCondition(condition: DraftCondition): Condition {
  if (isLeaf(condition)) return { attribute: condition.attribute, is: condition.is };
  const parts = condition.parts.map(toCondition);
  if (condition.group === 'all') return { all: parts };
  if (condition.group === 'any') return { any: parts };
  const [only] = parts;
  return { not: parts.length === 1 && only !== undefined ? only : { any: parts } };
}

function toRuleJson({ condition, weight, required, label }: DraftRule): RuleJson {
  return { ...toCondition(condition), ...(weight !== 1 && { weight }), ...(required && { required }), ...(label !== '' && { label }) };
}
