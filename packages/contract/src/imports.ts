import { z } from 'zod';
import { Id, IdParams, Instant, PageQuery, pageOf, shortText } from './common.ts';
import { FormField } from './forms.ts';
import { answer, json, operation } from './operation.ts';
import { Recognition, RecognitionNote, RecognitionTold } from './recognition.ts';
import { Run } from './runs.ts';

const Status = z.enum(['uploading', 'recognised', 'refused', 'checked', 'importing', 'imported', 'failed', 'undone']);

/** What a column of the file becomes. */
const ColumnChoice = z
  .object({
    index: z.int().min(0).meta({ description: 'Column of the file, from 0' }),
    use: z.enum(['field', 'submitted_at', 'respondent_key', 'external_id', 'ignore']).default('field'),
    field: FormField.optional().meta({ description: 'For `field`: as in a form. Columns that share a key become one multi-value field' }),
    date_order: z.enum(['mdy', 'dmy', 'ymd']).optional().meta({ description: 'For `submitted_at`' }),
  })
  .strict()
  .meta({ id: 'ColumnChoice' });

const ImportMapping = z
  .object({
    form_id: Id.optional().meta({ description: 'Into an existing form' }),
    form_name: shortText(200).min(1).optional().meta({ description: 'Or into a new one of this name' }),
    columns: z.array(ColumnChoice).max(5000),
    submitted_at: Instant.optional().meta({ description: 'For rows without a date; without it such rows are refused' }),
  })
  .strict()
  .meta({ id: 'ImportMapping' });

const RefusedRow = z
  .object({ row_number: z.int(), field: z.string().nullable(), code: z.string(), reason: z.string(), note: RecognitionNote.nullable().meta({ description: 'The reason, to be worded in any language' }) })
  .meta({ id: 'RefusedRow' });

const ImportReport = z
  .object({
    rows: z.int(),
    ready: z.int().meta({ description: 'Rows that are (or would be) stored' }),
    already_there: z.int(),
    refused: z.int(),
    refused_sample: z.array(RefusedRow).meta({ description: 'The first of them; all under /refused-rows' }),
    days: z.object({ first: z.string().nullable(), last: z.string().nullable() }),
  })
  .meta({ id: 'ImportReport' });

export const Import = z
  .object({
    id: Id,
    status: Status,
    file_name: z.string(),
    byte_count: z.int(),
    form_id: Id.nullable(),
    recognition: Recognition.nullable().meta({ description: 'What was recognised, and why; lists of imports leave it out' }),
    mapping: ImportMapping.nullable().meta({ description: 'Proposed at first, then as last checked' }),
    report: ImportReport.nullable(),
    created_by: z.string().meta({ description: 'Who uploaded it, as `user:u1`' }),
    created_by_name: z.string().nullable().meta({ description: 'Their name then; null in imports of before names were kept' }),
    created_at: Instant,
    imported_at: Instant.nullable(),
    undone_at: Instant.nullable(),
  })
  .meta({ id: 'Import' });

const EXAMPLE = {
  id: 4, status: 'recognised' as const, file_name: 'survey.csv', byte_count: 48210, form_id: null,
  recognition: {
    format: 'csv' as const, encoding: 'utf-8' as const, encoding_confidence: 'sure' as const, encoding_reason: 'only ASCII characters',
    encoding_note: { code: 'only_ascii' as const, params: {} }, delimiter: ',' as const, delimiter_confidence: 'sure' as const,
    delimiter_reason: 'all rows looked at have 8 columns this way', delimiter_note: { code: 'columns_even' as const, params: { columns: 8 } },
    sheet: null, other_sheets: [], header_rows: 1, header_confidence: 'likely' as const, header_reason: 'the first row names the columns',
    header_note: { code: 'header_plain' as const, params: {} }, exporter: null, row_count: 3066, is_row_count_exact: true,
    columns: [], fields: [], warnings: [], remarks: [], told: {},
  },
  mapping: { form_name: 'survey', columns: [{ index: 0, use: 'submitted_at' as const, date_order: 'mdy' as const }] },
  report: null, created_by: 'user:u1', created_by_name: 'Demo owner', created_at: '2026-01-31T09:00:00.000Z', imported_at: null, undone_at: null,
};
const RUN = {
  id: 9, kind: 'import' as const, status: 'queued' as const, persona_id: null, import_id: 4, done: 0, total: 3066,
  attempt: 0, result: null, error: null, requested_by: 'user:demo', requested_by_name: 'Demo owner', created_at: '2026-01-31T09:00:00.000Z',
  started_at: null, finished_at: null,
};
const REPORT = {
  rows: 3066, ready: 3062, already_there: 0, refused: 4,
  refused_sample: [{ row_number: 2077, field: 'submitted_at', code: 'not_a_date', reason: '"13/45/2018 9:02" is not a date. Month / day / year is expected.', note: { code: 'not_a_date' as const, params: { text: '"13/45/2018 9:02"', order: 'mdy' } } }],
  days: { first: '2018-12-06', last: '2019-01-01' },
};

