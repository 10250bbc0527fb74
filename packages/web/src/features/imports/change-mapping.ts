import type { ColumnChoice, Field, Mapping } from './recognition.ts';

/** Everything a column can become, in one list: a use of its own, or a field of a type. */
export const COLUMN_KINDS = [
  'text', 'number', 'date', 'choice', 'multi', 'boolean', 'submitted_at', 'respondent_key', 'external_id', 'ignore',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** What a column becomes: the type of its field, or its use when that is not a field. */
export function kindOf({ use, field }: ColumnChoice): ColumnKind {
  return use === 'field' ? (field?.type ?? 'text') : use;
}

/**
 * The mapping with one column of another kind. A use that only one column can have (`submitted_at`, `respondent_key`,
 * `external_id`) is taken from the column that had it, which becomes text. Columns of one question change together.
 *
 * @example changeKind(mapping, 3, 'ignore').columns[3].use // 'ignore'
 */
export function changeKind(mapping: Mapping, index: number, kind: ColumnKind): Mapping {
  const isOnce = kind === 'submitted_at' || kind === 'respondent_key' || kind === 'external_id';
  const columns = mapping.columns.map((column): ColumnChoice => {
    if (column.index === index) return toKind(column, kind);
    return isOnce && column.use === kind ? toKind(column, 'text') : column;
  });
  const changed: Mapping = { ...mapping, columns };
  const { field } = columns.find((column) => column.index === index) ?? {};
  return isOnce || kind === 'ignore' || field === undefined ? changed : changeField(changed, index, field);
}

/**
 * The mapping with other properties of one column's field. All columns that share its key are one question, and change
 * with it; a new key goes for the column alone.
 */
export function changeField(mapping: Mapping, index: number, change: Partial<Field>): Mapping {
  const own = mapping.columns.find((column) => column.index === index)?.field;
  if (own === undefined) return mapping;
  const isAlone = change.key !== undefined && change.key !== own.key;
  const columns = mapping.columns.map((column): ColumnChoice => {
    const isMeant = column.index === index || (!isAlone && column.use === 'field' && column.field?.key === own.key);
    return isMeant && column.field !== undefined ? { ...column, field: { ...column.field, ...change } } : column;
  });
  return { ...mapping, columns };
}

/** The mapping that goes into a new form of this name, or into an existing one. */
export function changeTarget({ columns, submitted_at }: Mapping, target: { form_id: number } | { form_name: string }): Mapping {
  return { ...target, columns, ...(submitted_at !== undefined && { submitted_at }) };
}

/** The mapping with another time for rows without a date; null: such rows are refused. */
export function changeSubmittedAt(mapping: Mapping, at: string | null): Mapping {
  const { submitted_at: before, ...others } = mapping;
  if (at === null) return others;
  return before === at ? mapping : { ...others, submitted_at: at };
}

/** Turns on or off that an answer means "no answer", for one field. */
export function toggleMissing(mapping: Mapping, index: number, token: string): Mapping {
  const missing = mapping.columns.find((column) => column.index === index)?.field?.missing ?? [];
  return changeField(mapping, index, { missing: missing.includes(token) ? missing.filter((one) => one !== token) : [...missing, token] });
}

function toKind(column: ColumnChoice, kind: ColumnKind): ColumnChoice {
  const field = column.field ?? toPlainField(column.index);
  switch (kind) {
    case 'submitted_at':
      return { ...column, use: kind, field, ...(field.date_order !== null && { date_order: field.date_order }) };
    case 'respondent_key':
    case 'external_id':
    case 'ignore':
      return { ...column, use: kind, field };
    default:
      return { index: column.index, use: 'field', field: { ...field, type: kind, delimiter: kind === 'multi' ? (field.delimiter ?? ',') : null } };
  }
}

function toPlainField(index: number): Field {
  return {
    key: `column_${index + 1}`, label: '', attribute: null, type: 'text', aliases: [], delimiter: null, missing: [], date_order: null, language: null,
    role: null, is_personal: false,
  };
}
