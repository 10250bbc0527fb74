import type { FieldProblem } from '@likeness/contract';
import { foldText } from '@likeness/core';
import { invalidInput } from '../../failures/failure.ts';
import { checkFields } from '../forms/check-fields.ts';
import type { ColumnChoice, ImportField, ImportMapping } from './import.ts';

const MOST_FIELDS = 2000;
const ONCE = ['submitted_at', 'respondent_key', 'external_id'] as const;
const MOST_PROBLEMS = 20;

/**
 * The mapping that a file is really read under, with nothing left open: every column of the file once, in order.
 *
 * Columns that were not mentioned become what was proposed, so that nothing of the file is dropped unsaid; a proposed
 * date, person or id that was given to another column becomes a field. Columns that share a key are one multi-value
 * field, described by the first of them. A field that the form has already (`known`) is read as the form says.
 *
 * Throws `invalid_input` with every problem and its place: a column the file does not have or named twice, a use that
 * only one column can have, a missing field, names that contradict each other, both or neither of form and name.
 */
export function settleMapping(given: ImportMapping, proposed: ImportMapping, known: readonly ImportField[]): ImportMapping {
  const problems = [...checkForm(given), ...checkColumns(given.columns, proposed.columns.length)];
  if (problems.length > 0) throw invalidInput(problems.slice(0, MOST_PROBLEMS));
  const columns = shareFields(completeColumns(given.columns, proposed.columns), known);
  const fieldProblems = checkSettledFields(columns, known);
  if (fieldProblems.length > 0) throw invalidInput(fieldProblems.slice(0, MOST_PROBLEMS));
  return { ...given, columns };
}

/** The fields of a mapping, each once, in the order of its first column. */
export function fieldsOf(mapping: ImportMapping): ImportField[] {
  const byKey = new Map<string, ImportField>();
  for (const { use, field } of mapping.columns) {
    if (use === 'field' && field !== undefined && !byKey.has(foldText(field.key))) byKey.set(foldText(field.key), field);
  }
  return [...byKey.values()];
}

function checkForm(given: ImportMapping): FieldProblem[] {
  if (given.form_id !== undefined && given.form_name !== undefined) return [{ path: 'form_name', message: 'name a new form, or give form_id for an existing one, not both' }];
  if (given.form_id === undefined && given.form_name === undefined) return [{ path: 'form_name', message: 'name the new form, or give form_id for an existing one' }];
  return [];
}

function checkColumns(columns: readonly ColumnChoice[], count: number): FieldProblem[] {
  const seen = new Map<number, number>();
  const uses = new Map<string, number>();
  return columns.flatMap((column, position): FieldProblem[] => {
    const path = `columns[${position}]`;
    const sameIndex = seen.get(column.index);
    const sameUse = uses.get(column.use);
    seen.set(column.index, position);
    if (ONCE.some((use) => use === column.use)) uses.set(column.use, position);
    if (column.index >= count) return [{ path: `${path}.index`, message: `the file has ${count} columns, 0 to ${count - 1}` }];
    if (sameIndex !== undefined) return [{ path: `${path}.index`, message: `column ${column.index} is columns[${sameIndex}] already` }];
    if (sameUse !== undefined) return [{ path: `${path}.use`, message: `only one column can be the ${column.use}; columns[${sameUse}] is it already` }];
    if (column.use === 'field' && column.field === undefined) return [{ path: `${path}.field`, message: 'say what the field is, at least its key' }];
    if (column.field?.key === '__proto__') return [{ path: `${path}.field.key`, message: '"__proto__" is not accepted as a key' }];
    return [];
  });
}

function completeColumns(given: readonly ColumnChoice[], proposed: readonly ColumnChoice[]): ColumnChoice[] {
  const byIndex = new Map(given.map((column) => [column.index, column]));
  const taken = new Set(given.map(({ use }) => use));
  return proposed.map((column): ColumnChoice => {
    const chosen = byIndex.get(column.index);
    if (chosen !== undefined) return chosen;
    if (column.use === 'field' || column.use === 'ignore' || !taken.has(column.use)) return column;
    const key = `${column.use}_${column.index + 1}`;
    return { index: column.index, use: 'field', field: { ...PLAIN_FIELD, key } };
  });
}

const PLAIN_FIELD: Omit<ImportField, 'key'> = {
  label: '', attribute: null, type: 'text', aliases: [], delimiter: null, missing: [], date_order: null, language: null, role: null, is_personal: false,
};

function shareFields(columns: readonly ColumnChoice[], known: readonly ImportField[]): ColumnChoice[] {
  const knownByKey = new Map(known.map((field) => [foldText(field.key), field]));
  const uses = new Map<string, number>();
  for (const { use, field } of columns) {
    if (use === 'field' && field !== undefined) uses.set(foldText(field.key), (uses.get(foldText(field.key)) ?? 0) + 1);
  }
  const shared = new Map<string, ImportField>();
  return columns.map((column) => {
    if (column.use !== 'field' || column.field === undefined) return column;
    const key = foldText(column.field.key);
    const own: ImportField = (uses.get(key) ?? 0) > 1 ? { ...column.field, type: 'multi' } : column.field;
    const field = shared.get(key) ?? knownByKey.get(key) ?? own;
    shared.set(key, field);
    return { ...column, field };
  });
}

/** Contradictions among the names, told at the first column of the field. */
function checkSettledFields(columns: readonly ColumnChoice[], known: readonly ImportField[]): FieldProblem[] {
  const fields = fieldsOf({ columns: [...columns] });
  const knownKeys = new Set(known.map(({ key }) => foldText(key)));
  const added = fields.filter(({ key }) => !knownKeys.has(foldText(key)));
  if (known.length + added.length > MOST_FIELDS) return [{ path: 'columns', message: `make ${known.length + added.length} fields; a form can have ${MOST_FIELDS}. Ignore some columns` }];
  return checkFields([...known, ...added]).map((problem) => ({ ...problem, path: toColumnPath(problem.path, columns, known.length, added) }));
}

function toColumnPath(path: string, columns: readonly ColumnChoice[], knownCount: number, added: readonly ImportField[]): string {
  const [, position = '', rest = ''] = /^fields\[(\d+)\](.*)$/u.exec(path) ?? [];
  const field = added[Number(position) - knownCount];
  const column = columns.findIndex((choice) => choice.field === field);
  return field === undefined || column === -1 ? path : `columns[${column}].field${rest}`;
}
