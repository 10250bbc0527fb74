import type { Cell } from 'write-excel-file/node';
import type { ColumnKind, ExportCell } from './export-table.ts';

/** More characters than this in one cell, and Excel calls the whole file broken. */
export const LONGEST_TEXT = 32_767;

// What XML 1.0 cannot hold: control characters, the two that are no characters, and halves of pairs.
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
// Excel counts days from 1900; what is before has no number there.
const FIRST_MOMENT = Date.UTC(1900, 2, 1);
const LAST_MOMENT = Date.UTC(10_000, 0, 1);

/**
 * A cell of a workbook: numbers as numbers, moments and days as dates, everything else as text that is never run.
 *
 * A text that its column calls a date and that is none stays a text. Characters that the
 * format cannot hold (controls, halves of pairs) are left out, and a text ends after 32,767 characters with an ellipsis.
 *
 * @example toWorkbookCell(66.6, 'score') // { value: 66.6, type: Number, format: '0.00' }
 */
export function toWorkbookCell(cell: ExportCell, kind: ColumnKind): Cell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  if (kind === 'moment' || kind === 'day') return toDateCell(cell, kind);
  if (typeof cell === 'number' && Number.isFinite(cell)) return { value: cell, type: Number, ...(kind === 'score' && { format: '0.00' }) };
  return toTextCell(String(cell));
}

function toDateCell(cell: string | number, kind: 'moment' | 'day'): Cell {
  const value = new Date(cell);
  const isInReach = value.getTime() >= FIRST_MOMENT && value.getTime() < LAST_MOMENT;
  return isInReach ? { value, type: Date, format: kind === 'day' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' } : toTextCell(String(cell));
}

/** A text as a cell of a workbook can hold it. */
export function toTextCell(text: string): { value: string; type: StringConstructor } {
  const safe = text.replaceAll(NOT_IN_XML, '');
  return { value: safe.length > LONGEST_TEXT ? `${safe.slice(0, LONGEST_TEXT - 1)}…` : safe, type: String };
}
