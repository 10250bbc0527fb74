import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSurveyRows } from './read-survey-rows.ts';
import { recogniseSurveyFile } from './recognise-survey-file.ts';
import { collect } from './survey-fixtures.testing.ts';
import type { Recognition } from './recognition.ts';
import { sourceFromPath } from './survey-source.ts';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const SHARED = process.env['LIKENESS_SHARED'] ?? join(ROOT, '../shared');
const FOLDER = join(SHARED, 'data');
const isHere = existsSync(join(FOLDER, 'awkward-exports'));
if (!isHere) console.info('Real exports: not checked, because the folder of shared data is absent.');

type Expected = { file: string; rows: number; columns: number; fields: number; layout: object; exporter: string | null; headerRows: number };

const READ: Expected[] = [
  { file: 'awkward-exports/StarWars.csv', rows: 1186, columns: 38, fields: 33, exporter: 'surveymonkey', headerRows: 2, layout: { format: 'csv', encoding: { name: 'windows-1252', confidence: 'check' }, dialect: { delimiter: ',', lineEnd: 'lf' } } },
  { file: 'awkward-exports/Cloud_Native_Survey_2019.csv', rows: 1337, columns: 427, fields: 166, exporter: 'surveymonkey', headerRows: 2, layout: { format: 'csv', encoding: { name: 'utf-8', confidence: 'sure' }, dialect: { delimiter: ',', lineEnd: 'lf' } } },
  { file: 'awkward-exports/qualtrics-sample.csv', rows: 1, columns: 20, fields: 20, exporter: 'qualtrics', headerRows: 3, layout: { format: 'csv', encoding: { name: 'utf-8' }, dialect: { delimiter: ',' } } },
  { file: 'awkward-exports/2019-spanish-responses.xlsx', rows: 338, columns: 52, fields: 52, exporter: 'google-forms', headerRows: 1, layout: { format: 'xlsx', sheetName: 'Form Responses 1', otherSheets: [] } },
  { file: 'awkward-exports/food-world-cup-data.csv', rows: 1373, columns: 48, fields: 48, exporter: null, headerRows: 1, layout: { format: 'csv', encoding: { name: 'macintosh', confidence: 'likely' }, dialect: { delimiter: ',', lineEnd: 'lf' } } },
  { file: 'awkward-exports/poll-of-pollsters-anonymous-answers-3.tsv', rows: 16, columns: 68, fields: 59, exporter: 'surveymonkey', headerRows: 2, layout: { format: 'tsv', encoding: { name: 'macintosh', confidence: 'likely' }, dialect: { delimiter: '\t', lineEnd: 'cr' } } },
  { file: 'r-community-survey/2018-english-form-responses.tsv', rows: 3062, columns: 43, fields: 43, exporter: 'google-forms', headerRows: 1, layout: { format: 'tsv', encoding: { name: 'utf-8' }, dialect: { delimiter: '\t', lineEnd: 'crlf' } } },
  { file: 'uci-bank-marketing/bank-full.csv', rows: 45_211, columns: 17, fields: 17, exporter: null, headerRows: 1, layout: { format: 'csv', encoding: { name: 'utf-8' }, dialect: { delimiter: ';', lineEnd: 'lf' } } },
];

