import { Worker } from 'node:worker_threads';
import { readNumber } from '@likeness/core';
import { Failure } from '../../failures/failure.ts';
import type { ExportCell, ExportColumn, ExportTable } from './export-table.ts';

/** What the thread is told: the head, rows as they come, and that these were all. */
export type WorkbookOrder =
  | { type: 'head'; columns: readonly ExportColumn[] }
  | { type: 'rows'; rows: readonly (readonly ExportCell[])[] }
  | { type: 'end'; sheetName: string };
export type WorkbookNews = { bytes: Uint8Array<ArrayBuffer> };

/** A workbook is made in memory, so it has an end, the head's cells included: twice as many took 5.4 s and 535 MB. */
export const MOST_CELLS = 500_000;
/** What a sheet of the format holds, the head included. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

const PROGRAM = new URL('./workbook.thread.ts', import.meta.url);
const TOO_MUCH = 'This workbook needs more memory than the server may use for it. Export it as CSV.';
// A thread that would need more ends by itself, and the server goes on.
const LIMITS = { maxOldGenerationSizeMb: 1024 };

/**
 * A table as an Excel workbook with one sheet: a fixed bold head, numbers as numbers, dates as dates.
 *
 * Throws `too_large` when the table has more cells than the server makes at once, or more rows or columns than the format
 * holds; `mostCells` is the server's limit. When the signal aborts it throws the signal's reason.
 */
export async function writeWorkbook(
  { columns, batches }: ExportTable,
  { sheetName, signal, mostCells = MOST_CELLS }: { sheetName: string; signal?: AbortSignal | undefined; mostCells?: number },
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  // Flags of this process, its test runner's for example, are not the thread's business.
  const worker = new Worker(PROGRAM, { execArgv: [], resourceLimits: LIMITS });
  const done = new Promise<Uint8Array>((resolve, reject) => {
    worker.once('message', ({ bytes }: WorkbookNews) => resolve(bytes));
    worker.once('error', (error) => reject('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Failure('over_capacity', TOO_MUCH, [], { cause: error }) : error));
    worker.once('exit', () => reject(new Error('The thread that writes workbooks ended before its file.')));
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // It may fail while rows are still read.
  done.catch(() => undefined);
  const tell = (order: WorkbookOrder): void => worker.postMessage(order);
  try {
    tell({ type: 'head', columns: columns.map(({ name, kind }) => ({ name, kind })) });
    let rowCount = 1;
    for await (const rows of batches) {
      signal?.throwIfAborted();
      rowCount += rows.length;
      assertFits(rowCount, columns.length, mostCells);
      tell({ type: 'rows', rows: rows.map((row) => row.map((cell, index) => toNumberCell(cell, columns[index]))) });
    }
    assertFits(rowCount, columns.length, mostCells);
    tell({ type: 'end', sheetName });
    return await done;
  } finally {
    void worker.terminate();
  }
}

/** A number that was written as text, where its column says that it is one. Done here, because the thread knows nothing of answers. */
function toNumberCell(cell: ExportCell, column: ExportColumn | undefined): ExportCell {
  return typeof cell === 'string' && column?.kind === 'number' ? (readNumber(cell) ?? cell) : cell;
}

function assertFits(rows: number, columns: number, mostCells: number): void {
  const limits: [boolean, string][] = [
    [rows > MOST_ROWS, `An Excel sheet holds ${MOST_ROWS - 1} rows.`],
    [columns > MOST_COLUMNS, `An Excel sheet holds ${MOST_COLUMNS} columns, and this has ${columns}.`],
    [rows * columns > mostCells, `As Excel at most ${mostCells} cells can be exported, ${Math.floor(mostCells / Math.max(columns, 1))} rows of these ${columns} columns.`],
  ];
  for (const [isTooLarge, sentence] of limits) {
    if (isTooLarge) throw new Failure('too_large', `${sentence} Export it as CSV, which has no limit, or narrow it by a filter.`);
  }
}
