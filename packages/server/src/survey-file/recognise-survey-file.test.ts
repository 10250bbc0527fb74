import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { TextEncodingName } from './encoding/text-decoding.ts';
import { readSurveyRows } from './read-survey-rows.ts';
import { recogniseSurveyFile } from './recognise-survey-file.ts';
import { cellsOf, collect, sheetRows, textSource, workbookSource } from './survey-fixtures.testing.ts';
import { sourceFromBytes } from './survey-source.ts';

const ole = (...marks: string[]): Buffer => Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0), ...marks.map((mark) => Buffer.from(mark, 'utf16le')), Buffer.alloc(600)]);

describe('recogniseSurveyFile', () => {
  it('describes a plain file', async () => {
    const recognition = await recogniseSurveyFile(textSource('id;Age;Wanted\n1;25;a\n2;;b\n3;31;a\n'));
    expect(recognition).toMatchObject({
      fileName: 'survey.csv',
      layout: { format: 'csv', encoding: { name: 'utf-8', confidence: 'sure' }, dialect: { delimiter: ';', lineEnd: 'lf' } },
      header: { rowCount: 1, exporter: null },
      rows: { count: 3, isExact: true },
      columns: [{ index: 0, header: 'id' }, { header: 'Age', samples: ['25', '31'], answeredShareRatio: 2 / 3, distinctCount: 2, min: 25, max: 31 }, { header: 'Wanted' }],
      fields: [{ key: 'id', role: 'external_id' }, { key: 'age', type: 'number', role: 'demographic' }, { key: 'wanted' }],
      warnings: [],
    });
    expect(JSON.parse(JSON.stringify(recognition))).toEqual(recognition);
  });

  it('reads a workbook and names its other sheets', async () => {
    const source = workbookSource({ Answers: sheetRows([['q', 'r'], ['a', 'b'], ['', ''], ['c', 'd']]), Notes: '' });
    const recognition = await recogniseSurveyFile(source);
    expect(recognition).toMatchObject({ layout: { format: 'xlsx', sheetName: 'Answers', otherSheets: ['Notes'] }, rows: { count: 2, isExact: true } });
    expect(recognition.warnings).toEqual(['Only the sheet "Answers" is read; the workbook also has "Notes".']);
    expect(await collect(readSurveyRows(source, recognition))).toEqual([{ rowNumber: 1, line: 2, cells: ['a', 'b'] }, { rowNumber: 2, line: 4, cells: ['c', 'd'] }]);
    await expect(recogniseSurveyFile(source, { sheetName: 'Answer' })).rejects.toMatchObject({ code: 'no-such-sheet', message: expect.stringMatching(/"Answers", "Notes"/) });
  });

  it('can be told the encoding and the delimiter', async () => {
    const recognition = await recogniseSurveyFile(textSource('a;b,c\né;1,2\n', 'macintosh'), { encoding: 'macintosh', delimiter: ',' });
    expect(recognition.columns.map((column) => column.samples)).toEqual([['é;1'], ['2']]);
  });

  it('counts what it looked at and estimates the rest', async () => {
    const text = `a,b\n${'12345,67890\n'.repeat(5_000)}`;
    const { rows } = await recogniseSurveyFile(textSource(text), { limits: { profileRows: 1_000 } });
    expect(rows.isExact).toBe(false);
    expect(Math.abs(rows.count - 5_000)).toBeLessThan(50);
  });

  it('says which rows cannot be read', async () => {
    const { warnings } = await recogniseSurveyFile(textSource('a,b,c\n1,2,3\n1,2\n1,2,3,4\n'));
    expect(warnings).toEqual(['2 of 3 rows cannot be read, the first on line 3: 2 of 3 fields. A line break inside quotes may be cut off.']);
  });

  it.each<[string, Uint8Array | string, string, RegExp]>([
    ['an empty file', '', 'empty-file', /empty/],
    ['white space', ' \n\n ', 'empty-file', /white space/],
    ['a header only', 'a,b\n', 'header-only', /2 column names but no answers/],
    ['a PNG', Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d), 'image', /PNG/],
    ['a PDF', '%PDF-1.7\n', 'pdf', /PDF/],
    ['a web page', '\n<!DOCTYPE html><html>', 'web-page', /HTML/],
    ['XML', '<?xml version="1.0"?><a/>', 'web-page', /XML/],
    ['JSON', '[{"a": 1}]', 'json', /JSON/],
    ['gzip', Buffer.of(0x1f, 0x8b, 8), 'archive', /gzip/],
    ['an old workbook', ole('Workbook'), 'old-excel', /\.xls/],
    ['an encrypted workbook', ole('EncryptedPackage'), 'workbook-encrypted', /password/],
    ['SPSS', '$FL2@(#) SPSS', 'binary', /SPSS/],
    ['other binary', Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7) % 32)), 'binary', /binary/],
    ['a summary', 'T,\nAnswered,1\nSkipped,2\nAnswered,3\n', 'summary', /summary/],
  ])('refuses %s', async (_, content, code, message) => {
    await expect(recogniseSurveyFile(sourceFromBytes('f', Buffer.from(content)))).rejects.toMatchObject({ name: 'SurveyFileError', code, message: expect.stringMatching(message) });
  });

  it('refuses 100,000 columns and files above the limit', async () => {
    await expect(recogniseSurveyFile(textSource(`${'a,'.repeat(100_000)}b\n`))).rejects.toMatchObject({ code: 'too-many-columns', message: expect.stringMatching(/100,001/) });
    await expect(recogniseSurveyFile(textSource('a,b\n1,2\n'), { limits: { fileBytes: 5 } })).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('either reads or refuses whatever bytes come, with nothing else thrown', async () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\0', ';', '\uFEFF', '{"ImportId":', 'é'), maxLength: 60 }).map((text) => new Uint8Array(Buffer.from(text))));
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const source = sourceFromBytes('f', content);
        const recognition = await recogniseSurveyFile(source).catch((error: unknown) => {
          expect(error).toMatchObject({ name: 'SurveyFileError' });
          return null;
        });
        if (recognition === null) return;
        const rows = await collect(readSurveyRows(source, recognition));
        expect(rows.length).toBe(recognition.rows.count);
        for (const row of rows) if (row.problem === undefined) expect(row.cells.length).toBe(recognition.columns.length);
        expect(new Set(recognition.fields.map((field) => field.key)).size).toBe(recognition.fields.length);
        expect(new Set(recognition.columns.map((column) => column.header)).size).toBe(recognition.columns.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any table, written in any way, is read as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ü', ' ', '"', ',', ';', '\t', '|', '1'), maxLength: 6 });
  const table = fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 8 }));
  const way = fc.record({
    encoding: fc.constantFrom<TextEncodingName>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'),
    withMark: fc.boolean(),
    delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
  });

  it('(round trip, told the encoding and the delimiter)', async () => {
    await fc.assert(
      fc.asyncProperty(table, way, async (rows, { encoding, withMark, delimiter, newline }) => {
        const header = (rows[0] ?? []).map((_, index) => `question ${index + 1}`);
        const text = Papa.unparse([header, ...rows], { delimiter, newline, quotes: true }) + newline;
        const source = textSource(text, encoding, withMark && encoding.startsWith('utf'));
        const recognition = await recogniseSurveyFile(source, { encoding, delimiter });
        expect(cellsOf(await collect(readSurveyRows(source, recognition)))).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  });

  it('(round trip, everything found out)', async () => {
    const answers = fc.array(fc.tuple(fc.constantFrom('café crème', 'Müller, Öztürk', 'señor; señora', 'déjà vu', 'l\u2019été “là”'), fc.constantFrom('5', '10'), fc.constantFrom('yes\tno', 'a|b', '')), { minLength: 4, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(answers, way, async (rows, { encoding, withMark, delimiter, newline }) => {
        const text = Papa.unparse([['Wörd', 'Score', 'Naïve'], ...rows], { delimiter, newline }) + newline;
        const source = textSource(text, encoding, withMark && encoding.startsWith('utf'));
        const recognition = await recogniseSurveyFile(source);
        expect(recognition.layout).toMatchObject({ encoding: { name: encoding }, dialect: { delimiter } });
        expect(recognition.columns.map((column) => column.header)).toEqual(['Wörd', 'Score', 'Naïve']);
        expect(cellsOf(await collect(readSurveyRows(source, recognition)))).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  });
});
