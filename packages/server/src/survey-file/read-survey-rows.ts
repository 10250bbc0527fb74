import type { CsvRecord } from './csv/csv-records.ts';
import { INVALID_BYTES } from './encoding/text-decoding.ts';
import { toLimits } from './limits.ts';
import type { SurveyFileLimits } from './limits.ts';
import { openTable } from './open-table.ts';
import type { Recognition } from './recognition.ts';
import { say, type Note, type NoteCode, type NoteParams } from './say.ts';
import { SurveyFileError } from './survey-file-error.ts';
import type { SurveySource } from './survey-source.ts';

/** Why one row cannot be read. Stable. */
export type RowProblemCode = 'too-few-fields' | 'too-many-fields' | 'nul-byte' | 'invalid-bytes' | 'cell-too-long' | 'unclosed-quote';

export type RowProblem = { code: RowProblemCode; message: string; note: Note };

/**
 * One row of answers, or why it cannot be read. `rowNumber` counts rows of answers from 1, problem
 * rows included; `line` is the line of the file (the row of a worksheet) on which it begins. A
 * problem row brings the cells that were read, shortened where needed, for a file of refused rows.
 */
export type SurveyRow =
  | { rowNumber: number; line: number; cells: string[]; problem?: never }
  | { rowNumber: number; line: number; cells: string[]; problem: RowProblem };

/**
 * The rows of a recognised file, one after the other, as fast as they are taken and no faster:
 * memory does not grow with the number of rows (a workbook excepted, which is read whole).
 * Cells are as written, one for each column. Rows without any answer are rows too. Fields past the
 * last column are let go when they are empty.
 * @throws {SurveyFileError} `too-many-rows` at the limit of rows, and what opening the file throws.
 */
export async function* readSurveyRows(
  source: SurveySource,
  recognition: Recognition,
  options: { limits?: Partial<SurveyFileLimits> } = {},
): AsyncGenerator<SurveyRow> {
  const limits = toLimits(options.limits);
  const columnCount = recognition.columns.length;
  let rowNumber = -recognition.header.rowCount;
  for await (const records of openTable(source, recognition.layout, limits)) {
    for (const record of records) {
      rowNumber += 1;
      if (rowNumber < 1) continue;
      if (rowNumber > limits.rows) throw new SurveyFileError('too-many-rows', `The file has more than ${limits.rows.toLocaleString('en')} rows of answers. Split it, or raise the limit.`);
      yield toSurveyRow(record, rowNumber, columnCount, limits);
    }
  }
}

function toSurveyRow(record: CsvRecord, rowNumber: number, columnCount: number, limits: SurveyFileLimits): SurveyRow {
  const { line } = record;
  const problem = findRowProblem(record, columnCount, limits);
  if (problem !== null) return { rowNumber, line, cells: record.cells, problem };
  const cells = record.cells.length === columnCount ? record.cells : record.cells.slice(0, columnCount);
  return { rowNumber, line, cells };
}

/** Why this record cannot be a row of `columnCount` answers; null when it can. */
export function findRowProblem(record: CsvRecord, columnCount: number, limits: SurveyFileLimits): RowProblem | null {
  const { cells, width, damage, line, endLine } = record;
  const span: NoteParams = endLine > line ? { from_line: line, to_line: endLine } : {};
  if (damage === 'unclosed-quote') return toProblem(damage, { from_line: line, to_line: endLine });
  if (damage === 'cell-too-long') return toProblem(damage, { limit: limits.cellCharacters, ...span });
  if (cells.some((cell) => cell.includes('\0'))) return toProblem('nul-byte', {});
  if (cells.some((cell) => cell.includes(INVALID_BYTES) || !cell.isWellFormed())) return toProblem('invalid-bytes', {});
  if (width < columnCount) return toProblem('too-few-fields', { width, columns: columnCount, ...span });
  if (width > columnCount && (width > cells.length || cells.slice(columnCount).some((cell) => cell.trim() !== ''))) {
    return toProblem('too-many-fields', { width, columns: columnCount, ...span });
  }
  return null;
}

const NOTES: Record<RowProblemCode, NoteCode> = {
  'too-few-fields': 'too_few_fields', 'too-many-fields': 'too_many_fields', 'nul-byte': 'nul_byte', 'invalid-bytes': 'invalid_bytes',
  'cell-too-long': 'cell_too_long', 'unclosed-quote': 'unclosed_quote',
};

function toProblem(code: RowProblemCode, params: NoteParams): RowProblem {
  const { note, sentence } = say(NOTES[code], params);
  return { code, message: sentence, note };
}
