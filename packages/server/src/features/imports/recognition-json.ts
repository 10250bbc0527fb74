import type { Recognition as Shown } from '@likeness/contract';
import type { z } from 'zod';
import type { RecognisedColumn, RecognisedField, Recognition } from '../../survey-file/recognition.ts';

/**
 * What was recognised in a file, as the API shows it.
 *
 * `columns` are the file's columns in order; `fields` what they would become together, each with the reason, so that a
 * person can correct it: `columns[].field` is the key of the proposed field. `row_count` is an estimate for a long file
 * (`is_row_count_exact` false). `missing` are answers that may mean "no answer": suggested, never applied unasked.
 *
 * @example toRecognitionJson(recognition).encoding // 'windows-1252'
 */
export function toRecognitionJson(recognition: Recognition): z.output<typeof Shown> {
  const { layout, header, rows, division, told = {} } = recognition;
  const isText = layout.format !== 'xlsx';
  return {
    format: layout.format,
    encoding: isText ? layout.encoding.name : null,
    encoding_confidence: isText ? layout.encoding.confidence : null,
    encoding_reason: isText ? layout.encoding.reason : null,
    encoding_note: (isText && layout.encoding.note) || null,
    delimiter: isText ? layout.dialect.delimiter : null,
    delimiter_confidence: division?.confidence ?? null,
    delimiter_reason: division?.reason ?? null,
    delimiter_note: division?.note ?? null,
    sheet: isText ? null : layout.sheetName,
    other_sheets: isText ? [] : layout.otherSheets,
    header_rows: header.rowCount,
    header_confidence: header.confidence ?? null,
    header_reason: header.reason,
    header_note: header.note ?? null,
    exporter: header.exporter,
    row_count: rows.count,
    is_row_count_exact: rows.isExact,
    columns: recognition.columns.map((column) => toColumnJson(column, recognition.fields)),
    fields: recognition.fields.map(toFieldJson),
    warnings: recognition.warnings,
    remarks: recognition.remarks ?? [],
    told: {
      ...(told.headerRows !== undefined && { header_rows: told.headerRows }),
      ...(told.encoding !== undefined && { encoding: told.encoding }),
      ...(told.delimiter !== undefined && { delimiter: told.delimiter }),
      ...(told.sheetName !== undefined && { sheet: told.sheetName }),
    },
  };
}

function toColumnJson(column: RecognisedColumn, fields: readonly RecognisedField[]) {
  return {
    index: column.index,
    header: column.header,
    question: column.question,
    option: column.option,
    short_name: column.shortName,
    field: fields.find(({ columns }) => columns.includes(column.index))?.key ?? null,
    samples: column.samples,
    answered_share: column.answeredShareRatio,
    distinct_count: column.distinctCount,
    is_distinct_capped: column.isDistinctCapped,
    min: column.min,
    max: column.max,
    is_empty: column.isEmpty,
  };
}

function toFieldJson(field: RecognisedField) {
  return {
    key: field.key,
    header: field.header,
    columns: field.columns,
    type: field.type,
    confidence: field.confidence,
    reason: field.reason,
    note: field.note ?? null,
    delimiter: field.delimiter,
    date_order: field.dateOrder,
    role: field.role,
    metric: field.metric,
    personal_data: field.personalData,
    missing: field.missing,
  };
}
