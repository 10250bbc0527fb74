import { exactMean, formatScore, roundRatio } from '@likeness/core';
import type { RuleSet, ScoreTally } from '@likeness/core';
import type { FigureCounts } from './figure-counts.queries.ts';

/**
 * What did a rule set find, counted? The figures that stored scores of the same rules give.
 *
 * @param tallies each combination of outcomes once, with the responses and respondents that have it
 */
export function toFigureCounts(tallies: readonly ScoreTally[], ruleSet: RuleSet): FigureCounts {
  const sum = (count: (tally: ScoreTally) => number): number => tallies.reduce((total, tally) => total + count(tally), 0);
  const responses = sum((tally) => tally.responses);
  const inBand = (band: string): number => sum((tally) => (tally.score.band === band ? tally.responses : 0));
  const peopleWith = (outcome: string): number[] => ruleSet.rules.map((_, index) => sum(({ score, respondents }) => (score.outcomes[index] === outcome ? respondents : 0)));
  const scores = countScores(tallies);
  const given = [...scores.keys()];
  const mean = exactMean(scores);
  const totalWeight = ruleSet.rules.reduce((total, { weight }) => total + weight, 0);
  const answeredWeight = sum(({ score, responses: count }) => score.answeredWeight * count);
  return {
    responses,
    meanScore: mean && roundRatio({ ...mean, denominator: mean.denominator * 100n }, 2),
    bestScore: mean && Math.max(...given) / 100,
    worstScore: mean && Math.min(...given) / 100,
    meanEvidence: mean && roundRatio({ numerator: BigInt(answeredWeight), denominator: BigInt(totalWeight) * BigInt(responses) }, 4),
    scores,
    strong: inBand('strong'),
    moderate: inBand('moderate'),
    weak: inBand('weak'),
    customers: sum(({ respondents }) => respondents),
    matching: sum(({ score, respondents }) => (score.band === 'weak' ? 0 : respondents)),
    matchingStrongly: sum(({ score, respondents }) => (score.band === 'strong' ? respondents : 0)),
    matchingEveryRule: sum(({ score, respondents }) => (score.everyRule ? respondents : 0)),
    ruleMatched: peopleWith('matched'),
    ruleUnanswered: peopleWith('unanswered'),
  };
}

/**
 * How many responses have each score, as the contract shows it: by the score with two decimals, lowest first.
 *
 * @example toScoreHistogram(new Map([[10000, 2], [3333, 1]])) // { '33.33': 1, '100.00': 2 }
 */
export function toScoreHistogram(scores: ReadonlyMap<number, number>): Record<string, number> {
  return Object.fromEntries([...scores].toSorted(([a], [b]) => a - b).map(([score, count]) => [formatScore(score), count]));
}

/** How many responses have each score (in hundredths of a percent point)? At most 10,001 of them. */
export function countScores(tallies: readonly ScoreTally[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { score, responses } of tallies) scores.set(score.scoreHundredths, (scores.get(score.scoreHundredths) ?? 0) + responses);
  return scores;
}