const RECOGNISED: [string, number, object][] = [
  ['awkward-exports/StarWars.csv', 3, { type: 'multi', columns: [3, 4, 5, 6, 7, 8], reason: '6 columns, one for each option' }],
  ['awkward-exports/StarWars.csv', 35, { type: 'choice', delimiter: null, role: 'demographic' }],
  ['awkward-exports/Cloud_Native_Survey_2019.csv', 4, { type: 'multi', key: 'job_function', confidence: 'sure' }],
  ['awkward-exports/qualtrics-sample.csv', 3, { key: 'ip_address', header: 'IP-Adresse', personalData: 'ip address' }],
  ['awkward-exports/qualtrics-sample.csv', 7, { key: 'recorded_date', role: 'submitted_at', type: 'date' }],
  ['awkward-exports/qualtrics-sample.csv', 8, { role: 'external_id' }],
  ['awkward-exports/qualtrics-sample.csv', 11, { personalData: 'e-mail', reason: 'no answers' }],
  ['awkward-exports/qualtrics-sample.csv', 13, { personalData: 'location' }],
  ['awkward-exports/2019-spanish-responses.xlsx', 0, { type: 'date', role: 'submitted_at', dateOrder: null }],
  ['awkward-exports/2019-spanish-responses.xlsx', 18, { role: 'metric', metric: { kind: 'nps', min: 0, max: 10 } }],
  ['awkward-exports/2019-spanish-responses.xlsx', 19, { type: 'multi', delimiter: ', ' }],
  ['awkward-exports/food-world-cup-data.csv', 3, { key: 'rate_much_cuisine_algeria', type: 'number', missing: [{ token: 'N/A', count: 1076 }] }],
  ['awkward-exports/poll-of-pollsters-anonymous-answers-3.tsv', 17, { type: 'multi', columns: [17, 18, 19, 20, 21, 22, 23, 24, 25, 26] }],
  ['r-community-survey/2018-english-form-responses.tsv', 0, { type: 'date', dateOrder: 'mdy', confidence: 'sure', role: 'submitted_at' }],
  ['r-community-survey/2018-english-form-responses.tsv', 24, { role: 'metric', metric: { kind: 'nps', min: 0, max: 10 } }],
  ['r-community-survey/2018-english-form-responses.tsv', 25, { type: 'multi', delimiter: ', ', reason: expect.stringMatching(/^split at commas, not inside \( \)/) }],
  ['r-community-survey/2018-english-form-responses.tsv', 27, { key: 'column_28', reason: 'no answers' }],
  ['r-community-survey/2018-english-form-responses.tsv', 36, { type: 'choice', delimiter: null }],
  ['uci-bank-marketing/bank-full.csv', 13, { type: 'number', missing: [{ token: '-1', count: 36_954 }] }],
  ['uci-bank-marketing/bank-full.csv', 15, { type: 'choice', missing: [{ token: 'unknown', count: 36_959 }] }],
];

const REFUSED: [string, string, RegExp][] = [
  ['CNCF_Maintainers_Survey_2020_H2_Summary.csv', 'summary', /summary \("CNCF Maintainers Survey 2020 H2"\), not responses/],
  ['Cloud_Native_Survey_2021-Part_1.xlsx', 'summary', /a sheet for each question \(27 sheets: "Question 1"/],
];

describe('real exports', () => {
  const recognitions = new Map<string, Promise<Recognition>>();
  const recognise = (file: string): Promise<Recognition> => {
    const known = recognitions.get(file) ?? sourceFromPath(join(FOLDER, file)).then((source) => recogniseSurveyFile(source));
    recognitions.set(file, known);
    return known;
  };

  it.each(isHere ? READ : [])('$file is read whole', async (expected) => {
    const recognition = await recognise(expected.file);
    expect(recognition.layout).toMatchObject(expected.layout);
    expect(recognition).toMatchObject({ rows: { count: expected.rows, isExact: true }, header: { exporter: expected.exporter, rowCount: expected.headerRows } });
    expect([recognition.columns.length, recognition.fields.length]).toEqual([expected.columns, expected.fields]);
    const rows = await collect(readSurveyRows(await sourceFromPath(join(FOLDER, expected.file)), recognition));
    expect(rows.filter((row) => row.problem !== undefined)).toEqual([]);
    expect(rows.length).toBe(expected.rows);
  });

  it.each(isHere ? RECOGNISED : [])('%s: column %i', async (file, column, expected) => {
    const recognition = await recognise(file);
    expect(recognition.fields.find((field) => field.columns[0] === column)).toMatchObject(expected);
  });

  it.each(isHere ? REFUSED : [])('%s is refused', async (file, code, message) => {
    await expect(recognise(`awkward-exports/${file}`)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('that are not there are refused in words', async () => {
    await expect(sourceFromPath(join(FOLDER, 'no-such-export.csv'))).rejects.toMatchObject({ code: 'file-not-found', message: 'There is no file "no-such-export.csv".' });
  });
});
