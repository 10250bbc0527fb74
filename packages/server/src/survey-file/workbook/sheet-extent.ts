/** How far a worksheet reaches, counted without parsing it. */
export type SheetExtent = {
  /** Cells that hold something. */
  cells: number;
  /** Highest row number of a cell or row, 1-based. */
  lastRow: number;
  /** Highest column of a cell that holds something, 1-based. */
  lastColumn: number;
};

/**
 * How many cells would this worksheet become? A sheet of a few bytes can name a cell in row
 * 999,999,999 or column ZZZZZZ, which a parser would fill with empty cells up to there; so the
 * addresses are read before it is parsed. One pass over the bytes, nothing kept.
 *
 * @example sheetExtent(Buffer.from('<row r="7"><c r="C7"><v>1</v></c></row>')) // { cells: 1, lastRow: 7, lastColumn: 3 }
 */
export function sheetExtent(xml: Buffer): SheetExtent {
  const extent: SheetExtent = { cells: 0, lastRow: 0, lastColumn: 0 };
  for (let at = xml.indexOf('<row'); at !== -1; at = xml.indexOf('<row', at + 4)) {
    extent.lastRow = Math.max(extent.lastRow, Number(addressOf(xml, at, ROW_NUMBER)?.[1] ?? 0));
  }
  for (let at = xml.indexOf('<c '); at !== -1; at = xml.indexOf('<c ', at + 3)) {
    const address = addressOf(xml, at, CELL_ADDRESS);
    if (address === null) continue;
    extent.lastRow = Math.max(extent.lastRow, Number(address[2]));
    if (address[3] === '/') continue;
    extent.cells += 1;
    extent.lastColumn = Math.max(extent.lastColumn, columnNumber(address[1] ?? ''));
  }
  return extent;
}

const ROW_NUMBER = /^<row\s[^>]*?\br="(\d+)"/;
const CELL_ADDRESS = /^<c\s[^>]*?\br="([A-Za-z]+)(\d+)"[^>]*?(\/?)>/;

function addressOf(xml: Buffer, at: number, pattern: RegExp): RegExpExecArray | null {
  return pattern.exec(xml.toString('latin1', at, at + 160));
}

/** "A" is 1, "Z" 26, "AA" 27. */
function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
