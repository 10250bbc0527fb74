import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import type { SurveyFileLimits } from '../limits.ts';
import { SurveyFileError } from '../survey-file-error.ts';
import { readBytes } from '../survey-source.ts';
import type { SurveySource } from '../survey-source.ts';
import { toCellText, toNumberText } from './cell-text.ts';
import { sheetExtent } from './sheet-extent.ts';
import { listSheets, requireWorkbook } from './workbook-parts.ts';
import type { WorkbookSheet } from './workbook-parts.ts';
import { inflateEntry, readZipDirectory, tooLargeWorkbook } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

/** A workbook looked into and found within the limits; no worksheet is parsed yet. */
export type Workbook = {
  /** Visible worksheets in their order. */
  sheets: WorkbookSheet[];
  /** Rows of one worksheet as text, first to last, wholly empty ones at the end left out. In memory. */
  readRows: (sheet: WorkbookSheet) => Promise<string[][]>;
};

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/**
 * Opens a workbook without trusting it: the declared sizes are added up first, then the few parts
 * that are needed are inflated under the limit, document type declarations (entity bombs) are
 * refused, and the reach of the sheet is measured. Only these checked parts are given to the parser.
 * @throws {SurveyFileError} `archive`, `workbook-too-large`, `workbook-broken`, `workbook-encrypted`, `file-too-large`.
 */
export async function openWorkbook(source: SurveySource, limits: SurveyFileLimits): Promise<Workbook> {
  const chunks: Buffer[] = [];
  for await (const chunk of readBytes(source, { ...limits, fileBytes: Math.min(limits.fileBytes, limits.workbookBytes) })) chunks.push(chunk);
  const archive = Buffer.concat(chunks);
  const entries = new Map(readZipDirectory(archive).map((entry) => [entry.path, entry]));
  requireWorkbook([...entries.values()]);
  const shared = [...entries.values()].filter((entry) => /^xl\/(?:sharedStrings|styles)\.xml$/i.test(entry.path));
  const parts = await inflateParts(archive, [WORKBOOK, RELATIONS].flatMap((path) => entries.get(path) ?? []), limits);
  const sheets = listSheets(parts[WORKBOOK]?.toString() ?? '', parts[RELATIONS]?.toString() ?? '').filter((sheet) => !sheet.isHidden);
  return {
    sheets,
    readRows: async (sheet) => {
      const entry = entries.get(sheet.path);
      if (entry === undefined) throw new SurveyFileError('workbook-broken', `The sheet "${sheet.name}" is missing from the workbook.`);
      const checked = { ...parts, ...(await inflateParts(archive, [...shared, entry], limits)) };
      refuseFarCells(checked[sheet.path] ?? Buffer.alloc(0), sheet.name, limits);
      return parseRows(checked, sheet);
    },
  };
}

async function inflateParts(archive: Buffer, entries: readonly ZipEntry[], limits: SurveyFileLimits): Promise<Record<string, Buffer>> {
  const declared = entries.reduce((sum, entry) => sum + entry.inflatedBytes, 0);
  if (declared > limits.workbookBytes) throw tooLargeWorkbook(limits.workbookBytes);
  const parts: Record<string, Buffer> = {};
  let left = limits.workbookBytes;
  for (const entry of entries) {
    const part = await inflateEntry(archive, entry, left);
    left -= part.length;
    if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) {
      throw new SurveyFileError('workbook-broken', 'The workbook declares its own XML entities, which no spreadsheet program writes.');
    }
    parts[entry.path] = part;
  }
  return parts;
}

function refuseFarCells(xml: Buffer, sheetName: string, limits: SurveyFileLimits): void {
  const extent = sheetExtent(xml);
  const tooFar = extent.lastRow > 1_048_576 || extent.lastColumn > 16_384;
  if (tooFar || extent.lastRow * extent.lastColumn > limits.workbookCells) {
    const reach = `${extent.lastRow.toLocaleString('en')} rows and ${extent.lastColumn.toLocaleString('en')} columns`;
    throw new SurveyFileError('workbook-too-large', `The sheet "${sheetName}" reaches over ${reach}. Save it as CSV and use that file.`);
  }
}

async function parseRows(parts: Record<string, Buffer>, sheet: WorkbookSheet): Promise<string[][]> {
  const archive = zipSync(parts, { level: 0 });
  const bytes = archive.buffer.slice(archive.byteOffset, archive.byteOffset + archive.byteLength);
  try {
    const rows = await readSheet(bytes, sheet.name, { trim: false, parseNumber: toNumberText });
    return rows.map((row) => row.map(toCellText));
  } catch (error) {
    const seen = error instanceof Error ? ` (${error.message.slice(0, 120)})` : '';
    throw new SurveyFileError('workbook-broken', `The sheet "${sheet.name}" cannot be read${seen}. Save the workbook again and retry.`);
  }
}
