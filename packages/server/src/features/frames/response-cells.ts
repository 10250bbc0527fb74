import { candidateKeys, foldText, resolveField, type Dictionary, type Field } from '@likeness/core';
import { toLiteral } from '../../db/copy-out.ts';

/** For one attribute of one form: which of the copied cells to offer, in the order in which they are tried. */
export type OfferedCells = { position: number; cells: number[] };

/** What to copy for some attributes of all forms: the raw keys, each one cell of a row, and what each form's cells mean. */
export type CellPlan = { keys: string[]; byForm: Map<number, OfferedCells[]> };

/** An attribute as the rules write it, folded, and the number of its column in the frame. */
export type WantedColumn = { attribute: string; position: number };

/**
 * Which raw keys have to be read for these columns, form by form?
 *
 * A form without any key that means a column has nothing to offer for it. Keys that several forms use are copied once.
 *
 * @example planCells([{ attribute: 'age', position: 0 }], new Map([[7, ['Age', 'city']]]), () => dictionary)
 * // { keys: ['Age'], byForm: Map { 7 => [{ position: 0, cells: [0] }] } }
 */
export function planCells(columns: readonly WantedColumn[], formKeys: ReadonlyMap<number, readonly string[]>, forForm: (formId: number) => Dictionary): CellPlan {
  const cellOfKey = new Map<string, number>();
  const toCell = (key: string): number => {
    const cell = cellOfKey.get(key) ?? cellOfKey.size;
    cellOfKey.set(key, cell);
    return cell;
  };
  const byForm = new Map<number, OfferedCells[]>();
  for (const [formId, keys] of formKeys) {
    const dictionary = forForm(formId);
    const byFoldedKey = Map.groupBy(keys, foldText);
    const offered = columns.map(({ attribute, position }) => {
      const field = resolveField(dictionary, attribute);
      const named = field.names.flatMap((name) => byFoldedKey.get(name) ?? []);
      return { position, cells: candidateKeys(field, named).map(toCell) };
    });
    byForm.set(formId, offered.filter(({ cells }) => cells.length > 0));
  }
  return { keys: [...cellOfKey.keys()], byForm };
}

/**
 * Everything about a field that decides what an answer under it is and means: equal texts, equal reading.
 *
 * @example describeField(a) === describeField(b)
 */
export function describeField({ names, missing, synonyms, ...rest }: Field): string {
  return JSON.stringify([names, [...missing].toSorted(), [...synonyms].toSorted(), rest]);
}

/** How many keys one query can copy. */
export const MOST_KEYS = 1600;

/** Which responses: all of the tenant, or those with ids in a range, both ends included. */
export type CopiedResponses = { tenantId: number; ids: { from: number; to: number } | null };

/**
 * The query whose rows a `RowReader` reads: id, form, respondent, moment, then one cell for each key.
 *
 * PostgreSQL answers no more than some 1,600 columns, so there may be up to `MOST_KEYS` keys.
 */
export function toCellQuery(keys: readonly string[], { tenantId, ids }: CopiedResponses): string {
  const cells = keys.map((key) => `, response_data -> ${toLiteral(key)}`).join('');
  const range = ids === null ? '' : ` AND id BETWEEN ${ids.from} AND ${ids.to}`;
  return `SELECT id, form_id, respondent_id, submitted_at${cells} FROM form_responses WHERE tenant_id = ${tenantId}${range}`;
}
