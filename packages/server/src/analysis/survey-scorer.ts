import {
  type MetricAnswer,
  type PersonaScores,
  type ResponseData,
  compilePredicates,
  findAnswer,
  hasRules,
  toMetricAnswer,
} from '@likeness/core';
import type { SurveyPlan } from './plan-survey.ts';

/** What one row says: the score of each persona (null for one without rules) and the answer to each metric. */
export type ScoredRow = { scores: PersonaScores; metricAnswers: MetricAnswer[] };

/**
 * Prepares the scoring of rows, one after the other. Rows that answer nothing score too: every rule is unanswered.
 *
 * @param plan how the survey is read; answers are looked up by its dictionary
 */
export function createSurveyScorer(plan: SurveyPlan): (cells: readonly string[]) => ScoredRow {
  const { dictionary, personas, metrics, readAnswers } = plan;
  const withRules = personas.filter(({ ruleSet }) => hasRules(ruleSet));
  const { scoreAll } = compilePredicates(withRules.map(({ ruleSet }) => ruleSet), dictionary);
  const places = personas.map((persona) => withRules.indexOf(persona));
  const answerOf = (metric: SurveyPlan['metrics'][number], cells: readonly string[]): MetricAnswer => {
    const data: ResponseData = metric.read(cells);
    return toMetricAnswer(metric.definition, metric.field, findAnswer(dictionary, data, metric.definition.field));
  };
  return (cells) => {
    const scored = scoreAll(readAnswers(cells));
    return {
      scores: places.map((place) => scored[place] ?? null),
      metricAnswers: metrics.map((metric) => answerOf(metric, cells)),
    };
  };
}
