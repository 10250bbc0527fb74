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
export function toRecognitionJson(recognition: Recognition) {
  const { layout, header, rows } = recognition;
  const isText = layout.format !== 'xlsx';
  return {
    format: layout.format,
    encoding: isText ? layout.encoding.name : null,
    encoding_confidence: isText ? layout.encoding.confidence : null,
    encoding_reason: isText ? layout.encoding.reason : null,
    delimiter: isText ? layout.dialect.delimiter : null,
    sheet: isText ? null : layout.sheetName,
    other_sheets: isText ? [] : layout.otherSheets,
    header_rows: header.rowCount,
    header_reason: header.reason,
    exporter: header.exporter,
    row_count: rows.count,
    is_row_count_exact: rows.isExact,
    columns: recognition.columns.map((column) => toColumnJson(column, recognition.fields)),
    fields: recognition.fields.map(toFieldJson),
    warnings: recognition.warnings,
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
    delimiter: field.delimiter,
    date_order: field.dateOrder,
    role: field.role,
    metric: field.metric,
    personal_data: field.personalData,
    missing: field.missing,
  };
}
