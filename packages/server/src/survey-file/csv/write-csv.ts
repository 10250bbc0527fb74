const FORMULA_START = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/;
const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * One line of a CSV file with its CR LF, quoted by RFC 4180. null and undefined become empty cells.
 *
 * A cell that begins with `=`, `+`, `-`, `@` (full-width too, or after white space), tab or carriage return and is no plain number gets a
 * leading apostrophe: spreadsheet programs would otherwise run it as a formula (CSV injection, see
 * OWASP). The apostrophe stays when the file is read again. A line with one empty cell is written
 * as `""`, so that it is not taken for a blank line.
 *
 * @example toCsvLine(['=1+1', 'a "b"', -5, null]) // `'=1+1,"a ""b""",-5,\r\n`
 */
export function toCsvLine(values: readonly (string | number | boolean | null | undefined)[]): string {
  const cells = values.map(toCell);
  return `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')}\r\n`;
}

function toCell(value: string | number | boolean | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = FORMULA_START.test(text) && !PLAIN_NUMBER.test(text.trim()) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
