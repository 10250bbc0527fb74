import { foldText, resolveField } from '@likeness/core';
import type { Dictionaries } from '../dictionary/dictionary.queries.ts';
import type { FormFieldRow } from '../dictionary/to-field-definitions.ts';

/** An attribute that responses hold, named as the contract names it. */
export type HeldAttribute = {
  attribute: string;
  label: string | null;
  type: FormFieldRow['type'] | null;
  role: FormFieldRow['role'];
  is_personal: boolean;
  form_ids: number[];
  responses: number;
};

/** A form's raw keys, and how many responses it has. */
export type FormKeys = { formId: number; keys: readonly string[]; responses: number };

/**
 * Which attributes do the responses hold? By folded name, in the order of their names.
 *
 * Keys that mean one attribute are one. The first form with a field for it says name, label, type and role; it is personal
 * where any form says so. Without a field it is called like its key: the one that is already folded, else the first.
 */
export function listHeldAttributes(forms: readonly FormKeys[], dictionaries: Pick<Dictionaries, 'forForm' | 'fieldsOf'>): Map<string, HeldAttribute> {
  const held = new Map<string, HeldAttribute>();
  const declared = new Set<string>();
  for (const { formId, keys, responses } of forms) {
    const dictionary = dictionaries.forForm(formId);
    const fields = fieldsByName(dictionaries.fieldsOf(formId), dictionary);
    for (const key of keys) {
      const name = resolveField(dictionary, key).names[0];
      const field = fields.get(name);
      const known = held.get(name) ?? { attribute: key, label: null, type: null, role: null, is_personal: false, form_ids: [], responses: 0 };
      if (!known.form_ids.includes(formId)) {
        known.form_ids.push(formId);
        known.responses += responses;
      }
      if (field !== undefined && !declared.has(name)) known.attribute = field.attribute ?? field.key;
      else if (key === name && !declared.has(name)) known.attribute = key;
      if (field !== undefined) declared.add(name);
      known.label ??= field === undefined || field.label === '' ? null : field.label;
      known.type ??= field?.type ?? null;
      known.role ??= field?.role ?? null;
      known.is_personal ||= field?.is_personal ?? false;
      held.set(name, known);
    }
  }
  return new Map([...held].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The first field of each attribute. Personal data stays so whichever field says it. */
function fieldsByName(fields: readonly FormFieldRow[], dictionary: ReturnType<Dictionaries['forForm']>): Map<string, FormFieldRow> {
  const byName = new Map<string, FormFieldRow>();
  for (const field of fields) {
    const name = resolveField(dictionary, field.key).names[0];
    const known = byName.get(name);
    byName.set(name, known ? { ...known, is_personal: known.is_personal || field.is_personal } : field);
  }
  return byName;
}

/** Those whose name or label contains the text, compared as rules compare. */
export function searchAttributes(held: Iterable<HeldAttribute>, search: string): HeldAttribute[] {
  const wanted = foldText(search);
  return [...held].filter(({ attribute, label }) => foldText(attribute).includes(wanted) || foldText(label ?? '').includes(wanted));
}
