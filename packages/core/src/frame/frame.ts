/**
 * A tenant's responses as columns: what kernels run over.
 *
 * A test on one attribute depends on that attribute's answer alone, so a column keeps for each row a *code* into the
 * list of the attribute's distinct answers, and a test is decided once for each distinct answer.
 */
import type { Dictionary } from '../answers/dictionary.ts';
import type { CodeColumn } from './code-column.ts';
import type { Column } from './column.ts';
import type { RowBits } from './row-bits.ts';

/** Days `YYYY-MM-DD`, both included; null is open. */
export type DayWindow = { startDate: string | null; endDate: string | null };

export const ALL_DAYS: DayWindow = { startDate: null, endDate: null };

/**
 * Rows are numbered from 0 in order of arrival. An erased row keeps its number, and loses its day and its answers.
 *
 * Columns are named by folded attribute, as the rules write it; which keys mean it is up to each form's dictionary.
 */
export type Frame = {
  /** Erased rows included. */
  readonly rowCount: number;
  readonly liveRowCount: number;
  /** All memory it holds: codes, answers and what was worked out about them, ids, respondents, days. */
  readonly byteCount: number;
  /** Grows with every row, answer, column and erasure. */
  readonly version: number;
  readonly attributes: readonly string[];
  hasColumn: (attribute: string) => boolean;
  /** The column of an attribute (folded first). Throws a RangeError when the frame has none. */
  getColumn: (attribute: string) => Column;
  /** Adds columns for those attributes that have none. Rows that are there answer nothing until a writer fills them. */
  addColumns: (attributes: readonly string[]) => void;

  /** The response's id. Throws a RangeError outside 0..rowCount-1. Erased rows keep their ids. */
  idOf: (row: number) => number;
  /** The row of a response, -1 when there is none or it is erased. */
  rowOf: (id: number) => number;
  isErased: (row: number) => boolean;
  /** `YYYY-MM-DD`; '' for an erased row. */
  dayOf: (row: number) => string;
  /** The days by their codes. Code 0 is '', the day of erased rows. */
  readonly days: readonly string[];
  /** The code of a day `YYYY-MM-DD`, new or known. */
  toDayCode: (day: string) => number;
  /** For each row the code of its day. */
  readonly dayCodes: CodeColumn;

  /** Writes rows and answers of one form, read through its dictionary. Forms with equal fields share answers. */
  openForm: (dictionary: Dictionary) => FormWriter;
  /** Takes responses out. Unknown ids are passed over. How many were there? */
  erase: (ids: Iterable<number>) => number;

  /**
   * The ids of responses whose order cannot be told: one respondent, one day. Give their moments to `settle` before
   * respondents are counted. None: an empty list.
   */
  findUnsettledIds: () => number[];
  /** `submittedAtMs[i]` belongs to `ids[i]`. All that `findUnsettledIds` asked for must be there, or a RangeError is thrown. */
  settle: (ids: readonly number[], submittedAtMs: readonly number[]) => void;
  /**
   * Rows of the window whose respondent has a later response (by moment, then id) in the window, ascending.
   * The other rows of the window are its respondents by their latest response. Throws an Error while unsettled.
   */
  supersededRows: (window: DayWindow) => Uint32Array;
  /** The same as a set. The last one asked for is remembered until the frame changes. */
  supersededBits: (window: DayWindow) => RowBits;
  /** Every row that has a later response of the same respondent, ascending, and that next row. Throws while unsettled. */
  nextRows: () => { rows: Uint32Array; next: Uint32Array };
};

/**
 * Writes the rows of one form: `addRow` (or `openRow` for a row that is there), then `offer` its cells.
 *
 * Cells are the UTF-8 bytes of JSON text, as `jsonb` prints it (COPY's escapes undone): `"London"`, `31`, `["a", "b"]`,
 * `null`. No cell: offer nothing. When several keys of one response mean the attribute, offer each key's cell in
 * the order in which `findAnswer` tries them (rank of the name, then code units of the key); the first that is not
 * missing is the answer. The bytes are copied when they are new, so the caller may reuse its buffer. Equal answers
 * share a code when their bytes are equal. Text that is not JSON makes the first test of the answer throw.
 */
export type FormWriter = {
  /**
   * Begins the next row and returns its number. `id` is a safe integer that the frame has not seen; `respondent` a
   * safe integer from 0, null when the response is its own respondent; `dayCode` comes from `toDayCode`, and the days
   * of one respondent's responses must ascend with their moments.
   */
  addRow: (id: number, respondent: number | null, dayCode: number) => number;
  /** Goes to the row of a response to fill columns that it has no answers in. False when there is no such row. */
  openRow: (id: number) => boolean;
  /** Goes to a row by number; faster than `openRow` when the order of the rows is known. */
  openRowAt: (row: number) => void;
  /** Offers a cell, bytes `start` to `end` (excluded), to the column at `position` in the frame's `attributes`. */
  offer: (position: number, bytes: Uint8Array, start: number, end: number) => void;
};
