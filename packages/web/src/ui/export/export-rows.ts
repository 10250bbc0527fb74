import { likeness } from '../../api/likeness.ts';
import type { Column } from '../table/column.ts';
import { toCsv } from '../table/to-csv.ts';
import { type OpenExport, receiveFile, type TableFormat } from './receive-file.ts';
import { saveFile, toFileName } from './save-file.ts';
import type { ExportWork } from './use-export.ts';

/** A table that is wholly on the page. `name`: of the file, without ending. Columns without `value` are left out. */
export type RowsToExport<Row> = { name: string; columns: readonly Pick<Column<Row>, 'header' | 'value'>[]; rows: readonly Row[] };

/** A table of the page as a file. */
export function exportRows<Row>(table: RowsToExport<Row>, format: TableFormat): ExportWork {
  return async (signal, onBytes) => {
    if (format === 'csv') return saveCsv(table);
    const columns = table.columns.flatMap(({ header, value }) => (value === undefined ? [] : [{ header, value }]));
    const body = { name: table.name, columns: columns.map(({ header }) => header), rows: table.rows.map((row) => columns.map(({ value }) => value(row))), format };
    return save(table.name, format, await likeness.POST('/api/exports/table', { body, parseAs: 'stream', signal }), signal, onBytes);
  };
}

/** A table with all the rows that the server has of it, as a file. */
export function exportFromServer(name: string, format: TableFormat, open: OpenExport): ExportWork {
  return async (signal, onBytes) => save(name, format, await open(format, signal), signal, onBytes);
}

/** A table of the page as a CSV file, at once; answers its name. */
export function saveCsv<Row>({ name, columns, rows }: RowsToExport<Row>): string {
  const fileName = toFileName([name], 'csv');
  saveFile(fileName, new Blob([toCsv(columns, rows)], { type: 'text/csv;charset=utf-8' }));
  return fileName;
}

/**
 * Columns that are exported as they are called in the rows, for figures that no table shows.
 *
 * @example toPlainColumns(['figure', 'value']) // heads figure and value
 */
export function toPlainColumns<Row extends Record<string, string | number | null>>(keys: readonly (keyof Row & string)[]): RowsToExport<Row>['columns'] {
  return keys.map((key) => ({ header: key, value: (row: Row) => row[key] ?? null }));
}

async function save(name: string, format: TableFormat, answer: Awaited<ReturnType<OpenExport>>, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<string> {
  const fileName = toFileName([name], format);
  saveFile(fileName, await receiveFile(answer, format, signal, onBytes));
  return fileName;
}
