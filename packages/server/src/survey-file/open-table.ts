import { CsvRecords } from './csv/csv-records.ts';
import type { CsvRecord } from './csv/csv-records.ts';
import { decodeText } from './encoding/text-decoding.ts';
import type { SurveyFileLimits } from './limits.ts';
import type { TableLayout } from './recognition.ts';
import { SurveyFileError } from './survey-file-error.ts';
import { readBytes } from './survey-source.ts';
import type { SurveySource } from './survey-source.ts';
import { openWorkbook } from './workbook/read-workbook.ts';

/**
 * The records of a table from its first line, header rows included, in batches as they are read.
 * Blank lines are left out. A workbook is read whole
 * and handed out in one batch, its wholly empty rows left out, with the sheet's row as line.
 * Stopping early closes the file.
 * @throws {SurveyFileError} when the file can no longer be read as `layout` says.
 */
export async function* openTable(source: SurveySource, layout: TableLayout, limits: SurveyFileLimits): AsyncGenerator<CsvRecord[]> {
  if (layout.format === 'xlsx') {
    yield await readSheetRecords(source, layout.sheetName, limits);
    return;
  }
  const reader = new CsvRecords(layout.dialect, limits);
  let toSkip = layout.dialect.hasSeparatorLine ? 1 : 0;
  for await (const text of decodeText(readBytes(source, limits), layout.encoding.name)) {
    const records = reader.push(text);
    const skipped = Math.min(toSkip, records.length);
    toSkip -= skipped;
    if (records.length > skipped) yield skipped === 0 ? records : records.slice(skipped);
  }
  const last = reader.end();
  if (last.length > toSkip) yield last;
}

async function readSheetRecords(source: SurveySource, sheetName: string, limits: SurveyFileLimits): Promise<CsvRecord[]> {
  const workbook = await openWorkbook(source, limits);
  const sheet = workbook.sheets.find(({ name }) => name === sheetName);
  if (sheet === undefined) throw new SurveyFileError('workbook-broken', `The workbook has no sheet "${sheetName}".`);
  const rows = await workbook.readRows(sheet);
  return rows
    .map((cells, index): CsvRecord => ({
      line: index + 1,
      endLine: index + 1,
      cells: cells.slice(0, limits.columns),
      width: cells.length,
      damage: cells.some((cell) => cell.length > limits.cellCharacters) ? 'cell-too-long' : null,
    }))
    .filter((record) => record.cells.some((cell) => cell.trim() !== ''));
}
