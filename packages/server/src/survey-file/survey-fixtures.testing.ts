import { zipSync } from 'fflate';
import type { TextEncodingName } from './encoding/text-decoding.ts';
import type { SurveyRow } from './read-survey-rows.ts';
import { sourceFromBytes } from './survey-source.ts';
import type { SurveySource } from './survey-source.ts';

/** Text as bytes of an encoding; a character the encoding lacks is an error of the test. */
export function encodeText(text: string, encoding: TextEncodingName, withMark = false): Buffer {
  const marked = withMark ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(marked, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(marked, 'utf16le').swap16();
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]));
  return Buffer.from(
    [...text].map((character) => {
      const byte = table.get(character);
      if (byte === undefined) throw new Error(`${encoding} has no ${character}`);
      return byte;
    }),
  );
}

/** A source that holds this text. */
export function textSource(text: string, encoding: TextEncodingName = 'utf-8', withMark = false): SurveySource {
  return sourceFromBytes('survey.csv', encodeText(text, encoding, withMark));
}

/** All of an async iterable. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** The cells of rows that must all be readable. */
export function cellsOf(rows: readonly SurveyRow[]): string[][] {
  return rows.map((row) => {
    if (row.problem !== undefined) throw new Error(row.problem.message);
    return row.cells;
  });
}

/** Parts of a workbook with the given worksheets, each the XML inside `<sheetData>`. Style 1 is a date and time. */
export function workbookParts(sheets: Record<string, string>, sharedStrings: readonly string[] = []): Record<string, string> {
  const names = Object.keys(sheets);
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.map((name, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId98" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId99" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${sharedStrings.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
  };
  for (const [index, name] of names.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet xmlns="${main}"><sheetData>${sheets[name] ?? ''}</sheetData></worksheet>`;
  return parts;
}

/** A ZIP archive of these parts. */
export function zipOf(parts: Record<string, string | Uint8Array>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([path, content]) => [path, typeof content === 'string' ? Buffer.from(content) : content]))));
}

/** A workbook as a source. */
export function workbookSource(sheets: Record<string, string>, sharedStrings: readonly string[] = []): SurveySource {
  return sourceFromBytes('survey.xlsx', zipOf(workbookParts(sheets, sharedStrings)));
}

/** Rows of text as the XML of a worksheet, with inline strings. */
export function sheetRows(rows: readonly (readonly string[])[]): string {
  return rows.map((cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`).join('');
}
