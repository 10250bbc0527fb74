import type { FormWriter } from '@likeness/core';
import { copyOut } from '../../db/copy-out.ts';
import type { Database } from '../../db/database.ts';
import type { Dictionaries } from '../dictionary/dictionary.queries.ts';
import { listFormKeys } from '../responses/form-keys.queries.ts';
import type { FrameTransaction } from './frame-job.ts';
import { FrameTooLarge } from './frame-too-large.ts';
import { MOST_KEYS, planCells, toCellQuery, type CopiedResponses, type OfferedCells, type WantedColumn } from './response-cells.ts';
import { RowReader, type CopiedRow } from './row-reader.ts';

/** Where rows come from, and what ends the reading of them. */
export type RowSource = FrameTransaction & {
  db: Database;
  tenantId: number;
  /** Aborted when the thread ends. */
  signal: AbortSignal;
  /** Called now and then while rows are read; throws when the frame has become too large. */
  checkSize: () => void;
};

/** What is read, of which responses, through which dictionaries. */
export type WantedRows = { columns: readonly WantedColumn[]; ids: CopiedResponses['ids']; dictionaries: Dictionaries };

/** Goes to the row that a response has or gets, through its form's writer. False: the response is of no interest. */
export type GoToRow = (row: CopiedRow, formId: number) => FormWriter | null;

/** Bytes between two looks at the size. */
const CHECK_EVERY_BYTES = 2_000_000;

/** Streams responses' cells into a frame: `goToRow` for each response, then its cells of all wanted columns. */
export async function readResponseRows(source: RowSource, wanted: WantedRows, goToRow: GoToRow): Promise<void> {
  const { trx, session, db, tenantId, signal } = source;
  const plan = planCells(wanted.columns, await listFormKeys(trx, tenantId), (formId) => wanted.dictionaries.forForm(formId));
  // Nobody's survey: somebody spells the same names in thousands of ways.
  if (plan.keys.length > MOST_KEYS) throw new FrameTooLarge(Number.POSITIVE_INFINITY, 0);
  let uncheckedBytes = 0;
  const reader = new RowReader(plan.keys.length, (row) => {
    const writer = goToRow(row, row.formId);
    if (writer !== null) offerCells(writer, row, plan.byForm.get(row.formId) ?? []);
  });
  const takePiece = (bytes: Uint8Array, start: number, end: number): boolean => {
    reader.read(bytes, start, end);
    uncheckedBytes += end - start;
    if (uncheckedBytes < CHECK_EVERY_BYTES) return true;
    uncheckedBytes = 0;
    source.checkSize();
    return !signal.aborted;
  };
  await copyOut(session, toCellQuery(plan.keys, { tenantId, ids: wanted.ids }), takePiece, { cancelThrough: db.owner, ended: () => signal.reason });
  source.checkSize();
}

function offerCells(writer: FormWriter, { bytes, cellStarts, cellEnds }: CopiedRow, offered: readonly OfferedCells[]): void {
  for (let index = 0; index < offered.length; index += 1) {
    const { position, cells } = offered[index] as OfferedCells;
    for (let candidate = 0; candidate < cells.length; candidate += 1) {
      const cell = cells[candidate] as number;
      const start = cellStarts[cell] as number;
      if (start !== -1) writer.offer(position, bytes, start, cellEnds[cell] as number);
    }
  }
}
