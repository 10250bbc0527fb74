import { Readable } from 'node:stream';
import type { Database } from '../../db/database.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { toCsvLine } from '../../survey-file/csv/write-csv.ts';
import { listRefusedRows } from './import.queries.ts';
import type { RefusedRow } from './import.ts';

const ROWS_AT_ONCE = 500;

/**
 * The refused rows of an import as a CSV file: row, field, reason, then the row's own cells under the file's headers, so
 * that it can be corrected and uploaded by itself. Cells that a spreadsheet program would run are disarmed.
 *
 * Read page by page as fast as it is taken. Without refused rows it has its header only.
 */
export function openRefusedRowsFile(db: Database, tenantId: number, importId: number, headers: readonly string[]): Readable {
  return Readable.from(writeLines(db, tenantId, importId, headers), { objectMode: false });
}

async function* writeLines(db: Database, tenantId: number, importId: number, headers: readonly string[]): AsyncGenerator<string> {
  yield toCsvLine(['row', 'field', 'reason', ...headers]);
  let afterRow = 0;
  for (;;) {
    const after = afterRow;
    const rows = await readTenant(db, tenantId, (trx) => listRefusedRows(trx, tenantId, importId, { afterRow: after, limit: ROWS_AT_ONCE }));
    if (rows.length === 0) return;
    yield rows.map(toLine).join('');
    afterRow = rows.at(-1)?.rowNumber ?? afterRow;
  }
}

function toLine({ rowNumber, field, reason, cells }: Omit<RefusedRow, 'note'>): string {
  return toCsvLine([rowNumber, field, reason, ...cells]);
}
