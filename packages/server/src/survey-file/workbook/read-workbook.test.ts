import { describe, expect, it } from 'vitest';
import { toLimits } from '../limits.ts';
import { collect, sheetRows, workbookParts, workbookSource, zipOf } from '../survey-fixtures.testing.ts';
import { sourceFromBytes } from '../survey-source.ts';
import type { SurveySource } from '../survey-source.ts';
import { toNumberText } from './cell-text.ts';
import { openWorkbook } from './read-workbook.ts';
import { sheetExtent } from './sheet-extent.ts';
import { readZipDirectory } from './zip-directory.ts';

const LIMITS = toLimits({ workbookBytes: 4 * 1024 * 1024 });

async function rowsOf(source: SurveySource, limits = LIMITS): Promise<string[][]> {
  const workbook = await openWorkbook(source, limits);
  const sheet = workbook.sheets[0];
  return sheet === undefined ? [] : workbook.readRows(sheet);
}

function archiveOf(parts: Record<string, string | Uint8Array>): SurveySource {
  return sourceFromBytes('survey.xlsx', zipOf(parts));
}

describe('openWorkbook', () => {
  it('gives every kind of cell as text', async () => {
    const xml =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>n</t></is></c><c r="C1" t="s"><v>1</v></c></row>' +
      '<row r="2"><c r="A2" s="1"><v>43812.50175925926</v></c><c r="B2"><v>0.9076000000000001</v></c><c r="C2" t="b"><v>1</v></c></row>' +
      '<row r="4"><c r="A4" s="1"><v>43812</v></c><c r="B4"><v>226.0</v></c><c r="C4" t="str"><f>A1&amp;"x"</f><v>=safe</v></c></row>' +
      '<row r="5"><c r="A5" s="1"><v>0.5</v></c><c r="B5" t="e"><v>#N/A</v></c><c r="C5" t="s"><v>2</v></c></row>';
    expect(await rowsOf(workbookSource({ 'A & B': xml }, ['when', 'flag', ' kept ']))).toEqual([
      ['when', 'n', 'flag'],
      ['2019-12-13T12:02:32', '0.9076', 'true'],
      ['', '', ''],
      ['2019-12-13', '226', '=safe'],
      ['12:00:00', '', ' kept '],
    ]);
  });

  it('leaves hidden sheets out', async () => {
    const parts = workbookParts({ Hidden: '', Shown: '' });
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']?.replace('name="Hidden"', 'name="Hidden" state="hidden"') ?? '';
    expect((await openWorkbook(archiveOf(parts), LIMITS)).sheets.map(({ name }) => name)).toEqual(['Shown']);
  });

  it.each([
    ['a ZIP of other files', { 'notes.txt': 'x', 'b.csv': 'y' }, 'archive', /ZIP archive with 2 files \("notes.txt", "b.csv"\)/],
    ['a Word document', { 'word/document.xml': '<w/>' }, 'archive', /Word document/],
    ['an OpenDocument sheet', { 'content.xml': '<o/>' }, 'archive', /OpenDocument/],
    ['an .xlsb', { 'xl/workbook.bin': 'x' }, 'archive', /\.xlsb/],
  ])('refuses %s', async (_, parts, code, message) => {
    await expect(openWorkbook(archiveOf(parts), LIMITS)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('refuses what is cut off', async () => {
    const whole = zipOf(workbookParts({ S: sheetRows([['a', 'b'], ['1', '2']]) }));
    await expect(openWorkbook(sourceFromBytes('x.xlsx', whole.subarray(0, whole.length / 2)), LIMITS)).rejects.toMatchObject({ code: 'workbook-broken' });
  });

  it('refuses a sheet whose XML is broken, in words', async () => {
    await expect(rowsOf(workbookSource({ S: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' }))).rejects.toMatchObject({ code: 'workbook-broken', message: expect.stringMatching(/^The sheet "S" cannot be read/) });
  });
});

describe('bombs', () => {
  it('are refused by the size they declare', async () => {
    const parts = { ...workbookParts({ S: '' }), 'xl/sharedStrings.xml': Buffer.alloc(5 * 1024 * 1024, 'x') };
    await expect(rowsOf(archiveOf(parts))).rejects.toMatchObject({ code: 'workbook-too-large', message: expect.stringMatching(/more than 4 MB/) });
  });

  it('are refused by the size they inflate to when they declare less', async () => {
    const archive = zipOf({ ...workbookParts({ S: '' }), 'xl/sharedStrings.xml': Buffer.alloc(5 * 1024 * 1024, 'x') });
    const at = archive.lastIndexOf('xl/sharedStrings.xml') - 46;
    archive.writeUInt32LE(10, at + 24);
    expect(readZipDirectory(archive).find(({ path }) => path === 'xl/sharedStrings.xml')?.inflatedBytes).toBe(10);
    await expect(rowsOf(sourceFromBytes('x.xlsx', archive))).rejects.toMatchObject({ code: 'workbook-too-large' });
  });

  it.each([
    ['a far row', '<row r="999999999"><c r="A999999999"><v>1</v></c></row>'],
    ['a far column', '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'],
    ['many rows that reach far', Array.from({ length: 2_000 }, (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`).join('')],
  ])('of %s are refused before parsing', async (_, xml) => {
    await expect(rowsOf(workbookSource({ S: xml }))).rejects.toMatchObject({ code: 'workbook-too-large', message: expect.stringMatching(/reaches over/) });
  });

  it('of XML entities are refused', async () => {
    const parts = workbookParts({ S: '' });
    parts['xl/sharedStrings.xml'] = `<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${parts['xl/sharedStrings.xml']}`;
    await expect(rowsOf(archiveOf(parts))).rejects.toMatchObject({ code: 'workbook-broken', message: expect.stringMatching(/entities/) });
  });

  it('of nested archives are not opened', async () => {
    const inner = zipOf({ 'zeros.txt': Buffer.alloc(2_000_000) });
    await expect(openWorkbook(archiveOf({ 'inner.zip': inner }), LIMITS)).rejects.toMatchObject({ code: 'archive' });
  });
});

describe('the small parts', () => {
  it.each([['0.30000000000000004', '0.3'], ['12345678901234567890', '12345678901234567890'], ['1.0E-3', '0.001'], ['1E-8', '0.00000001'], ['-0.0', '0'], ['1.5E3', '1500']])('number %s is %s', (stored, text) => {
    expect(toNumberText(stored)).toBe(text);
  });

  it('measure a sheet without counting empty formatted cells', () => {
    expect(sheetExtent(Buffer.from('<row r="7" spans="1:3"><c r="C7" s="1"><v>1</v></c><c r="XFD7" s="3"/></row>'))).toEqual({ cells: 1, lastRow: 7, lastColumn: 3 });
  });

  it('read an archive directory', async () => {
    const [entry] = readZipDirectory(zipOf({ 'a.txt': 'hello' }));
    expect(entry).toMatchObject({ path: 'a.txt', inflatedBytes: 5, isEncrypted: false });
    expect(await collect(workbookSource({}).open())).not.toEqual([]);
  });
});
