import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bestPersona } from '../portfolio/best-persona.ts';
import { DEFAULT_BAND_THRESHOLDS, type RuleOutcome, type Score } from '../rules/rule-set.ts';
import { toScore } from '../rules/score.ts';
import type { MetricAnswer, MetricDefinition } from './metric-definition.ts';
import { ruleSetOf } from './scored-rules.testing.ts';
import { toSurveyReport } from './survey-report.ts';
import { createSurveyTally } from './survey-tally.ts';

/**
 * Two public surveys whose figures an independent program computed with exact fractions. They are not part of this
 * repository (their licences differ); how many rules each row matched is enough to tally them here.
 */
const shared = process.env['LIKENESS_SHARED'] ?? join(import.meta.dirname, '../../../../../shared');
const surveys = ['r-community-survey', 'uci-bank-marketing'].map((name) => ({ name, folder: join(shared, 'data', name) }));

if (!existsSync(shared)) console.info(`${shared} is absent: the public surveys are not compared.`);

type ExpectedMetric =
  | { answered: number; promoters: number; passives: number; detractors: number; nps: number | null }
  | { answered: number; sum: number; mean: number | null }
  | { answered: number; count: number; share_pct: number | null };
type ExpectedPersona = {
  rules: number;
  score_histogram: Record<string, number>;
  mean_score: number;
  strong: number;
  moderate: number;
  weak: number;
  covered: number;
  coverage_pct: number;
  metrics_over_covered: Record<string, ExpectedMetric>;
};
type Expected = {
  personas: { id: string }[];
  results: Record<
    string,
    {
      responses: number;
      per_persona: Record<string, ExpectedPersona>;
      overlap: { a: string; b: string; both: number; jaccard: number }[];
      union: { covered_by_any: number; union_coverage_pct: number; uncovered: number };
      primary_persona: { counts: Record<string, number>; ties: number };
    }
  >;
};

function readSurvey(folder: string) {
  const { personas, results } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
  const [result] = Object.values(results);
  if (result === undefined) throw new Error(`no results in ${folder}`);
  const ids = personas.map(({ id }) => id);
  const ruleSets = ids.map((id) => ruleSetOf(Array.from({ length: result.per_persona[id]?.rules ?? 0 }, () => 1000)));
  const [, ...lines] = readFileSync(join(folder, 'expected_rows.csv'), 'utf8').trim().split(/\r?\n/);
  const rows = lines.map((line) => {
    const cells = line.split(',').slice(1);
    return ruleSets.map((ruleSet, index): Score => {
      const matched = Number(cells[2 * index]);
      const outcomes = ruleSet.rules.map((_, rule): RuleOutcome => (rule < matched ? 'matched' : 'unmatched'));
      return toScore(ruleSet, outcomes, DEFAULT_BAND_THRESHOLDS);
    });
  });
  return { ids, ruleSets, rows, result };
}

/** Answers that lead to the expected counts, and the figures they have to give. */
function toAnswers(wanted: ExpectedMetric): { kind: MetricDefinition['kind']; answers: MetricAnswer[]; figures: object } {
  const times = (size: number, answer: MetricAnswer): MetricAnswer[] => Array.from({ length: size }, () => answer);
  const { answered } = wanted;
  if ('promoters' in wanted) {
    const { promoters, passives, detractors, nps } = wanted;
    const answers = [...times(promoters, 10), ...times(passives, 7), ...times(detractors, 6)];
    return { kind: 'nps', answers, figures: { promoters, passives, detractors, nps } };
  }
  if ('count' in wanted) {
    const { count, share_pct: share } = wanted;
    return { kind: 'share', answers: [...times(count, 1), ...times(answered - count, 0)], figures: { count, share } };
  }
  const low = Math.floor(wanted.sum / answered);
  const higher = wanted.sum - low * answered;
  const answers = [...times(higher, low + 1), ...times(answered - higher, low)];
  return { kind: 'mean', answers, figures: { mean: wanted.mean } };
}

describe('the public surveys', () => {
  it.each(surveys)('$name: every figure that follows from the scores is equal', ({ folder }) => {
    if (!existsSync(folder)) return;
    const { ids, ruleSets, rows, result } = readSurvey(folder);
    const personas = ids.map((name, index) => ({ name, ruleSet: ruleSets[index] ?? ruleSetOf([]) }));
    const tally = createSurveyTally({ personas, metrics: [] });
    for (const scores of rows) {
      tally.addResponse(scores, []);
      tally.addRespondent(scores);
    }
    const report = toSurveyReport(tally);

    expect(report.responses).toBe(result.responses);
    for (const persona of report.personas) {
      const wanted = result.per_persona[persona.name];
      const { strong, moderate, weak, mean_score, score_histogram } = wanted ?? {};
      expect(persona).toMatchObject({
        strong,
        moderate,
        weak,
        mean_score,
        score_histogram,
        coverage: { count: wanted?.covered, percentage: wanted?.coverage_pct },
      });
    }
    expect(report.overlap).toEqual(result.overlap.map(({ a, b, both, jaccard }) => ({ a, b, both, jaccard })));
    const { covered_by_any, union_coverage_pct, uncovered } = result.union;
    expect(report.union).toMatchObject({ covered: covered_by_any, percentage: union_coverage_pct });
    expect(report.uncovered).toBe(uncovered);
  });

  it.each(surveys)('$name: best personas and ties are equal, where ties go to the first', ({ folder }) => {
    if (!existsSync(folder)) return;
    const { ids, rows, result } = readSurvey(folder);
    const counts: Record<string, number> = {};
    let ties = 0;
    for (const scores of rows) {
      // Equal evidence and respondents leave the order of the list to decide, as in the expected figures.
      const best = bestPersona(scores.map((score, id) => ({ id, score, respondents: 0 })));
      const name = best === null ? '(none)' : (ids[best.id] ?? '');
      counts[name] = (counts[name] ?? 0) + 1;
      if (best?.isScoreTied === true) ties += 1;
    }
    expect({ counts, ties }).toEqual(result.primary_persona);
  });

  it.each(surveys)('$name: metrics are rounded equally', ({ folder }) => {
    if (!existsSync(folder)) return;
    const { result } = readSurvey(folder);
    const ruleSet = ruleSetOf([1000]);
    const score = toScore(ruleSet, ['matched'], DEFAULT_BAND_THRESHOLDS);
    for (const { metrics_over_covered } of Object.values(result.per_persona)) {
      for (const wanted of Object.values(metrics_over_covered)) {
        const { kind, answers, figures } = toAnswers(wanted);
        const metric: MetricDefinition = { name: 'm', field: 'f', kind, value: 1 };
        const tally = createSurveyTally({ personas: [{ name: 'all', ruleSet }], metrics: [metric] });
        for (const answer of answers) tally.addResponse([score], [answer]);
        expect(toSurveyReport(tally).metrics['m']).toMatchObject({ answered: wanted.answered, ...figures });
      }
    }
  });
});
