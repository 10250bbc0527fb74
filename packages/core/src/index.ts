// answers
export type { AnswerPart } from './answers/answer-parts.ts';
export { candidateKeys } from './answers/candidate-keys.ts';
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

// frame
export { type FrameResponse, appendResponses, fillColumns } from './frame/append-responses.ts';
export { compileKernel } from './frame/compile-kernel.ts';
export { type CountOptions, type PatternCount, countPatterns, countPatternsOfAll } from './frame/count-patterns.ts';
export { createFrame } from './frame/create-frame.ts';
export { ALL_DAYS, type DayWindow, type FormWriter, type Frame } from './frame/frame.ts';
export { type Kernel, MATCHED, UNANSWERED, UNMATCHED } from './frame/kernel.ts';
export { type PatternBlock, type ScanOptions, scanPatterns } from './frame/scan-patterns.ts';

// portfolio
export { type BestPersona, type BestPersonaCandidate, bestPersona } from './portfolio/best-persona.ts';
export { BEST_SUBSETS_LIMIT, type BestSubset, bestSubsets } from './portfolio/best-subsets.ts';
export { type Combination, type CountedPersona, type CountedPortfolio, countCombinations } from './portfolio/count-combinations.ts';
export type { CoveragePattern } from './portfolio/coverage-pattern.ts';
export type { GreedyStep } from './portfolio/greedy-order.ts';
export type { Overlap } from './portfolio/overlaps.ts';
export { type Portfolio, type PortfolioPersona, type SimilarPair, toPortfolio } from './portfolio/portfolio.ts';

// rules
export { attributesOf } from './rules/attributes-of.ts';
export {
  type CompiledPredicate,
  type CompiledPredicates,
  type ExplainedScore,
  compilePredicate,
  compilePredicates,
} from './rules/compile-predicate.ts';
export { type CompiledSql, type SqlAttribute, type SqlRuleSet, compileSql } from './rules/compile-sql.ts';
export { type AnswerOutcomes, compileSqlAnswers } from './rules/compile-sql-answers.ts';
export { compileSqlScores } from './rules/compile-sql-scores.ts';
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

// scoring
export { type AnswerBins, type NumberBin, quantileOf, toDateBins, toNumberBins } from './scoring/answer-bins.ts';
export {
  type ColumnAnswers,
  type GroupCounts,
  type NumberCount,
  type ValueCount,
  readColumnAnswers,
} from './scoring/column-answers.ts';
export { type OutcomeCounts, countOutcomes } from './scoring/count-outcomes.ts';
export { type CancelCheck, type CountedScores, type ScoreTally, countScores } from './scoring/count-scores.ts';
export {
  type RuleDiagnosis,
  type RulePair,
  type RuleSetDiagnosis,
  type RuleWord,
  type ScoreCount,
  diagnoseRules,
} from './scoring/diagnose-rules.ts';
export {
  type ComparedAnswer,
  type Comparison,
  type ComparisonWord,
  compareShares,
  findDifferingAnswers,
} from './scoring/differing-answers.ts';
export { PEOPLE, countAnswerCodes, countGroups, groupRows, newestIds } from './scoring/group-rows.ts';
export { type MetricAnswer, type MetricDefinition, toMetricAnswer } from './scoring/metric-definition.ts';
export {
  type MetricReport,
  type MetricTally,
  addMetricAnswer,
  createMetricTally,
  toMetricReport,
} from './scoring/metric-tally.ts';
export {
  type CoherenceReport,
  type PersonaReport,
  type ShareReport,
  toShareReport,
} from './scoring/persona-report.ts';
export { type ReportInterval, toReportInterval } from './scoring/report-interval.ts';
export { EVERY_RULE, LEVEL_COUNT, MODERATE, STRONG, WEAK, levelOf } from './scoring/row-levels.ts';
export { type MovedRow, sampleMoves } from './scoring/sample-moves.ts';
export { type SurveyReport, type UnionReport, toSurveyReport } from './scoring/survey-report.ts';
export { type PersonaScores, type SurveyTally, createSurveyTally } from './scoring/survey-tally.ts';
export { type VerdictFacts, toVerdictSaid, toVerdictSentence } from './scoring/verdict-sentence.ts';
export { type WhatIfBands, whatIfBands } from './scoring/what-if-bands.ts';
export { NOT_COUNTED, RESPONDENT, daySpan, markWindowRows } from './scoring/window-rows.ts';

// sentences
export { type FigureSaid, figureSentences } from './sentences/figure-sentences.ts';
export {
  ENGLISH_FORMATS,
  type Said,
  type SaidIn,
  type SentenceFormats,
  type Sentences,
  say,
} from './sentences/said.ts';

// statistics
export { benjaminiHochberg } from './statistics/benjamini-hochberg.ts';
export { type Coherence, type RuleRate, expectedShareAtLeast, toCoherence } from './statistics/coherence.ts';
export { type ExactRatio, exactMean, roundRatio, toPercentage } from './statistics/exact-ratio.ts';
export type { Interval } from './statistics/interval.ts';
export { meanInterval } from './statistics/mean-interval.ts';
export { type Nps, npsFromHistogram } from './statistics/nps.ts';
export {
  HIDDEN_BELOW,
  INDICATIVE_BELOW,
  type SampleGrade,
  TOO_FEW_BELOW,
  toSampleGrade,
} from './statistics/sample-size.ts';
export { type CountedShare, shareDifference } from './statistics/share-difference.ts';
export { twoSharesTest } from './statistics/two-shares-test.ts';
export {
  type ValueHistogram,
  addValue,
  histogramMean,
  histogramSd,
  histogramSize,
  mergeHistograms,
  subtractHistogram,
} from './statistics/value-histogram.ts';
export { TOO_BROAD_BELOW_RULES, type Verdict, type VerdictInput, toVerdict } from './statistics/verdict.ts';
export { wilsonInterval } from './statistics/wilson-interval.ts';

// time
export { addDays, isDay, listDays } from './time/calendar-day.ts';
export { dayOf, dayRange } from './time/day-range.ts';
export { instantOf } from './time/instant-of.ts';
export { isTimeZone } from './time/time-zone.ts';
