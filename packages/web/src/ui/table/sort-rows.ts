import type { Column, Sorting } from './column.ts';

/**
 * Rows in the order of a column; equal ones stay as they were, null is last in both directions. Text is compared as people
 * of the page's language do, with numbers in it by their value.
 */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | null): readonly Row[] {
  const value = columns.find(({ key }) => key === sorting?.key)?.value;
  if (sorting === null || value === undefined) return rows;
  const collator = new Intl.Collator(undefined, { numeric: true });
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (typeof left === 'number' && typeof right === 'number' ? left - right : collator.compare(String(left), String(right)));
  });
}