export const importOperations = {
  uploadImport: operation({
    id: 'uploadImport', method: 'POST', path: '/api/imports', tag: 'Imports', access: 'write',
    summary: 'Upload a CSV, TSV or XLSX file; it is recognised, nothing is stored as a response yet',
    bodies: [{ contentType: 'multipart/form-data', schema: z.object({ file: z.string().meta({ format: 'binary' }) }) }],
    answers: { 201: answer('What was recognised, with a proposed mapping', Import, EXAMPLE) },
    errors: ['file_refused', 'too_large', 'unsupported_media_type', 'invalid_input'],
  }),
  listImports: operation({
    id: 'listImports', method: 'GET', path: '/api/imports', tag: 'Imports', access: 'read',
    summary: 'Imports, newest first', query: PageQuery,
    answers: { 200: answer('A page of imports', pageOf(Import), { items: [EXAMPLE], next_cursor: null }) },
    errors: ['invalid_input'],
  }),
  getImport: operation({
    id: 'getImport', method: 'GET', path: '/api/imports/:id', tag: 'Imports', access: 'read',
    summary: 'One import', params: IdParams,
    answers: { 200: answer('The import', Import, EXAMPLE) },
    errors: ['not_found'],
  }),
  recogniseImport: operation({
    id: 'recogniseImport', method: 'POST', path: '/api/imports/:id/recognise', tag: 'Imports', access: 'write',
    summary: 'Read the uploaded file anew: say how many header rows, which encoding, delimiter or sheet; the rest is found out',
    description: 'What was corrected in columns that are still there is kept. The import waits to be checked again.',
    params: IdParams,
    bodies: [json(RecognitionTold, { header_rows: 2, encoding: 'windows-1252' })],
    answers: { 200: answer('The import as it is recognised now', Import, EXAMPLE) },
    errors: ['not_found', 'invalid_input', 'file_refused', 'wrong_state', 'too_large'],
  }),
  checkImport: operation({
    id: 'checkImport', method: 'POST', path: '/api/imports/:id/check', tag: 'Imports', access: 'write',
    summary: 'Dry run: read every row under a mapping and say what would happen; nothing is stored',
    params: IdParams,
    bodies: [json(ImportMapping, EXAMPLE.mapping)],
    answers: { 200: answer('The import with its report', Import, { ...EXAMPLE, status: 'checked', report: REPORT }) },
    errors: ['not_found', 'invalid_input', 'wrong_state'],
  }),
  startImport: operation({
    id: 'startImport', method: 'POST', path: '/api/imports/:id/start', tag: 'Imports', access: 'write',
    summary: 'Import under the mapping last checked, score and write history; follow the run',
    params: IdParams,
    answers: { 202: answer('The run to follow', Run, RUN) },
    errors: ['not_found', 'wrong_state'],
  }),
  undoImport: operation({
    id: 'undoImport', method: 'POST', path: '/api/imports/:id/undo', tag: 'Imports', access: 'write',
    summary: 'Take the whole import back: its responses, their scores, the history they made',
    params: IdParams,
    answers: { 202: answer('The run to follow', Run, { ...RUN, kind: 'undo-import' }) },
    errors: ['not_found', 'wrong_state'],
  }),
  deleteImport: operation({
    id: 'deleteImport', method: 'DELETE', path: '/api/imports/:id', tag: 'Imports', access: 'write',
    summary: 'Throw away an upload that stored nothing',
    params: IdParams,
    answers: { 204: { contentType: '', schema: z.undefined(), description: 'Gone' } },
    errors: ['not_found', 'wrong_state'],
  }),
  downloadRefusedRows: operation({
    id: 'downloadRefusedRows', method: 'GET', path: '/api/imports/:id/refused-rows', tag: 'Imports', access: 'read',
    summary: 'The refused rows as a CSV file, each with its reason',
    params: IdParams,
    answers: { 200: { contentType: 'text/csv', schema: z.string(), description: 'A CSV file', example: 'row,field,reason\n2077,submitted_at,not a date\n' } },
    errors: ['not_found'],
  }),
};
