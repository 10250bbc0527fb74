// answers
export type { AnswerPart } from './answers/answer-parts.ts';
export {
  type Dictionary,
  type Field,
  type FieldDefinition,
  type FieldError,
  type FieldType,
  compileDictionary,
  resolveField,
} from './answers/dictionary.ts';
export { type Answer, type ResponseData, findAnswer } from './answers/find-answer.ts';
export { foldText } from './answers/fold-text.ts';
export { type DateOrder, type DateReading, readDate } from './answers/read-date.ts';
export { readNumber } from './answers/read-number.ts';
export { splitValues } from './answers/split-values.ts';
export { toValue } from './answers/to-value.ts';

// rules
export { attributesOf } from './rules/attributes-of.ts';
export {
  type CompiledPredicate,
  type CompiledPredicates,
  compilePredicate,
  compilePredicates,
} from './rules/compile-predicate.ts';
export { evaluateNaively } from './rules/evaluate-naively.ts';
export { type Expected, type Explanation, type MatchedAttributes, explain, toMatchedAttributes } from './rules/explain.ts';
export { hasRules } from './rules/has-rules.ts';
export { type ParsedRuleSet, type ParseRuleSetOptions, parseRuleSet } from './rules/parse-rule-set.ts';
export { type RuleJson, type RuleSetJson, printRuleSet } from './rules/print-rule-set.ts';
export { DEFAULT_RULE_LIMITS, type RuleError, type RuleErrorCode, type RuleLimits } from './rules/rule-error.ts';
export {
  type Band,
  type BandThresholds,
  type Bound,
  type Condition,
  DEFAULT_BAND_THRESHOLDS,
  type MissingPolicy,
  type Rule,
  type RuleOutcome,
  type RuleSet,
  type Scalar,
  type Score,
  type Test,
} from './rules/rule-set.ts';
export { formatScore, toBand, toEvidenceRatio, toScore, toScoreHundredths } from './rules/score.ts';
