import { type Portfolio, toPortfolio } from '../portfolio/portfolio.ts';
import { hasRules } from '../rules/has-rules.ts';
import { roundRatio, toPercentage } from '../statistics/exact-ratio.ts';
import type { MetricReport } from './metric-tally.ts';
import { type PersonaReport, toMetricReports, toPersonaReport } from './persona-report.ts';
import { type ReportInterval, toPercentageInterval } from './report-interval.ts';
import type { SurveyTally } from './survey-tally.ts';

/** Respondents who match at least one persona; percentage and 95 % interval are null without respondents. */
export type UnionReport = { covered: number; percentage: number | null; interval: ReportInterval | null };

/**
 * A whole survey in figures, named and rounded as they are printed.
 *
 * `overlap` has every pair of personas that have rules, by name and in order; `both` counts respondents who match both,
 * `jaccard` (six decimals) is null when neither matches anybody. `union` counts respondents with a match,
 * `strong_union` those with a strong one, `uncovered` those with none. `metrics` are over all responses.
 */
export type SurveyReport = {
  responses: number;
  respondents: number;
  personas: PersonaReport[];
  overlap: { a: string; b: string; both: number; jaccard: number | null }[];
  union: UnionReport;
  strong_union: UnionReport;
  uncovered: number;
  metrics: Record<string, MetricReport>;
};

/**
 * What does the survey say about its personas? Can be called at any time; the tally goes on counting.
 *
 * Without responses every count is 0 and every share, mean and interval null.
 */
export function toSurveyReport(tally: SurveyTally): SurveyReport {
  const matching = toPortfolio(tally.listPatterns('matching'), tally.personas.length);
  const strong = toPortfolio(tally.listPatterns('strong'), tally.personas.length);
  return {
    responses: tally.counts.responses,
    respondents: tally.counts.respondents,
    personas: tally.personas.map((persona) => toPersonaReport(persona, tally.thresholds)),
    overlap: toOverlapReports(tally, matching),
    union: toUnionReport(matching),
    strong_union: toUnionReport(strong),
    uncovered: matching.gap,
    metrics: toMetricReports(tally.metrics),
  };
}

function toOverlapReports({ personas }: SurveyTally, portfolio: Portfolio): SurveyReport['overlap'] {
  return portfolio.overlaps.flatMap(({ a, b, both }) => {
    const [first, second] = [personas[a], personas[b]];
    if (first === undefined || second === undefined) return [];
    if (!hasRules(first.persona.ruleSet) || !hasRules(second.persona.ruleSet)) return [];
    const either = first.respondents.matching + second.respondents.matching - both;
    const jaccard = either === 0 ? null : roundRatio({ numerator: BigInt(both), denominator: BigInt(either) }, 6);
    return [{ a: first.persona.name, b: second.persona.name, both, jaccard }];
  });
}

function toUnionReport({ covered, n }: Portfolio): UnionReport {
  return { covered, percentage: toPercentage(covered, n), interval: toPercentageInterval(covered, n) };
}
