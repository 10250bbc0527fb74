import type { Note, Recognition, Told } from './recognition.ts';

export type PartName = 'header_rows' | 'encoding' | 'delimiter' | 'sheet';

/** One thing that was recognised about a file, and can be said instead. */
export type RecognisedPart = {
  name: PartName;
  /** What it is taken for now, as a choice. */
  value: string;
  /** What it can be taken for, in order. */
  choices: readonly string[];
  /** Whether a person said it; else it was found out. */
  isTold: boolean;
  confidence: 'sure' | 'likely' | 'check' | null;
  /** Why, in English, and as a note to be worded. */
  reason: string;
  note: Note;
};

const HEADER_ROWS = ['0', '1', '2', '3', '4', '5'] as const;
const ENCODINGS = ['utf-8', 'windows-1252', 'macintosh', 'utf-16le', 'utf-16be'] as const;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** What was recognised about a file before its columns, each with what else it could be. A sheet that is the only one is no choice. */
export function toRecognisedParts(recognition: Recognition): RecognisedPart[] {
  const { encoding, delimiter, sheet, told } = recognition;
  const rows = String(recognition.header_rows);
  const parts: RecognisedPart[] = [
    {
      name: 'header_rows', value: rows, choices: HEADER_ROWS.some((count) => count === rows) ? HEADER_ROWS : [...HEADER_ROWS, rows], isTold: told.header_rows !== undefined,
      confidence: recognition.header_confidence, reason: recognition.header_reason, note: recognition.header_note,
    },
  ];
  if (encoding !== null) {
    const { encoding_confidence: confidence, encoding_reason: reason, encoding_note: note } = recognition;
    parts.push({ name: 'encoding', value: encoding, choices: ENCODINGS, isTold: told.encoding !== undefined, confidence, reason: reason ?? '', note });
  }
  if (delimiter !== null) {
    const { delimiter_confidence: confidence, delimiter_reason: reason, delimiter_note: note } = recognition;
    parts.push({ name: 'delimiter', value: delimiter, choices: DELIMITERS, isTold: told.delimiter !== undefined, confidence, reason: reason ?? '', note });
  }
  if (sheet !== null && recognition.other_sheets.length > 0) {
    parts.push({ name: 'sheet', value: sheet, choices: [sheet, ...recognition.other_sheets], isTold: told.sheet !== undefined, confidence: null, reason: '', note: null });
  }
  return parts;
}

/**
 * What a person says once one part is chosen; another sheet is another table, so nothing else that was said holds for it.
 *
 * @example toTold({ encoding: 'macintosh' }, 'header_rows', '2') // { encoding: 'macintosh', header_rows: 2 }
 */
export function toTold(told: Told, name: PartName, value: string): Told {
  switch (name) {
    case 'header_rows':
      return { ...told, header_rows: Number(value) };
    case 'sheet':
      return { sheet: value };
    case 'encoding':
      return { ...told, encoding: ENCODINGS.find((one) => one === value) ?? 'utf-8' };
    case 'delimiter':
      return { ...told, delimiter: DELIMITERS.find((one) => one === value) ?? ',' };
  }
}
