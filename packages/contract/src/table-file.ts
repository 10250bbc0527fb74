import { z } from 'zod';
import type { Answer } from './operation.ts';

/** As which kind of file a table is wanted. */
export const TableFormat = z.enum(['csv', 'xlsx']).default('csv').meta({
  description: 'csv: RFC 4180, UTF-8, of any length; xlsx: an Excel workbook with numbers as numbers and moments (UTC) as dates, of at most 500,000 cells',
});

export const XLSX_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A successful answer that is a table, as CSV or as a workbook. `example`: its CSV. */
export function tableFile(example: string) {
  return {
    contentType: 'text/csv', schema: z.string(), description: 'The table as a file', example, otherContentTypes: [XLSX_CONTENT_TYPE],
  } satisfies Answer;
}
