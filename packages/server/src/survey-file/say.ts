import type { RecognitionNote } from '@likeness/contract';
import type { z } from 'zod';

/** A sentence by its code and what stands in its blanks, to be worded in any language. Plain data: it is stored. */
export type Note = z.output<typeof RecognitionNote>;
export type NoteCode = Note['code'];
export type NoteParams = Note['params'];

/** A note with its English sentence. */
export type Said = { note: Note; sentence: string };

const count = (value: string | number | undefined): string => Number(value ?? 0).toLocaleString('en');
const isOne = (value: string | number | undefined): boolean => Number(value) === 1;
const LABELS: Readonly<Record<string, string>> = { macintosh: 'Mac Roman', 'windows-1252': 'Windows-1252' };
const ORDERS: Readonly<Record<string, string>> = { mdy: 'month first', dmy: 'day first', ymd: 'year first' };
const EXPECTED: Readonly<Record<string, string>> = {
  mdy: 'Month / day / year is expected.', dmy: 'Day / month / year is expected.', ymd: 'Year / month / day is expected.',
  iso: 'Year-month-day, as 2026-01-31 or 2026-01-31 14:05, is expected.',
};
const SPLITS: Readonly<Record<string, string>> = { line: 'line breaks', comma: 'commas', semicolon: 'semicolons', bar: 'vertical bars' };

/** The English of every note, given its blanks. */
const SENTENCES: Record<NoteCode, (p: NoteParams) => string> = {
  as_told: () => 'as told',
  byte_order_mark: () => 'the file begins with its byte order mark',
  zero_bytes: (p) => `every second byte is zero in ${p['percent']} % of the pairs`,
  only_ascii: () => 'only ASCII characters',
  valid_utf8: () => 'every byte sequence is valid UTF-8',
  mostly_utf8: (p) => `${p['valid']} characters are valid UTF-8, ${p['invalid']} byte sequences are not`,
  reads_better: (p) => `not UTF-8; as ${LABELS[p['encoding'] ?? '']} ${isOne(p['is_old_mac']) ? 'the lines end as old Macs ended them' : 'the letters and signs make more sense'}${toExample(p)}`,
  invalid_utf8_places: (p) => `${p['count']} places hold bytes that are no UTF-8.`,
  damaged_text: (p) => `Some characters were damaged before the file was saved${toExample(p)}. They are kept as they are.`,
  encoding_guessed: (p) => `The encoding is a guess: ${SENTENCES.reads_better(p)}.`,

  columns_even: (p) => `all rows looked at have ${count(p['columns'])} columns this way`,
  columns_uneven: (p) => `${count(p['uneven'])} of ${count(p['rows'])} rows looked at do not have the ${count(p['columns'])} columns of the first one`,
  one_column: () => 'nothing divides the rows, so there is one column',

  header_told: (p) => (isOne(p['rows']) ? 'the first row names the columns, as told' : `the first ${p['rows']} rows name the columns, as told`),
  header_none: () => 'no row names the columns, as told',
  header_plain: () => 'the first row names the columns',
  header_google_forms: () => 'the first row names the columns and begins with the time stamp of Google Forms',
  header_qualtrics_three: () => 'names, questions and import ids, as Qualtrics writes them',
  header_qualtrics_two: () => 'names and import ids, as Qualtrics writes them',
  header_surveymonkey: () => 'questions and, under them, their options; a blank question continues the one to its left, as SurveyMonkey writes them',
  header_looks_like_answers: () => 'The first row looks like answers, not like column names. Add a row of names above it if so.',
  unnamed_columns: (p) => `${p['count']} ${isOne(p['count']) ? 'column has' : 'columns have'} no name: ${toListed(p)}.`,
  repeated_names: (p) => `Names that occur more than once were numbered: ${toListed(p)}.`,
  other_sheets: (p) => `Only the sheet "${p['sheet']}" is read; the workbook also has ${p['names']}.`,
  rows_unreadable: (p) => `${p['count']} of ${p['rows']} rows cannot be read, the first on line ${p['line']}: ${SENTENCES[p['problem'] as NoteCode](p)}`,

  no_answers: () => 'no answers',
  option_columns: (p) => `${p['count']} columns, one for each option`,
  iso_dates: () => 'ISO dates, year first',
  dates_proved: (p) => `${ORDERS[p['order'] ?? '']}: ${p['proof']} exists`,
  dates_assumed: (p) => `each date can be read month first and day first; ${ORDERS[p['order'] ?? '']} assumed`,
  numbers: toNumbers,
  only_values: (p) => `only ${p['values']}`,
  several_values: (p) => `split at ${SPLITS[p['split'] ?? '']}${isOne(p['spares_parentheses']) ? ', not inside ( )' : ''}: ${p['percent']} % of the answers hold several of ${p['options']} values`,
  values: toValues,
  values_with_common: (p) => `${toValues(p)}, the 20 commonest are ${p['percent']} % of the answers`,
  values_in_answers: (p) => `${toValues(p)} in ${p['answers']} answers`,

  too_few_fields: (p) => `${p['width']} of ${p['columns']} fields.${toSpan(p) || ' A line break inside quotes may be cut off.'}`,
  too_many_fields: (p) => `${p['width']} fields where there are ${p['columns']} columns.${toSpan(p) || ' A delimiter inside an answer may lack its quotes.'}`,
  nul_byte: () => 'A cell holds a NUL byte, which is no text.',
  invalid_bytes: () => 'A cell holds bytes that are no text in the encoding of the file.',
  cell_too_long: (p) => `A cell has more than ${count(p['limit'])} characters.${toSpan(p)}`,
  unclosed_quote: (p) => `A quotation mark opened in the row of line ${p['from_line']} is never closed, so everything up to line ${p['to_line']} was taken for one row.`,
  no_date: () => 'It is not known when this was submitted. Fill in the date, or give one for all rows without.',
  not_a_date: (p) => `${p['text']} is not a date. ${EXPECTED[p['order'] ?? '']}`,
  date_before_1900: (p) => `${p['text']} lies before 1900. ${EXPECTED[p['order'] ?? '']}`,
  date_in_future: (p) => `${p['text']} lies in the future. ${EXPECTED[p['order'] ?? '']}`,
  id_too_long: (p) => `An id may have ${p['limit']} characters; this one has ${count(p['length'])}.`,
};

