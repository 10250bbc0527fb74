import { foldText } from '@likeness/core';
import type { JsonObject, JsonValue } from '../../db/tables.ts';
import type { FormFieldRow } from '../dictionary/to-field-definitions.ts';

/** A column of exported answers: the key they were given under, what joins several values in one cell, and whether they are numbers. */
export type AnswerColumn = { key: string; joiner: string; kind: 'value' | 'number' };

/**
 * Under which heads are the answers of a form exported?
 *
 * The form's fields in their order, each followed by the other keys that mean it (its label, an alias, another case),
 * as far as there are answers under them; then the keys that no field knows, in code-unit order. So no answer is left
 * out, and the order stays while the form does. With `includePersonal` false, fields marked as personal are left out
 * under all their names.
 *
 * @example toAnswerColumns([fieldWithKey('age')], ['Age', 'shoe size'], false) // keys: age, Age, shoe size
 */
export function toAnswerColumns(fields: readonly FormFieldRow[], answeredKeys: readonly string[], includePersonal: boolean): AnswerColumn[] {
  const fieldsByName = new Map<string, FormFieldRow>();
  // A field's own key goes before what others call it.
  for (const namesOf of [ownNames, otherNames]) {
    for (const field of fields) {
      for (const name of namesOf(field).map(foldText)) {
        if (name !== '' && !fieldsByName.has(name)) fieldsByName.set(name, field);
      }
    }
  }
  const keysByField = new Map<FormFieldRow | undefined, Set<string>>(fields.map((field) => [field, new Set([field.key])]));
  const unknown = new Set<string>();
  for (const key of answeredKeys) (keysByField.get(fieldsByName.get(foldText(key))) ?? unknown).add(key);
  const known = fields
    .filter((field) => includePersonal || !field.is_personal)
    .flatMap((field) => [...(keysByField.get(field) ?? [])].map((key) => ({ key, joiner: field.delimiter ?? DEFAULT_JOINER, kind: kindOf(field) })));
  return [...known, ...[...unknown].map((key) => ({ key, joiner: DEFAULT_JOINER, kind: 'value' as const }))];
}

/**
 * The fields of several forms as those of one: of fields with the same key the first stands for all, and it is personal when
 * one of them is.
 */
export function joinFields(forms: readonly (readonly FormFieldRow[])[]): FormFieldRow[] {
  const byKey = new Map<string, FormFieldRow>();
  for (const field of forms.flat()) {
    const name = foldText(field.key);
    const known = byKey.get(name);
    if (known === undefined) byKey.set(name, field);
    else if (field.is_personal && !known.is_personal) byKey.set(name, { ...known, is_personal: true });
  }
  return [...byKey.values()];
}

/** What a response answered in each of these columns. */
export function toAnswerCells(columns: readonly AnswerColumn[], answers: JsonObject): (string | number | boolean | null)[] {
  return columns.map(({ key, joiner }) => toCell(Object.hasOwn(answers, key) ? answers[key] : null, joiner));
}

function kindOf({ type }: FormFieldRow): AnswerColumn['kind'] {
  return type === 'number' ? 'number' : 'value';
}

const DEFAULT_JOINER = ', ';

function ownNames(field: FormFieldRow): string[] {
  return [field.key];
}

function otherNames(field: FormFieldRow): string[] {
  return [field.label, ...(field.attribute === null ? [] : [field.attribute]), ...field.aliases];
}

/**
 * An answer as the text of a cell. Several values are joined as the form joins them, unless one of them holds the
 * joiner or is no plain value: then the cell is JSON, which loses nothing. Missing: null, an empty cell.
 *
 * @example toCell(['a', 'b'], ', ') // 'a, b'
 * @example toCell(['a, b', 'c'], ', ') // '["a, b","c"]'
 */
export function toCell(answer: JsonValue | undefined, joiner: string): string | number | boolean | null {
  if (answer === undefined || answer === null || typeof answer !== 'object') return answer ?? null;
  const isPlain = Array.isArray(answer) && answer.every((value) => isPlainValue(value) && !String(value).includes(joiner));
  return isPlain ? answer.join(joiner) : JSON.stringify(answer);
}

function isPlainValue(value: JsonValue): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
