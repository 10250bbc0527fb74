import { createSurveyTally, exactMean, formatScore, roundRatio, toPercentage } from '@likeness/core';
import type { BandThresholds, RuleSet, Score, SurveyTally } from '@likeness/core';
import type { FigureCounts } from './figure-counts.queries.ts';
import { type Difference, createDifferenceTally } from './difference-tally.ts';
import { createWaiverTally } from './waiver-tally.ts';

/** How one rule does over the responses, as the contract shows it. */
export type RuleFigures = {
  label: string;
  weight: number;
  required: boolean;
  matched: number;
  missing: number;
  match_percentage: number | null;
  strong_if_waived: number;
};

/** Everything a preview counts, one response at a time, in constant memory but for distinct scores. */
export type PreviewTally = {
  add(score: Score, response: { isLatest: boolean; storedBand: 0 | 1 | 2 | null }): void;
  toCounts(): FigureCounts;
  toRules(): RuleFigures[];
  /** Score with two decimals -> responses, ascending. */
  toHistogram(): Record<string, number>;
  toDifference(): Difference;
};

/**
 * Starts counting what one set of rules says about a window of responses.
 *
 * The counts are those that the query over stored scores gives for the same rules; a test holds the two together.
 */
export function createPreviewTally(ruleSet: RuleSet, thresholds: BandThresholds): PreviewTally {
  const survey = createSurveyTally({ personas: [{ name: '', ruleSet }], metrics: [], thresholds });
  const waivers = createWaiverTally(ruleSet, thresholds);
  const changes = createDifferenceTally();
  const [tally] = survey.personas;
  if (!tally) throw new Error('A survey of one persona has none');
  return {
    add(score, { isLatest, storedBand }) {
      survey.addResponse([score], []);
      waivers.add(score);
      if (!isLatest) return;
      survey.addRespondent([score]);
      changes.add(storedBand, score.band);
    },
    toCounts: () => toFigureCounts(tally),
    toRules: () =>
      ruleSet.rules.map(({ label, weight, required }, index) => {
        const { matched = 0, unanswered = 0 } = tally.rules[index] ?? {};
        const matchPercentage = toPercentage(matched, tally.responses);
        const strongIfWaived = waivers.strongIfWaived[index] ?? 0;
        return { label, weight: weight / 1000, required, matched, missing: unanswered, match_percentage: matchPercentage, strong_if_waived: strongIfWaived };
      }),
    toHistogram: () => Object.fromEntries([...tally.scores].toSorted(([a], [b]) => a - b).map(([score, count]) => [formatScore(score), count])),
    toDifference: () => ({ ...changes.difference }),
  };
}

function toFigureCounts({ responses, scores, bands, answeredWeight, persona, respondents }: SurveyTally['personas'][number]): FigureCounts {
  const mean = exactMean(scores);
  const given = [...scores.keys()];
  const totalWeight = persona.ruleSet.rules.reduce((sum, { weight }) => sum + weight, 0);
  return {
    responses,
    meanScore: mean && roundRatio({ ...mean, denominator: mean.denominator * 100n }, 2),
    bestScore: mean && Math.max(...given) / 100,
    worstScore: mean && Math.min(...given) / 100,
    meanEvidence: mean && roundRatio({ numerator: BigInt(answeredWeight), denominator: BigInt(totalWeight) * BigInt(responses) }, 4),
    ...bands,
    customers: respondents.n,
    matching: respondents.matching,
    matchingStrongly: respondents.strong,
    matchingEveryRule: respondents.everyRule,
    ruleMatched: respondents.rules.map(({ matched }) => matched),
    ruleUnanswered: respondents.rules.map(({ unanswered }) => unanswered),
  };
}