/**
 * A note and its English sentence.
 *
 * @example say('option_columns', { count: 3 }).sentence // '3 columns, one for each option'
 */
export function say(code: NoteCode, params: NoteParams = {}): Said {
  return { note: { code, params }, sentence: SENTENCES[code](params) };
}

function toExample(p: NoteParams): string {
  const { example = '', between = '' } = p;
  if (between !== '') return `, a no-break space between ${between} for example`;
  return example === '' ? '' : `, ${example} for example`;
}

function toListed({ names = '', more = 0 }: NoteParams): string {
  return `${names}${Number(more) === 0 ? '' : ` and ${more} more`}`;
}

/** Numbers from `min` to `max`; `missing` may mean no answer, `others` are none, as `example`. */
function toNumbers(p: NoteParams): string {
  const range = `${isOne(p['is_whole']) ? 'whole numbers' : 'numbers'} from ${p['min']} to ${p['max']}`;
  const missing = Number(p['missing'] ?? 0) === 0 ? '' : `, besides ${p['missing']} that may mean no answer`;
  const others = Number(p['others'] ?? 0) === 0 ? '' : `, but ${p['others']} ${isOne(p['others']) ? 'answer is' : 'answers are'} no number: ${p['example']}`;
  return `${range}${missing}${others}${isOne(p['may_be_days']) ? "; these may be Excel's day numbers for dates" : ''}`;
}

function toValues(p: NoteParams): string {
  return `${isOne(p['has_more']) ? 'more than ' : ''}${p['values']} ${isOne(p['values']) ? 'value' : 'values'}`;
}

function toSpan(p: NoteParams): string {
  return p['to_line'] === undefined || p['to_line'] === p['from_line'] ? '' : ` It runs from line ${p['from_line']} to line ${p['to_line']}: a quotation mark may be unclosed.`;
}
