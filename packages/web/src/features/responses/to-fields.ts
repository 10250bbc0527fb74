import type { Form } from '../../api/use-forms.ts';

/** A question that responses may answer: its key there, and its words. */
export type FieldName = { key: string; label: string };

const FIRST_COLUMNS = 4;

/** The questions of the forms looked at, each key once; the words of the first form that has it. */
export function toFields(forms: readonly Form[], formId: number | undefined): FieldName[] {
  const looked = forms.filter(({ id }) => formId === undefined || id === formId);
  const names = new Map<string, string>();
  for (const { key, label } of looked.flatMap(({ fields }) => fields)) if (!names.has(key)) names.set(key, label ?? key);
  return [...names].map(([key, label]) => ({ key, label }));
}

/** The keys shown as columns: those of the address, else the first four questions. */
export function toColumnKeys(columns: string | undefined, fields: readonly FieldName[]): string[] {
  return columns === undefined ? fields.slice(0, FIRST_COLUMNS).map(({ key }) => key) : columns.split('|').filter((key) => key !== '');
}
