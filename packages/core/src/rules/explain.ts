import type { Dictionary } from '../answers/dictionary.ts';
import { type ResponseData, findAnswer } from '../answers/find-answer.ts';
import { attributesOfCondition } from './attributes-of.ts';
import { evaluateNaively } from './evaluate-naively.ts';
import type { Bound, Condition, RuleSet, Scalar, Test } from './rule-set.ts';

/** What a rule asks for, in the short form's shape where it has one, else the test or the group itself. */
export type Expected = { min?: Bound; max?: Bound } | Scalar[] | Test | Condition;

/**
 * Why one rule matched one response, or did not.
 *
 * `actual` is the answer as it was given, null when missing; for a group, the answers by attribute. `answered`
 * false means that the outcome is open, and `match` is false then. `weight` is in thousandths.
 */
export type Explanation = {
  label: string;
  expected: Expected;
  actual: unknown;
  match: boolean;
  answered: boolean;
  weight: number;
  required: boolean;
};

/** Explanations by label, as match results carry them. */
export type MatchedAttributes = Record<string, Pick<Explanation, 'expected' | 'actual' | 'match' | 'answered'>>;

function toExpectedRange(lower: Bound | null, upper: Bound | null): Expected {
  return { ...(lower === null ? {} : { min: lower }), ...(upper === null ? {} : { max: upper }) };
}

function toExpected(condition: Condition): Expected {
  if (!('attribute' in condition)) return condition;
  const test = condition.is;
  if ('between' in test) return toExpectedRange(test.between[0], test.between[1]);
  if ('atLeast' in test) return toExpectedRange(test.atLeast, null);
  if ('atMost' in test) return toExpectedRange(null, test.atMost);
  if ('in' in test) return test.in;
  return 'anyOf' in test ? test.anyOf : test;
}

function toActual(condition: Condition, dictionary: Dictionary, responseData: ResponseData): unknown {
  const find = (attribute: string): unknown => findAnswer(dictionary, responseData, attribute)?.given ?? null;
  if ('attribute' in condition) return find(condition.attribute);
  return Object.fromEntries(attributesOfCondition(condition).map((attribute) => [attribute, find(attribute)]));
}

/**
 * Why does this response have its score? One entry for each rule, in the order of the rules.
 *
 * No rules: no entries. Costs more than scoring; meant for the responses that people look at.
 *
 * @example explain(ruleSet, dictionary, { age: 44 })[0]
 * // { label: 'age', expected: { min: 25, max: 40 }, actual: 44, match: false, answered: true, weight: 1000, required: false }
 */
export function explain(ruleSet: RuleSet, dictionary: Dictionary, responseData: ResponseData): Explanation[] {
  if (ruleSet.rules.length === 0) return [];
  const { outcomes } = evaluateNaively(ruleSet, dictionary, responseData);
  return ruleSet.rules.map(({ condition, label, weight, required }, index) => ({
    label,
    expected: toExpected(condition),
    actual: toActual(condition, dictionary, responseData),
    match: outcomes[index] === 'matched',
    answered: outcomes[index] !== 'unanswered',
    weight,
    required,
  }));
}

/**
 * The same by label, in the shape of `matchedAttributes` in match results.
 *
 * The object has no prototype, so that a rule may be labelled `__proto__` or `constructor`.
 *
 * @example toMatchedAttributes(explain(ruleSet, dictionary, { age: 44 })).age?.match // false
 */
export function toMatchedAttributes(explanations: readonly Explanation[]): MatchedAttributes {
  const byLabel: MatchedAttributes = Object.create(null);
  for (const { label, expected, actual, match, answered } of explanations) {
    byLabel[label] = { expected, actual, match, answered };
  }
  return byLabel;
}
