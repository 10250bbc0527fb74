/** Lists are opened four levels deep when answers are read; below that, whatever stands there only counts as answered. */
const DEEPEST_LIST = 4;

/** JSON for "an answer that no test can read". */
const UNREADABLE = '{}';

function toNumberText(number: number): string {
  if (Number.isNaN(number)) return 'null';
  // JSON has no infinity, but a number beyond the range of a double reads as one.
  if (!Number.isFinite(number)) return number > 0 ? '1e999' : '-1e999';
  return String(number);
}

/**
 * A plain value as JSON text that reads back as the same answer, also where `JSON.stringify` would lose it: infinities
 * stay, what no test can read (objects, functions, lists too deep) becomes `{}`, and NaN, which is missing, `null`.
 *
 * @example toCellText(['a', Infinity]) // '["a",1e999]'
 */
export function toCellText(value: unknown, depth = 0): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') return toNumberText(value);
  if (!Array.isArray(value) || depth === DEEPEST_LIST) return UNREADABLE;
  return `[${Array.from(value, (item) => toCellText(item, depth + 1)).join(',')}]`;
}
