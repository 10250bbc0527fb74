import { ColumnProfile } from './columns/column-profile.ts';
import { proposeFields, toRecognisedColumn } from './columns/propose-fields.ts';
import type { ProfiledColumn } from './columns/propose-fields.ts';
import { detectDialect } from './csv/detect-dialect.ts';
import type { CsvRecord } from './csv/csv-records.ts';
import { detectEncoding, type DetectedEncoding } from './encoding/detect-encoding.ts';
import { decodeText } from './encoding/text-decoding.ts';
import { fileKindOf, refuseBinary } from './file-kind.ts';
import { detectHeader } from './header/detect-header.ts';
import { readHeaderAs } from './header/read-header-as.ts';
import { refuseSummaryTable, refuseSummaryWorkbook } from './header/refuse-summary.ts';
import { toLimits } from './limits.ts';
import type { SurveyFileLimits } from './limits.ts';
import { openTable } from './open-table.ts';
import { findRowProblem, type RowProblem } from './read-survey-rows.ts';
import type { Division, Recognition, TableLayout, Told } from './recognition.ts';
import { say, type Said } from './say.ts';
import { SurveyFileError } from './survey-file-error.ts';
import { readBytes } from './survey-source.ts';
import type { SurveySource } from './survey-source.ts';
import { openWorkbook } from './workbook/read-workbook.ts';

/** What a person said about the file before it was recognised; the rest is found out. Of a workbook the first visible sheet is read. */
export type RecogniseOptions = Told & { limits?: Partial<SurveyFileLimits> };

const HEAD_BYTES = 1024 * 1024;
const SAMPLE_BYTES = 256 * 1024;
const HEADER_RECORDS = 300;

/**
 * What is this survey file, and what do its columns hold? Reads up to 64 MB for the encoding and
 * 50,000 rows for the columns (both limits); memory is bounded whatever the file holds, a workbook
 * excepted, which is read whole within its limits.
 * @throws {SurveyFileError} when it is no table of survey answers, with what was seen instead.
 */
export async function recogniseSurveyFile(source: SurveySource, { limits: ownLimits, ...told }: RecogniseOptions = {}): Promise<Recognition> {
  const limits = toLimits(ownLimits);
  const head = await readHead(source, limits);
  const layout = fileKindOf(head) === 'zip' ? await recogniseWorkbook(source, told, limits) : await recogniseText(source, head, told, limits);
  const gathered = await gatherColumns(source, layout, told, limits);
  const profiled = gathered.header.columns.map((header, index): ProfiledColumn => {
    const profile = gathered.profiles[index] ?? new ColumnProfile();
    const facts = profile.facts();
    return { profile, facts, column: toRecognisedColumn(header, index, profile, facts) };
  });
  const { rowCount, exporter, reason, note, confidence } = gathered.header;
  const warnings = [...layoutWarnings(layout), ...gathered.header.warnings, ...gathered.warnings];
  return {
    fileName: source.name,
    sizeBytes: source.sizeBytes,
    layout,
    header: { rowCount, exporter, reason, note, confidence },
    rows: gathered.rows,
    columns: profiled.map(({ column }) => column),
    fields: proposeFields(profiled),
    warnings: warnings.map(({ sentence }) => sentence),
    remarks: warnings.map((warning) => warning.note),
    ...(layout.format !== 'xlsx' && { division: gathered.division }),
    told,
  };
}

async function readHead(source: SurveySource, limits: SurveyFileLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of readBytes(source, limits)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks);
}

async function recogniseWorkbook(source: SurveySource, options: Told, limits: SurveyFileLimits): Promise<TableLayout> {
  const { sheets } = await openWorkbook(source, limits);
  const names = sheets.map(({ name }) => name);
  refuseSummaryWorkbook(names);
  const sheetName = options.sheetName ?? names[0];
  if (sheetName === undefined || !names.includes(sheetName)) {
    throw new SurveyFileError('no-such-sheet', names.length === 0 ? 'The workbook has no visible worksheet.' : `The workbook has no sheet "${sheetName}". It has ${names.map((name) => `"${name}"`).join(', ')}.`);
  }
  return { format: 'xlsx', sheetName, otherSheets: names.filter((name) => name !== sheetName) };
}

async function recogniseText(source: SurveySource, head: Buffer, options: Told, limits: SurveyFileLimits): Promise<TableLayout> {
  const encoding =
    options.encoding === undefined
      ? await detectEncoding(readBytes(source, limits), limits.encodingBytes)
      : toToldEncoding(options.encoding);
  let sample = '';
  for await (const text of decodeText(oneChunk(head.subarray(0, SAMPLE_BYTES)), encoding.name)) sample += text;
  if (sample.trim() === '' && source.sizeBytes <= SAMPLE_BYTES) throw new SurveyFileError('empty-file', 'The file holds nothing but white space.');
  refuseBinary(sample);
  const detected = detectDialect(sample, head.length <= SAMPLE_BYTES, limits);
  const dialect = options.delimiter === undefined ? detected : { ...detected, delimiter: options.delimiter };
  return { format: dialect.delimiter === '\t' ? 'tsv' : 'csv', encoding, dialect };
}

function toToldEncoding(name: DetectedEncoding['name']): DetectedEncoding {
  const { note, sentence } = say('as_told');
  return { name, hasByteOrderMark: false, confidence: 'sure', reason: sentence, note, warning: null, warningNote: null };
}

