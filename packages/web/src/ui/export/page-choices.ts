import type { ExportChoice } from './ExportMenu.tsx';
import { exportRows, type RowsToExport } from './export-rows.ts';
import { messages } from './messages.ts';
import type { PageAbout } from './page/page-about.ts';

/** The page as a picture and as pages. What draws them is loaded when one of them is chosen. */
export function pageChoices(about: () => PageAbout): ExportChoice[] {
  return (['png', 'pdf'] as const).map((kind) => ({
    name: kind === 'png' ? messages.picture : messages.pdf,
    toWork: () => async (signal) => (await import('./page/export-page.ts')).exportPage(kind, about(), signal),
  }));
}

/** The figures of a page, in full precision. */
export function figureChoices<Row>(table: () => RowsToExport<Row>): ExportChoice[] {
  return [
    { name: messages.csv, toWork: () => exportRows(table(), 'csv') },
    { name: messages.excel, toWork: () => exportRows(table(), 'xlsx') },
  ];
}
