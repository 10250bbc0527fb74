import type { CoveragePattern } from '../portfolio/coverage-pattern.ts';
import { hasRules } from '../rules/has-rules.ts';
import type { BandThresholds, Score } from '../rules/rule-set.ts';
import { DEFAULT_BAND_THRESHOLDS } from '../rules/rule-set.ts';
import type { MetricAnswer, MetricDefinition } from './metric-definition.ts';
import { addMetricAnswer, createMetricTally, type MetricTally } from './metric-tally.ts';
import {
  countRespondent,
  countResponse,
  createPersonaTally,
  type PersonaTally,
  type TallyPersona,
} from './persona-tally.ts';

/** The scores of one response, one for each persona in order: null exactly where a persona has no rules. */
export type PersonaScores = readonly (Score | null)[];

/**
 * A survey counted one answer set at a time, in constant memory but for distinct scores, answers and patterns.
 *
 * Responses and respondents are counted apart: call `addResponse` for every response, and `addRespondent` once for
 * every respondent with the scores of their latest response. The order of calls does not matter. Both throw a
 * RangeError when the scores do not fit the personas. The rest is read by `toSurveyReport`.
 */
export type SurveyTally = {
  readonly thresholds: BandThresholds;
  readonly personas: readonly PersonaTally[];
  /** Each metric over all responses. */
  readonly metrics: readonly MetricTally[];
  /** How many responses and respondents were added. */
  readonly counts: { responses: number; respondents: number };
  addResponse(scores: PersonaScores, metricAnswers: readonly MetricAnswer[]): void;
  addRespondent(scores: PersonaScores): void;
  /** Respondents by exactly which personas they match, or match strongly. Indexes follow `personas`. */
  listPatterns(band: 'matching' | 'strong'): CoveragePattern[];
};

/**
 * Starts counting a survey.
 *
 * @param input.thresholds the bands that the scores were computed with; needed for the expected strong share
 *
 * @example
 * const tally = createSurveyTally({ personas: [{ name: 'Maya', ruleSet }], metrics: [] });
 * tally.addResponse([predicate.score(response)], []);
 * tally.addRespondent([predicate.score(response)]);
 * toSurveyReport(tally).personas[0]?.coverage // { count: 1, percentage: 100, interval: [20.65, 100] }
 */
export function createSurveyTally(input: {
  personas: readonly TallyPersona[];
  metrics: readonly MetricDefinition[];
  thresholds?: BandThresholds;
}): SurveyTally {
  const personas = input.personas.map((persona) => createPersonaTally(persona, input.metrics));
  const metrics = input.metrics.map(createMetricTally);
  const counts = { responses: 0, respondents: 0 };
  const patterns = { matching: new Map<string, number>(), strong: new Map<string, number>() };

  return {
    thresholds: input.thresholds ?? DEFAULT_BAND_THRESHOLDS,
    personas,
    metrics,
    counts,
    addResponse(scores, metricAnswers) {
      requireScores(personas, scores);
      if (metricAnswers.length !== metrics.length) {
        throw new RangeError(`${metrics.length} metrics need as many answers, not ${metricAnswers.length}`);
      }
      counts.responses += 1;
      metrics.forEach((metric, index) => addMetricAnswer(metric, metricAnswers[index] ?? null));
      scores.forEach((score, index) => {
        const tally = personas[index];
        if (tally !== undefined && score !== null) countResponse(tally, score, metricAnswers);
      });
    },
    addRespondent(scores) {
      requireScores(personas, scores);
      counts.respondents += 1;
      scores.forEach((score, index) => {
        const tally = personas[index];
        if (tally !== undefined && score !== null) countRespondent(tally, score);
      });
      countPattern(patterns.matching, scores, (score) => score.band !== 'weak');
      countPattern(patterns.strong, scores, (score) => score.band === 'strong');
    },
    listPatterns: (band) => [...patterns[band]].map(toCoveragePattern),
  };
}

function requireScores(personas: readonly PersonaTally[], scores: PersonaScores): void {
  const fits =
    scores.length === personas.length &&
    personas.every(({ persona }, index) => (scores[index] !== null) === hasRules(persona.ruleSet));
  if (!fits) throw new RangeError('a score is needed for every persona with rules, and none for the others');
}

/** Patterns are keyed by their indexes as text ("0,3"): any number of personas, unlike the bits of a number. */
function countPattern(counts: Map<string, number>, scores: PersonaScores, isIn: (score: Score) => boolean): void {
  let key = '';
  scores.forEach((score, index) => {
    if (score !== null && isIn(score)) key += key === '' ? index : `,${index}`;
  });
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function toCoveragePattern([key, respondents]: [string, number]): CoveragePattern {
  return { personas: key === '' ? [] : key.split(',').map(Number), respondents };
}