async function* oneChunk(chunk: Buffer): AsyncGenerator<Buffer> {
  yield chunk;
}

type Gathered = {
  header: ReturnType<typeof detectHeader>;
  profiles: ColumnProfile[];
  rows: Recognition['rows'];
  division: Division;
  warnings: Said[];
};

async function gatherColumns(source: SurveySource, layout: TableLayout, told: Told, limits: SurveyFileLimits): Promise<Gathered> {
  const opening: CsvRecord[] = [];
  let gatherer: ColumnGatherer | null = null;
  for await (const records of openTable(source, layout, limits)) {
    for (const record of records) {
      if (gatherer !== null) gatherer.add(record);
      else if (opening.push(record) === HEADER_RECORDS) gatherer = startGathering(opening, told, limits);
      if (gatherer !== null && gatherer.rows >= limits.profileRows) return gatherer.finish(estimateRows(source, layout, gatherer));
    }
  }
  gatherer ??= startGathering(opening, told, limits);
  if (gatherer.rows === 0) throw new SurveyFileError('header-only', `The file has ${gatherer.header.columns.length} column names but no answers under them.`);
  return gatherer.finish({ count: gatherer.rows, isExact: true });
}

function startGathering(opening: readonly CsvRecord[], { headerRows }: Told, limits: SurveyFileLimits): ColumnGatherer {
  const first = opening[0];
  if (first === undefined) throw new SurveyFileError('empty-file', 'The file holds no rows.');
  if (first.width > limits.columns) {
    throw new SurveyFileError('too-many-columns', `The first row has ${first.width.toLocaleString('en')} cells; the limit is ${limits.columns.toLocaleString('en')} columns.`);
  }
  const rows = opening.map((record) => record.cells);
  refuseSummaryTable(rows);
  const gatherer = new ColumnGatherer(headerRows === undefined ? detectHeader(rows) : readHeaderAs(rows, headerRows), limits);
  for (const record of opening.slice(gatherer.header.rowCount)) gatherer.add(record);
  return gatherer;
}

/** Profiles the columns from the rows that can be read and counts those that cannot. */
class ColumnGatherer {
  readonly header: ReturnType<typeof detectHeader>;
  rows = 0;
  characters = 0;
  readonly #limits: SurveyFileLimits;
  readonly #profiles: ColumnProfile[];
  #problems = 0;
  #uneven = 0;
  #firstProblem: { line: number; problem: RowProblem } | null = null;

  constructor(header: ReturnType<typeof detectHeader>, limits: SurveyFileLimits) {
    this.header = header;
    this.#limits = limits;
    this.#profiles = header.columns.map(() => new ColumnProfile(header.columns.length));
  }

  add(record: CsvRecord): void {
    this.rows += 1;
    this.characters += record.cells.reduce((sum, cell) => sum + cell.length + 1, 0);
    const problem = findRowProblem(record, this.#profiles.length, this.#limits);
    if (problem === null) {
      for (const [index, profile] of this.#profiles.entries()) profile.add(record.cells[index] ?? '');
      return;
    }
    this.#problems += 1;
    if (problem.code === 'too-few-fields' || problem.code === 'too-many-fields') this.#uneven += 1;
    this.#firstProblem ??= { line: record.line, problem };
  }

  finish(rows: Recognition['rows']): Gathered {
    const first = this.#firstProblem;
    const said = { count: this.#problems, rows: this.rows, line: first?.line ?? 0, problem: first?.problem.note.code ?? '', ...first?.problem.note.params };
    return { header: this.header, profiles: this.#profiles, rows, division: this.#division(), warnings: first === null ? [] : [say('rows_unreadable', said)] };
  }

  #division(): Division {
    const columns = this.#profiles.length;
    const said = columns === 1 ? say('one_column') : this.#uneven === 0 ? say('columns_even', { columns }) : say('columns_uneven', { columns, uneven: this.#uneven, rows: this.rows });
    const isDoubtful = columns === 1 || this.#uneven > this.rows / 20;
    return { confidence: isDoubtful ? 'check' : this.#uneven > 0 ? 'likely' : 'sure', reason: said.sentence, note: said.note };
  }
}

function estimateRows(source: SurveySource, layout: TableLayout, gatherer: ColumnGatherer): Recognition['rows'] {
  const bytesPerCharacter = layout.format !== 'xlsx' && layout.encoding.name.startsWith('utf-16') ? 2 : 1;
  const count = Math.round((source.sizeBytes / bytesPerCharacter / Math.max(gatherer.characters, 1)) * gatherer.rows);
  return { count: Math.max(count, gatherer.rows), isExact: false };
}

function layoutWarnings(layout: TableLayout): Said[] {
  if (layout.format === 'xlsx') {
    return layout.otherSheets.length === 0 ? [] : [say('other_sheets', { sheet: layout.sheetName, names: layout.otherSheets.map((name) => `"${name}"`).join(', ') })];
  }
  const { encoding } = layout;
  if (encoding.warningNote) return [say(encoding.warningNote.code, encoding.warningNote.params)];
  return encoding.confidence === 'check' && encoding.note ? [say('encoding_guessed', encoding.note.params)] : [];
}
