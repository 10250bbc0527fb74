/**
 * What a survey file may cost before it is refused. Every limit can be set by the caller; the
 * defaults let a survey of a million answers in and keep memory bounded for whatever else arrives.
 */
export type SurveyFileLimits = {
  /** Bytes of the file as it arrives. */
  fileBytes: number;
  /** Rows of answers, headers not counted. */
  rows: number;
  columns: number;
  /** Characters of one cell. A longer one makes its row a problem; it is never kept in memory. */
  cellCharacters: number;
  /** Bytes of all parts of a workbook after inflating, as declared and as measured. A workbook is read in memory. */
  workbookBytes: number;
  /** Cells of the worksheet that is read, counted before it is parsed. */
  workbookCells: number;
  /** Bytes looked at to find the encoding. */
  encodingBytes: number;
  /** Rows looked at to propose field types; later rows are counted only by reading them. */
  profileRows: number;
};

/**
 * The limits that hold when the caller names none: 512 MB, 2,000,000 rows, 5,000 columns, cells of
 * 100,000 characters, workbooks of 256 MB inflated and 20,000,000 cells.
 */
export const DEFAULT_LIMITS: SurveyFileLimits = {
  fileBytes: 512 * 1024 * 1024,
  rows: 2_000_000,
  columns: 5_000,
  cellCharacters: 100_000,
  workbookBytes: 256 * 1024 * 1024,
  workbookCells: 20_000_000,
  encodingBytes: 64 * 1024 * 1024,
  profileRows: 50_000,
};

/**
 * The limits in force when a caller sets only some.
 *
 * @example toLimits({ rows: 10 }).columns // 5000
 */
export function toLimits(limits: Partial<SurveyFileLimits> = {}): SurveyFileLimits {
  return { ...DEFAULT_LIMITS, ...limits };
}
