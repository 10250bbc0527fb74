import type { DateOrder, FieldType } from '@likeness/core';
import type { PersonalData } from './columns/personal-data.ts';
import type { FieldRole, MetricProposal } from './columns/propose-role.ts';
import type { MissingToken } from './columns/missing-tokens.ts';
import type { CsvDialect, Delimiter } from './csv/csv-dialect.ts';
import type { Confidence, DetectedEncoding } from './encoding/detect-encoding.ts';
import type { TextEncodingName } from './encoding/text-decoding.ts';
import type { ColumnHeader, SurveyHeader } from './header/survey-header.ts';
import type { Note } from './say.ts';

/** How the table is kept in the file: delimited text, or one worksheet of a workbook. */
export type TableLayout =
  | { format: 'csv' | 'tsv'; encoding: Omit<DetectedEncoding, 'note' | 'warningNote'> & Partial<DetectedEncoding>; dialect: CsvDialect }
  | { format: 'xlsx'; sheetName: string; otherSheets: string[] };

/** What was seen in one column. */
export type RecognisedColumn = ColumnHeader & {
  /** Place in the row, from 0. */
  index: number;
  /** Up to three different answers, the first ones met. */
  samples: string[];
  /** Share of the rows looked at that have an answer (0..1). */
  answeredShareRatio: number;
  distinctCount: number;
  /** True when there were more distinct answers than are counted. */
  isDistinctCapped: boolean;
  /** Smallest and largest number among the answers, null where there is none. */
  min: number | null;
  max: number | null;
  isEmpty: boolean;
};

/** One attribute proposed for the file: a column, or the columns of one check-all-that-apply question. */
export type RecognisedField = {
  /** Unique, snake case; the key under which answers would be kept. */
  key: string;
  /** The question as written, unique in the file. */
  header: string;
  /** Indices into `Recognition.columns`; more than one for a column-per-option question. */
  columns: number[];
  type: FieldType;
  confidence: Confidence;
  reason: string;
  /** The reason, to be worded in any language; absent in what was stored before there were notes. */
  note?: Note;
  /** Of several values kept in one cell, else null. */
  delimiter: string | null;
  /** Of dates that are not ISO, else null. */
  dateOrder: DateOrder | null;
  role: FieldRole | null;
  metric: MetricProposal | null;
  personalData: PersonalData | null;
  /** Answers that may mean "no answer". For a person to decide; nothing applies them. */
  missing: MissingToken[];
};

/** Everything found out about a survey file. Plain data: it may be kept and shown. */
export type Recognition = {
  fileName: string;
  sizeBytes: number;
  layout: TableLayout;
  header: Pick<SurveyHeader, 'rowCount' | 'exporter' | 'reason'> & Partial<Pick<SurveyHeader, 'note' | 'confidence'>>;
  /** Rows of answers; an estimate from the bytes read when `isExact` is false. */
  rows: { count: number; isExact: boolean };
  columns: RecognisedColumn[];
  fields: RecognisedField[];
  /** Plain sentences for the person who brought the file. */
  warnings: string[];
  /** What was found out later than the first imports that are stored. */
  remarks?: Note[];
  /** How evenly the delimiter divides the rows. */
  division?: Division;
  /** What a person said; the rest was found out. */
  told?: Told;
};

/** How far the delimiter can be trusted, and why. */
export type Division = { confidence: Confidence; reason: string; note: Note };

/** What a person may say about a file before its columns are looked at. */
export type Told = {
  encoding?: TextEncodingName;
  delimiter?: Delimiter;
  /** Name of the worksheet. */
  sheetName?: string;
  /** Rows at the top that are no answers; 0: no row names the columns. */
  headerRows?: number;
};
