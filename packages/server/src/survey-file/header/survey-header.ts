import type { Confidence } from '../encoding/detect-encoding.ts';
import type { Note, Said } from '../say.ts';

/** The programs whose exports are known. */
export type Exporter = 'google-forms' | 'qualtrics' | 'surveymonkey';

/** What the header rows say about one column. */
export type ColumnHeader = {
  /** The whole question as written, with its option where there is one; unique in the file, never empty. */
  header: string;
  /** The short name an exporter gives beside the question (`Q1`), else null. */
  shortName: string | null;
  /** The question alone. Columns of one question follow each other. */
  question: string;
  /** The answer option or row of a grid that this column stands for; null for the question's only column. */
  option: string | null;
};

/** The header of a survey file. */
export type SurveyHeader = {
  /** How many records at the top are no answers. */
  rowCount: number;
  exporter: Exporter | null;
  /** Why these rows, in plain words. */
  reason: string;
  note: Note;
  confidence: Confidence;
  columns: ColumnHeader[];
  /** What a person should know: blank or repeated names, a first row that looks like answers. */
  warnings: Said[];
};
