import { parentPort } from 'node:worker_threads';
import writeExcelFile, { type Row } from 'write-excel-file/node';
import type { ExportCell, ExportColumn } from './export-table.ts';
import { toTextCell, toWorkbookCell } from './workbook-cells.ts';
import type { WorkbookNews, WorkbookOrder } from './write-workbook.ts';

/** Writing a workbook takes seconds of pure computing: it happens here, so that the server answers others meanwhile. */
let columns: readonly ExportColumn[] = [];
const sheet: Row[] = [];

parentPort?.on('message', (order: WorkbookOrder) => {
  if (order.type === 'head') {
    ({ columns } = order);
    sheet.push(columns.map(({ name }) => ({ ...toTextCell(name), fontWeight: 'bold' as const })));
  } else if (order.type === 'rows') {
    for (const row of order.rows) sheet.push(toCells(row));
  } else {
    void write(order.sheetName);
  }
});

function toCells(row: readonly ExportCell[]): Row {
  return columns.map(({ kind }, index) => toWorkbookCell(row[index] ?? null, kind));
}

async function write(sheetName: string): Promise<void> {
  const buffer = await writeExcelFile(sheet, { sheet: sheetName, stickyRowsCount: 1, columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })) }).toBuffer();
  const bytes = new Uint8Array(buffer);
  const news: WorkbookNews = { bytes };
  parentPort?.postMessage(news, [bytes.buffer]);
  parentPort?.close();
}

const WIDTHS = { value: 18, number: 12, score: 12, moment: 20, day: 12 };
