import { type ColumnKind, kindOf } from './change-mapping.ts';
import type { ColumnChoice, Field, Mapping, Note, Recognition, SeenColumn, SeenField } from './recognition.ts';

/** One column of the file beside what becomes of it. */
export type ColumnView = {
  index: number;
  /** Empty for a column without a header. */
  header: string;
  samples: readonly string[];
  kind: ColumnKind;
  field: Field | null;
  choice: ColumnChoice;
  /** 0..100 */
  answeredPercent: number;
  confidence: SeenField['confidence'];
  /** Why, in English, and as a note to be worded. */
  reason: string;
  note: Note;
  metric: SeenField['metric'];
  personalData: string | null;
  isEmpty: boolean;
  distinct: { count: number; isCapped: boolean };
  /** Whether a person should look at it: not sure, personal data, or something the check did not accept. */
  isToCheck: boolean;
  /** What the check did not accept about this column. */
  problems: readonly string[];
};

/** An answer that may mean "no answer", in one field. */
export type MissingView = { index: number; token: string; fieldKey: string; count: number; isOn: boolean };

export type ColumnsView = {
  columns: ColumnView[];
  used: number;
  empty: number;
  toCheck: number;
  missing: MissingView[];
  hasDate: boolean;
  hasRespondent: boolean;
};

type Problem = { path: string; message: string };

/**
 * What the columns step shows: each column with its samples, what it becomes and what was seen.
 *
 * `problems` are those of the last check, with paths as `columns[3].field.key`; positions are those of `mapping.columns`.
 */
export function toColumnsView(recognition: Recognition, mapping: Mapping, problems: readonly Problem[] = []): ColumnsView {
  const fieldOf = new Map(recognition.fields.flatMap((field) => field.columns.map((index) => [index, field] as const)));
  const seenOf = new Map(recognition.columns.map((column) => [column.index, column]));
  const columns = mapping.columns.flatMap((choice, position): ColumnView[] => {
    const seen = seenOf.get(choice.index);
    return seen === undefined ? [] : [toColumn(choice, seen, fieldOf.get(choice.index) ?? null, problemsOf(problems, position))];
  });
  return {
    columns,
    used: columns.filter(({ kind }) => kind !== 'ignore').length,
    empty: columns.filter(({ isEmpty }) => isEmpty).length,
    toCheck: columns.filter(({ isToCheck }) => isToCheck).length,
    missing: toMissing(recognition, mapping),
    hasDate: mapping.columns.some(({ use }) => use === 'submitted_at'),
    hasRespondent: mapping.columns.some(({ use }) => use === 'respondent_key'),
  };
}

/** Problems of a check that belong to no column, as messages. */
export function problemsOfAll(problems: readonly Problem[]): string[] {
  return problems.filter(({ path }) => !/^columns\[\d+\]/u.test(path)).map(({ message }) => message);
}

function problemsOf(problems: readonly Problem[], position: number): string[] {
  return problems.filter(({ path }) => path === `columns[${position}]` || path.startsWith(`columns[${position}].`)).map(({ message }) => message);
}

function toColumn(choice: ColumnChoice, seen: SeenColumn, field: SeenField | null, problems: readonly string[]): ColumnView {
  const kind = kindOf(choice);
  const confidence = field?.confidence ?? 'check';
  const personalData = field?.personal_data ?? null;
  const isUncertain = kind !== 'ignore' && !seen.is_empty && (confidence === 'check' || personalData !== null);
  return {
    index: choice.index,
    header: seen.header,
    samples: seen.samples,
    kind,
    field: choice.use === 'field' ? (choice.field ?? null) : null,
    choice,
    answeredPercent: 100 * seen.answered_share,
    confidence,
    reason: field?.reason ?? '',
    note: field?.note ?? null,
    metric: field?.metric ?? null,
    personalData,
    isEmpty: seen.is_empty,
    distinct: { count: seen.distinct_count, isCapped: seen.is_distinct_capped },
    isToCheck: isUncertain || problems.length > 0,
    problems,
  };
}

function toMissing(recognition: Recognition, mapping: Mapping): MissingView[] {
  return recognition.fields.flatMap((seen) => {
    const choice = mapping.columns.find(({ index, use }) => use === 'field' && seen.columns.includes(index));
    if (choice?.field === undefined) return [];
    const { key, missing } = choice.field;
    return seen.missing.map(({ token, count }) => ({ index: choice.index, token, fieldKey: key, count, isOn: missing.includes(token) }));
  });
}
