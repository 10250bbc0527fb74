import { invalidInput } from '../failures/failure.ts';

/** A list position as an opaque text: the sort values of the last item of a page. */
export function toCursor(values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The sort values inside a cursor of `length` values, or null for the first page.
 *
 * Throws `invalid_input` for a text that no page ever gave.
 */
export function fromCursor(cursor: string | undefined, types: readonly ('string' | 'number')[]): (string | number)[] | null {
  if (cursor === undefined) return null;
  const wrong = invalidInput([{ path: 'query.cursor', message: 'is no cursor of this list; start without one' }]);
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw wrong;
  }
  const fits =
    Array.isArray(values) &&
    values.length === types.length &&
    values.every((value, index) => typeof value === types[index] && (typeof value !== 'number' || Number.isFinite(value)) && !String(value).includes('\u0000'));
  if (!fits) throw wrong;
  return values as (string | number)[];
}

/** Cuts a list that was asked for one item too many into a page. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  toItem: (row: Row) => Item,
  toSortValues: (row: Row) => (string | number)[],
): { items: Item[]; next_cursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(toItem),
    next_cursor: rows.length > limit && last !== undefined ? toCursor(toSortValues(last)) : null,
  };
}
