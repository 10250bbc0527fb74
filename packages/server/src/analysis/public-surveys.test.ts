import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatScore } from '@likeness/core';
import { describe, expect, it } from 'vitest';
import { sourceFromPath } from '../survey-file/survey-source.ts';
import { analyzeSurvey } from './analyze-survey.ts';
import { parsePersonasFile } from './parse-personas-file.ts';
import { type AnalysisJson, toAnalysisJson } from './to-analysis-json.ts';

/**
 * Two public surveys whose figures an independent program computed with exact fractions. The surveys are not part of
 * this repository (their licences differ); the personas files are, as translations of that program's rules, with its
 * ids as names and labels.
 */
const SHARED = process.env['LIKENESS_SHARED'] ?? join(import.meta.dirname, '../../../../../shared');
const SURVEYS = [
  { name: 'r-community-survey', file: '2018-english-form-responses.tsv' },
  { name: 'uci-bank-marketing', file: 'bank-full.csv' },
].map(({ name, file }) => ({ name, folder: join(SHARED, 'data', name), file }));
const isHere = SURVEYS.every(({ folder }) => existsSync(folder));
if (!isHere) console.info('Public surveys: not analyzed, because the folder of shared data is absent.');

type ExpectedMetric = Record<string, number>;
type ExpectedPersona = {
  score_histogram: Record<string, number>;
  mean_score: number;
  strong: number;
  moderate: number;
  weak: number;
  covered: number;
  coverage_pct: number;
  rule_stats: { rule: string; matched: number; missing: number }[];
  metrics_over_covered: Record<string, ExpectedMetric>;
};
type Expected = {
  results: Record<
    string,
    {
      responses: number;
      per_persona: Record<string, ExpectedPersona>;
      metrics_over_all: Record<string, ExpectedMetric>;
      overlap: { a: string; b: string; both: number; jaccard: number }[];
      union: { covered_by_any: number; union_coverage_pct: number; uncovered: number };
    }
  >;
};

/** The expected metric under the names of the report; sums are compared through the means. */
function toFigures(metric: ExpectedMetric): object {
  const named = Object.entries(metric).filter(([figure]) => figure !== 'sum');
  return Object.fromEntries(named.map(([figure, value]) => [figure === 'share_pct' ? 'share' : figure, value]));
}

function toFiguresByName(metrics: Record<string, ExpectedMetric>): object {
  return Object.fromEntries(Object.entries(metrics).map(([name, metric]) => [name, toFigures(metric)]));
}

async function analyze({ name, folder, file }: (typeof SURVEYS)[number]) {
  const personas = parsePersonasFile(readFileSync(join(import.meta.dirname, 'fixtures', `${name}.personas.json`), 'utf8'));
  const source = await sourceFromPath(join(folder, file));
  const rows: string[] = [];
  await analyzeSurvey(source, personas, {
    onRow: (rowNumber, scores) => void rows.push([rowNumber, ...(scores ?? []).map((score) => formatScore(score?.scoreHundredths ?? -1))].join(',')),
  });
  const analysis = await analyzeSurvey(source, personas);
  const { results } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
  const [expected] = Object.values(results);
  if (expected === undefined) throw new Error(`no results in ${folder}`);
  // What a reader of the printed document gets, not what lies in memory.
  const printed = JSON.parse(toAnalysisJson(analysis)) as AnalysisJson;
  return { printed, rows, expected };
}

describe.each(SURVEYS)('$name', (survey) => {
  it('every figure equals the independent one', async () => {
    if (!isHere) return;
    const { printed, expected } = await analyze(survey);
    expect(printed).toMatchObject({ responses: expected.responses, respondents: expected.responses, unreadable_rows: 0 });
    expect(printed.personas.map(({ name }) => name)).toEqual(Object.keys(expected.per_persona));
    for (const persona of printed.personas) {
      const wanted = expected.per_persona[persona.name] as ExpectedPersona;
      const { score_histogram, mean_score, strong, moderate, weak } = wanted;
      expect(persona.score_histogram).toEqual(score_histogram);
      expect(Object.keys(persona.score_histogram)).toEqual(Object.keys(score_histogram));
      expect(persona).toMatchObject({ responses: expected.responses, mean_score, strong, moderate, weak });
      expect(persona.coverage).toMatchObject({ count: wanted.covered, percentage: wanted.coverage_pct });
      expect(persona.rules).toEqual(wanted.rule_stats.map(({ rule: label, matched, missing }) => ({ label, matched, missing })));
      expect(persona.metrics).toMatchObject(toFiguresByName(wanted.metrics_over_covered));
    }
    expect(printed.metrics).toMatchObject(toFiguresByName(expected.metrics_over_all));
    expect(printed.overlap).toEqual(expected.overlap.map(({ a, b, both, jaccard }) => ({ a, b, both, jaccard })));
    const { covered_by_any: covered, union_coverage_pct: percentage, uncovered } = expected.union;
    expect(printed).toMatchObject({ union: { covered, percentage }, uncovered });
  });

  it('every score of every row equals the independent one', async () => {
    if (!isHere) return;
    const { rows } = await analyze(survey);
    const [header = '', ...lines] = readFileSync(join(survey.folder, 'expected_rows.csv'), 'utf8').trim().split(/\r?\n/);
    const places = header.split(',').flatMap((name, index) => (name === 'row' || name.endsWith('_score') ? [index] : []));
    const expected = lines.map((line) => {
      const cells = line.split(',');
      return places.map((place) => cells[place]).join(',');
    });
    expect(rows).toHaveLength(expected.length);
    expect(rows.filter((row, index) => row !== expected[index])).toEqual([]);
  });
});
