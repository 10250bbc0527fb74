import type { Dictionary } from '../answers/dictionary.ts';
import { type ResponseData, findAnswer } from '../answers/find-answer.ts';
import { attributesOfCondition } from './attributes-of.ts';
import { evaluateNaively } from './evaluate-naively.ts';
import type { Bound, Condition, RuleOutcome, RuleSet, Scalar, Test } from './rule-set.ts';

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

/** The answer to an attribute as it was given; null when it is missing. */
export type FindGiven = (attribute: string) => unknown;

function toActual(condition: Condition, findGiven: FindGiven): unknown {
  if ('attribute' in condition) return findGiven(condition.attribute);
  return Object.fromEntries(attributesOfCondition(condition).map((attribute) => [attribute, findGiven(attribute)]));
}

/**
 * Puts outcomes that are known already beside what was asked and what was answered.
 *
 * `outcomes` follows the order of `ruleSet.rules`, and so does the result.
 */
export function toExplanations(ruleSet: RuleSet, outcomes: readonly RuleOutcome[], findGiven: FindGiven): Explanation[] {
  return ruleSet.rules.map(({ condition, label, weight, required }, index) => ({
    label,
    expected: toExpected(condition),
    actual: toActual(condition, findGiven),
    match: outcomes[index] === 'matched',
    answered: outcomes[index] !== 'unanswered',
    weight,
    required,
  }));
}

/**
 * Why does this response have its score? One entry for each rule, in the order of the rules.
 *
 * No rules: no entries. Reads the response anew for each rule: for many responses use `compilePredicates` and its
 * `explainAll`.
 *
 * @example explain(ruleSet, dictionary, { age: 44 })[0]
 * // { label: 'age', expected: { min: 25, max: 40 }, actual: 44, match: false, answered: true, weight: 1000, required: false }
 */
export function explain(ruleSet: RuleSet, dictionary: Dictionary, responseData: ResponseData): Explanation[] {
  if (ruleSet.rules.length === 0) return [];
  const { outcomes } = evaluateNaively(ruleSet, dictionary, responseData);
  return toExplanations(ruleSet, outcomes, (attribute) => findAnswer(dictionary, responseData, attribute)?.given ?? null);
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
