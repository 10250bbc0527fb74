import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parsePersonasFile } from '../../../analysis/parse-personas-file.ts';
import { planSurvey } from '../../../analysis/plan-survey.ts';
import { withTenant } from '../../../db/tenant-scope.ts';
import { readSurveyRows } from '../../../survey-file/read-survey-rows.ts';
import { recogniseSurveyFile } from '../../../survey-file/recognise-survey-file.ts';
import { sourceFromPath } from '../../../survey-file/survey-source.ts';
import { testDatabase } from '../../../testing/index.ts';
import { scoreBySql } from './score-by-sql.ts';
import { makeWorld, readScores, storeResponses, toPersonas, type WorldResponse } from './sql-world.testing.ts';

/** Two public surveys, which are not part of this repository, and scores that an independent program computed. */
const DATA = join(process.env['LIKENESS_SHARED'] ?? join(import.meta.dirname, '../../../../../../../shared'), 'data');
const SURVEYS = [
  { tenantId: 1, name: 'r-community-survey', file: '2018-english-form-responses.tsv' },
  { tenantId: 2, name: 'uci-bank-marketing', file: 'bank-full.csv' },
];
const isHere = existsSync(DATA);
if (!isHere) console.info('Public surveys: not scored in the database, because the folder of shared data is absent.');

const db = await testDatabase();
const ROWS_AT_ONCE = 5000;

it.each(SURVEYS)('$name: every score of every row equals the independent one', async ({ tenantId, name, file }) => {
  if (!isHere) return;
  const fixture = join(import.meta.dirname, `../../../analysis/fixtures/${name}.personas.json`);
  const source = await sourceFromPath(join(DATA, name, file));
  const recognition = await recogniseSurveyFile(source, {});
  const plan = planSurvey(parsePersonasFile(readFileSync(fixture, 'utf8')), recognition);
  const ruleSets = plan.personas.map(({ ruleSet }) => ruleSet);
  const rows = await withTenant(db, tenantId, async (trx, session) => {
    const made = await makeWorld(trx, session, tenantId, [[]]);
    const world = { ...made, dictionaries: { forForm: () => plan.dictionary } };
    const ids: number[] = [];
    const waiting: WorldResponse[] = [];
    for await (const { cells } of readSurveyRows(source, recognition, {})) {
      waiting.push({ form: 0, json: JSON.stringify(plan.readAnswers(cells)), person: null, minute: 0 });
      if (waiting.length === ROWS_AT_ONCE) ids.push(...(await storeResponses(world, waiting.splice(0))));
    }
    ids.push(...(await storeResponses(world, waiting)));
    const scoring = await scoreBySql(world, toPersonas(ruleSets));
    expect(await scoring.stage()).toBe(ids.length);
    await scoring.settle({ moderate: 5000, strong: 7000 });
    const scores = await readScores(world);
    return ids.map((id, index) => [index + 1, ...ruleSets.map((_, persona) => scores[`${persona}: ${id}`]?.match_score)].join(','));
  });
  const [header = '', ...lines] = readFileSync(join(DATA, name, 'expected_rows.csv'), 'utf8').trim().split(/\r?\n/);
  const places = header.split(',').flatMap((column, index) => (column === 'row' || column.endsWith('_score') ? [index] : []));
  const expected = lines.map((line) => places.map((place) => line.split(',')[place]).join(','));
  expect(rows).toHaveLength(expected.length);
  expect(rows.filter((row, index) => row !== expected[index])).toEqual([]);
}, 120_000);
