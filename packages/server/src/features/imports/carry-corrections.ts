import { isDeepStrictEqual } from 'node:util';
import { foldText } from '@likeness/core';
import type { Recognition } from '../../survey-file/recognition.ts';
import type { ColumnChoice, ImportField, ImportMapping } from './import.ts';

/** How a file was read, what was proposed for it then, and what a person made of that (null: nothing yet). */
type Before = { recognition: Recognition; proposed: ImportMapping; mapping: ImportMapping | null };
/** How it is read now. */
type Now = { recognition: Recognition; proposed: ImportMapping };

/**
 * The mapping to go on with when a file is read in another way: what is proposed now, with everything that a person
 * changed about columns that are still there.
 *
 * A column is still there when one is called the same; else, in the same sheet with as many columns, it is the one in the
 * same place. Where a use that only one column can have is taken twice that way, the corrected column has it.
 *
 * @example carryCorrections(before, now).columns[2].field.key // the key that was typed for the third column
 */
export function carryCorrections(before: Before, now: Now): ImportMapping {
  const { columns: _, ...proposed } = now.proposed;
  if (before.mapping === null) return now.proposed;
  const placeOf = matchColumns(before.recognition, now.recognition);
  const corrected = new Map<number, ColumnChoice>();
  for (const choice of before.mapping.columns) {
    const original = before.proposed.columns.find(({ index }) => index === choice.index);
    const place = placeOf.get(choice.index);
    const fresh = now.proposed.columns.find(({ index }) => index === place);
    if (original === undefined || fresh === undefined || isDeepStrictEqual(choice, original)) continue;
    corrected.set(fresh.index, correct(fresh, original, choice));
  }
  const taken = new Set<ColumnChoice['use']>([...corrected.values()].map(({ use }) => use).filter((use) => use !== 'field' && use !== 'ignore'));
  const columns = now.proposed.columns.map((column) => corrected.get(column.index) ?? (taken.has(column.use) ? toField(column, now.recognition) : column));
  return { ...proposed, ...toTarget(before), columns };
}

/** Where each column of before stands now, by place. */
function matchColumns(before: Recognition, now: Recognition): Map<number, number> {
  const byName = new Map<string, number>();
  for (const { header, index } of now.columns) if (!byName.has(foldText(header))) byName.set(foldText(header), index);
  const isSameTable = sheetOf(before) === sheetOf(now) && before.columns.length === now.columns.length;
  return new Map(before.columns.flatMap(({ header, index }) => {
    const place = byName.get(foldText(header)) ?? (isSameTable ? index : undefined);
    return place === undefined ? [] : [[index, place] as const];
  }));
}

function sheetOf({ layout }: Recognition): string | null {
  return layout.format === 'xlsx' ? layout.sheetName : null;
}

/** The fresh proposal with what `choice` changed about the original one. */
function correct(fresh: ColumnChoice, original: ColumnChoice, choice: ColumnChoice): ColumnChoice {
  const use = choice.use === original.use ? fresh.use : choice.use;
  const order = isDeepStrictEqual(choice.date_order, original.date_order) ? fresh.date_order : choice.date_order;
  const field = choice.field === undefined ? fresh.field : correctField(fresh.field, original.field, choice.field);
  return { index: fresh.index, use, ...(field !== undefined && { field }), ...(order !== undefined && use === 'submitted_at' && { date_order: order }) };
}

function correctField(fresh: ImportField | undefined, original: ImportField | undefined, chosen: ImportField): ImportField {
  if (fresh === undefined || original === undefined) return chosen;
  const changed = Object.entries(chosen).filter(([name, value]) => !isDeepStrictEqual(value, original[name as keyof ImportField]));
  return { ...fresh, ...Object.fromEntries(changed) };
}

/** A column whose proposed use another one has: an answer, called as its header says. */
function toField({ index, field }: ColumnChoice, recognition: Recognition): ColumnChoice {
  const seen = recognition.fields.find(({ columns }) => columns.includes(index));
  const plain: ImportField = {
    key: seen?.key ?? `column_${index + 1}`, label: (seen?.header ?? '').slice(0, 1000).toWellFormed(), attribute: null, type: 'text', aliases: [], delimiter: null,
    missing: [], date_order: null, language: null, role: null, is_personal: false,
  };
  return { index, use: 'field', field: field ?? plain };
}

/** Form and date for rows without one, where they are not as they were proposed. */
function toTarget({ proposed, mapping }: Before): Pick<ImportMapping, 'form_id' | 'form_name' | 'submitted_at'> {
  if (mapping === null) return {};
  const hasOwnDate = mapping.submitted_at !== undefined && mapping.submitted_at !== proposed.submitted_at;
  return {
    ...(mapping.form_id === undefined ? { form_name: mapping.form_name } : { form_id: mapping.form_id, form_name: undefined }),
    ...(hasOwnDate && { submitted_at: mapping.submitted_at }),
  };
}
