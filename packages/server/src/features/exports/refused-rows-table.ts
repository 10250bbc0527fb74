import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { notFound } from '../../failures/failure.ts';
import { findImport, listRefusedRows } from '../imports/import.queries.ts';
import type { ExportTable } from './export-table.ts';

const AT_ONCE = 500;

/**
 * The refused rows of an import: row, field, reason, then the row's own cells under the file's headers, so that it can be
 * corrected and uploaded by itself. Cells beyond the headers have no head.
 *
 * Throws `not_found` for an import that is not there.
 */
export async function toRefusedRowsTable(trx: TenantTransaction, tenantId: number, importId: number): Promise<ExportTable> {
  const row = await findImport(trx, tenantId, importId);
  if (row === null) throw notFound('import');
  const headers = row.recognition?.columns.map(({ header }) => header) ?? [];
  return {
    columns: ['row', 'field', 'reason', ...headers].map((name) => ({ name, kind: 'value' })),
    batches: (async function* () {
      let afterRow = 0;
      for (;;) {
        const rows = await listRefusedRows(trx, tenantId, importId, { afterRow, limit: AT_ONCE });
        yield rows.map(({ rowNumber, field, reason, cells }) => [rowNumber, field, reason, ...headers.map((_, index) => cells[index] ?? null)]);
        if (rows.length < AT_ONCE) return;
        afterRow = rows.at(-1)?.rowNumber ?? afterRow;
      }
    })(),
  };
}
