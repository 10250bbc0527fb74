import { foldText, instantOf, readDate } from '@likeness/core';
import type { JsonObject } from '../../db/tables.ts';
import { INVALID_BYTES } from '../../survey-file/encoding/text-decoding.ts';
import type { SurveyRow } from '../../survey-file/read-survey-rows.ts';
import { say, type Said } from '../../survey-file/say.ts';
import type { ColumnChoice, ImportMapping, RefusedRow } from './import.ts';

/** A row as a response that can be stored. */
export type ReadyRow = { responseData: JsonObject; respondentKey: string | null; externalId: string | null; submittedAt: Date };

export type RowReading = { ready: ReadyRow; refused?: never } | { ready?: never; refused: RefusedRow };

export type RowReaderOptions = {
  /** Of every column; refusals name them. */
  headers: readonly string[];
  /** Dates without an offset are of this zone's clocks. */
  timeZone: string;
  now: Date;
};

const LONGEST_KEY = 500;
const DAY_MS = 86_400_000;
/** In a text that is a date, only an offset has these signs after the time's colon. */
const NAMES_OFFSET = /:.*[z+-]/iu;
const EARLIEST_MS = Date.parse('1900-01-01T00:00:00Z');

/**
 * How does each row of a file become a response under this (settled) mapping?
 *
 * Answers are kept as they are written; cells without any text have no key; the columns of one multi-value field give
 * a list. A row is refused, with the column and what would be right, when it could not be read, when its date is
 * missing (and the mapping has none for such rows), unreadable, before 1900 or more than a day ahead, or when its ids
 * are longer than 500 characters. A row without any answer is a response like others.
 *
 * @example createRowReader(mapping, { headers: ['When', 'Age'], timeZone: 'UTC', now })({ rowNumber: 1, line: 2, cells: ['1/5/2026', '31'] })
 * // { ready: { responseData: { age: '31' }, respondentKey: null, externalId: null, submittedAt: 2026-01-05T00:00:00.000Z } }
 */
export function createRowReader(mapping: ImportMapping, { headers, timeZone, now }: RowReaderOptions): (row: SurveyRow) => RowReading {
  const toResponseData = createAnswerReader(mapping.columns);
  const readSubmittedAt = createDateReader(mapping, timeZone, now);
  const [respondent, external] = [findColumn(mapping, 'respondent_key'), findColumn(mapping, 'external_id')];
  return (row) => {
    const refuse = (column: ColumnChoice | null, code: string, { sentence, note }: Said): RowReading => ({
      refused: { rowNumber: row.rowNumber, field: column === null ? null : (headers[column.index] ?? null), code, reason: sentence, note, cells: row.cells.map(toStorableText) },
    });
    if (row.problem !== undefined) return refuse(null, row.problem.code.replaceAll('-', '_'), { sentence: row.problem.message, note: row.problem.note });
    const textOf = (column: ColumnChoice | null): string | null => (column === null ? null : row.cells[column.index]?.trim() || null);
    for (const column of [respondent, external]) {
      const length = textOf(column)?.length ?? 0;
      if (length > LONGEST_KEY) return refuse(column, 'too_long', say('id_too_long', { limit: LONGEST_KEY, length }));
    }
    const date = readSubmittedAt(row.cells);
    if ('code' in date) return refuse(findColumn(mapping, 'submitted_at'), date.code, date.said);
    return { ready: { responseData: toResponseData(row.cells), respondentKey: textOf(respondent), externalId: textOf(external), submittedAt: date.instant } };
  };
}

function findColumn(mapping: ImportMapping, use: ColumnChoice['use']): ColumnChoice | null {
  return mapping.columns.find((column) => column.use === use) ?? null;
}

function createAnswerReader(columns: readonly ColumnChoice[]): (cells: readonly string[]) => JsonObject {
  const fields = new Map<string, { key: string; indices: number[] }>();
  for (const { index, use, field } of columns) {
    if (use !== 'field' || field === undefined) continue;
    const known = fields.get(foldText(field.key));
    if (known) known.indices.push(index);
    else fields.set(foldText(field.key), { key: field.key, indices: [index] });
  }
  const planned = [...fields.values()];
  return (cells) => {
    const data: JsonObject = {};
    for (const { key, indices } of planned) {
      const given = indices.map((index) => cells[index] ?? '').filter((cell) => cell.trim() !== '');
      const [only] = given;
      if (only !== undefined) data[key] = indices.length > 1 ? given : only;
    }
    return data;
  };
}

type DateOrRefusal = { instant: Date } | { code: string; said: Said };

function createDateReader(mapping: ImportMapping, timeZone: string, now: Date): (cells: readonly string[]) => DateOrRefusal {
  const column = findColumn(mapping, 'submitted_at');
  const order = column?.date_order ?? null;
  const sayOf = (code: 'not_a_date' | 'date_before_1900' | 'date_in_future', text: string): Said => say(code, { text: quote(text), order: order ?? 'iso' });
  const fallback = mapping.submitted_at === undefined ? null : new Date(mapping.submitted_at);
  const latestMs = now.getTime() + DAY_MS;
  return (cells) => {
    const text = column === null ? '' : (cells[column.index] ?? '').trim();
    if (text === '') return fallback === null ? { code: 'no_date', said: say('no_date') } : { instant: fallback };
    const reading = readDate(text, order);
    if (reading === null) return { code: 'not_a_date', said: sayOf('not_a_date', text) };
    const instant = NAMES_OFFSET.test(text.normalize('NFKC')) ? new Date(reading.milliseconds) : instantOf(reading.milliseconds, timeZone);
    if (instant.getTime() < EARLIEST_MS) return { code: 'date_out_of_range', said: sayOf('date_before_1900', text) };
    if (instant.getTime() > latestMs) return { code: 'date_out_of_range', said: sayOf('date_in_future', text) };
    return { instant };
  };
}

/** At most a short piece of a cell, so that one wild cell does not fill the report. */
function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text}"`;
}

/** What PostgreSQL can keep: NUL, half characters and bytes that were no text become the replacement character. */
function toStorableText(cell: string): string {
  return cell.toWellFormed().replaceAll('\u0000', '\uFFFD').replaceAll(INVALID_BYTES, '\uFFFD');
}

const ROWS_AT_ONCE = 2000;

/** The rows of a file as read, some thousand at a time. */
export async function* batchesOf(rows: AsyncIterable<SurveyRow>, read: (row: SurveyRow) => RowReading): AsyncGenerator<RowReading[]> {
  let batch: RowReading[] = [];
  for await (const row of rows) {
    batch.push(read(row));
    if (batch.length < ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The rows that can be stored and those that cannot, each in their order. */
export function splitReadings(readings: readonly RowReading[]): { ready: ReadyRow[]; refused: RefusedRow[] } {
  return { ready: readings.flatMap((reading) => reading.ready ?? []), refused: readings.flatMap((reading) => reading.refused ?? []) };
}
