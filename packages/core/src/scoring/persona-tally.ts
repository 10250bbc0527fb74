import type { RuleSet, Score } from '../rules/rule-set.ts';
import { addMetricAnswer, createMetricTally, type MetricTally } from './metric-tally.ts';
import type { MetricAnswer, MetricDefinition } from './metric-definition.ts';
import { addScore, createScoreSum, type ScoreSum } from './score-sum.ts';

/** A persona as a tally knows it: its name in reports, and its parsed rules. */
export type TallyPersona = { name: string; ruleSet: RuleSet };

/** How often one rule matched and went unanswered. */
export type RuleCounts = { matched: number; unanswered: number };

/** What was counted for one persona. The first part counts responses, `respondents` counts people. */
export type PersonaTally = {
  persona: TallyPersona;
  responses: number;
  /** Score in hundredths -> responses. */
  scores: Map<number, number>;
  scoreSum: ScoreSum;
  bands: { strong: number; moderate: number; weak: number };
  /** Sum of answered weights, in thousandths. */
  answeredWeight: number;
  rules: RuleCounts[];
  /** Each metric over the matching responses. */
  metrics: MetricTally[];
  respondents: { n: number; matching: number; strong: number; everyRule: number; rules: RuleCounts[] };
};

/** A tally of nothing yet. */
export function createPersonaTally(persona: TallyPersona, metrics: readonly MetricDefinition[]): PersonaTally {
  const toCounts = (): RuleCounts[] => persona.ruleSet.rules.map(() => ({ matched: 0, unanswered: 0 }));
  return {
    persona,
    responses: 0,
    scores: new Map(),
    scoreSum: createScoreSum(),
    bands: { strong: 0, moderate: 0, weak: 0 },
    answeredWeight: 0,
    rules: toCounts(),
    metrics: metrics.map(createMetricTally),
    respondents: { n: 0, matching: 0, strong: 0, everyRule: 0, rules: toCounts() },
  };
}

/** Counts one response, in place. `metricAnswers` follow the order of the metrics. */
export function countResponse(tally: PersonaTally, score: Score, metricAnswers: readonly MetricAnswer[]): void {
  tally.responses += 1;
  tally.scores.set(score.scoreHundredths, (tally.scores.get(score.scoreHundredths) ?? 0) + 1);
  tally.bands[score.band] += 1;
  tally.answeredWeight += score.answeredWeight;
  addScore(tally.scoreSum, tally.persona.ruleSet, score);
  countRules(tally.rules, score);
  if (score.band === 'weak') return;
  tally.metrics.forEach((metric, index) => addMetricAnswer(metric, metricAnswers[index] ?? null));
}

/** Counts one respondent by the score of their latest response, in place. */
export function countRespondent({ respondents }: PersonaTally, score: Score): void {
  respondents.n += 1;
  if (score.band !== 'weak') respondents.matching += 1;
  if (score.band === 'strong') respondents.strong += 1;
  if (score.everyRule) respondents.everyRule += 1;
  countRules(respondents.rules, score);
}

function countRules(rules: readonly RuleCounts[], { outcomes }: Score): void {
  for (let index = 0; index < rules.length; index += 1) {
    const counts = rules[index];
    if (counts === undefined) continue;
    if (outcomes[index] === 'matched') counts.matched += 1;
    else if (outcomes[index] === 'unanswered') counts.unanswered += 1;
  }
}
