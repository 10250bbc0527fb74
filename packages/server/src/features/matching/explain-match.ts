import { explain, toMatchedAttributes } from '@likeness/core';
import type { Dictionary, RuleSet } from '@likeness/core';
import type { JsonObject, JsonValue } from '../../db/tables.ts';

/** The reason for each rule, by its label, as the contract shows it. */
export type MatchedAttributes = Record<string, { expected: JsonValue; actual: JsonValue; match: boolean; answered: boolean }>;

/**
 * Why does a stored response have its score? One entry a rule, in the order of the rules.
 *
 * @example explainMatch(ruleSet, dictionary, { age: 44 }).age // { expected: { min: 25, max: 40 }, actual: 44, match: false, answered: true }
 */
export function explainMatch(ruleSet: RuleSet, dictionary: Dictionary, responseData: JsonObject): MatchedAttributes {
  // Rules and stored answers hold nothing but JSON, which `explain`, made for any answers, cannot know.
  return toMatchedAttributes(explain(ruleSet, dictionary, responseData)) as MatchedAttributes;
}
