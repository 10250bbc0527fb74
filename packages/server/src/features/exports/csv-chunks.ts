import { toCsvLine } from '../../survey-file/csv/write-csv.ts';
import type { ColumnKind, ExportCell, ExportTable } from './export-table.ts';

/** A table as the text of a CSV file, piece by piece. Cells that a spreadsheet would run are made harmless (see `toCsvLine`). */
export async function* toCsvChunks({ columns, batches }: ExportTable): AsyncGenerator<string> {
  yield toCsvLine(columns.map(({ name }) => name));
  for await (const rows of batches) {
    yield rows.map((row) => toCsvLine(row.map((cell, index) => toText(cell, columns[index]?.kind)))).join('');
  }
}

function toText(cell: ExportCell, kind: ColumnKind | undefined): ExportCell {
  return kind === 'score' && typeof cell === 'number' ? cell.toFixed(2) : cell;
}
