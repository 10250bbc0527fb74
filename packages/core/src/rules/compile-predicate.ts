import type { Dictionary } from '../answers/dictionary.ts';
import type { ResponseData } from '../answers/find-answer.ts';
import { type CompiledCondition, compileCondition } from './compile-condition.ts';
import { type Explanation, toExplanations } from './explain.ts';
import { ResponseReader } from './response-reader.ts';
import { type BandThresholds, DEFAULT_BAND_THRESHOLDS, type RuleSet, type Score } from './rule-set.ts';
import { toScore } from './score.ts';

/** Scores one response after the other against one rule set. */
export type CompiledPredicate = { score: (responseData: ResponseData) => Score };

/** A score and the reason for each of its rules, as `explain` gives them. */
export type ExplainedScore = { score: Score; explanations: Explanation[] };

/** Scores one response after the other against several rule sets, in their order. */
export type CompiledPredicates = {
  scoreAll: (responseData: ResponseData) => Score[];
  explainAll: (responseData: ResponseData) => ExplainedScore[];
};

/**
 * Prepares several rule sets for scoring many responses: what `evaluateNaively` answers, fast.
 *
 * Every attribute of a response is read once, however many rules and rule sets ask for it. The result holds the
 * state of the response at hand: it is not for two threads, and fine for any number of calls one after the other.
 *
 * Throws a RangeError when one of the rule sets has no rules (ask `hasRules`). No rule sets: no scores.
 *
 * Cost: preparation is linear in the rules; a scoring in the keys of the response plus the rules.
 *
 * @example compilePredicates([maya, tom], dictionary).scoreAll({ age: 32 }).length // 2
 */
export function compilePredicates(
  ruleSets: readonly RuleSet[],
  dictionary: Dictionary,
  thresholds: BandThresholds = DEFAULT_BAND_THRESHOLDS,
): CompiledPredicates {
  const reader = new ResponseReader(dictionary);
  const compiled = ruleSets.map((ruleSet) => {
    if (ruleSet.rules.length === 0) throw new RangeError('A rule set without rules has no score.');
    return { ruleSet, conditions: ruleSet.rules.map((rule) => compileCondition(rule.condition, reader)) };
  });
  const judge = (condition: CompiledCondition): ReturnType<CompiledCondition> => condition();
  const scoreAll = (responseData: ResponseData): Score[] => {
    reader.read(responseData);
    return compiled.map(({ ruleSet, conditions }) => toScore(ruleSet, conditions.map(judge), thresholds));
  };
  const findGiven = (attribute: string): unknown => reader.slotFor(attribute).given;
  const explainAll = (responseData: ResponseData): ExplainedScore[] =>
    scoreAll(responseData).map((score, index) => {
      const ruleSet = ruleSets[index];
      if (ruleSet === undefined) throw new Error('There is a score without a rule set.');
      return { score, explanations: toExplanations(ruleSet, score.outcomes, findGiven) };
    });
  return { scoreAll, explainAll };
}

/**
 * Prepares one rule set for scoring many responses: what `evaluateNaively` answers, fast.
 *
 * Throws a RangeError when the rule set has no rules (ask `hasRules`).
 *
 * @example compilePredicate(maya, dictionary).score({ age: 32 }).scoreHundredths // 5000
 */
export function compilePredicate(
  ruleSet: RuleSet,
  dictionary: Dictionary,
  thresholds: BandThresholds = DEFAULT_BAND_THRESHOLDS,
): CompiledPredicate {
  const { scoreAll } = compilePredicates([ruleSet], dictionary, thresholds);
  return {
    score: (responseData) => {
      const [score] = scoreAll(responseData);
      if (score === undefined) throw new Error('One rule set gave no score.');
      return score;
    },
  };
}
