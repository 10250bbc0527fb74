import type { Column } from './column.ts';

/**
 * A table as CSV (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. Columns without `value` are left
 * out. Text that a spreadsheet would run as a formula gets a leading apostrophe, as in the server's exports.
 */
export function toCsv<Row>(columns: readonly Pick<Column<Row>, 'header' | 'value'>[], rows: readonly Row[]): string {
  const exported = columns.flatMap(({ header, value }) => (value === undefined ? [] : [{ header, value }]));
  const lines = [exported.map(({ header }) => toCell(header)), ...rows.map((row) => exported.map(({ value }) => toCell(value(row))))];
  return `\uFEFF${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

function toCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
