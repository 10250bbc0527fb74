import { z } from 'zod';

/** What can be found out about a file, or be wrong with one of its rows: each is a sentence with blanks. */
export const NOTE_CODES = [
  'as_told', 'byte_order_mark', 'zero_bytes', 'only_ascii', 'valid_utf8', 'mostly_utf8', 'reads_better',
  'invalid_utf8_places', 'damaged_text', 'encoding_guessed',
  'columns_even', 'columns_uneven', 'one_column',
  'header_told', 'header_none', 'header_plain', 'header_google_forms', 'header_qualtrics_three', 'header_qualtrics_two', 'header_surveymonkey',
  'header_looks_like_answers', 'unnamed_columns', 'repeated_names', 'other_sheets', 'rows_unreadable',
  'no_answers', 'option_columns', 'iso_dates', 'dates_proved', 'dates_assumed', 'numbers', 'only_values', 'several_values', 'values', 'values_with_common', 'values_in_answers',
  'too_few_fields', 'too_many_fields', 'nul_byte', 'invalid_bytes', 'cell_too_long', 'unclosed_quote',
  'no_date', 'not_a_date', 'date_before_1900', 'date_in_future', 'id_too_long',
] as const;

const params = z
  .record(z.string(), z.union([z.string(), z.number()]))
  .meta({ description: 'What stands in the blanks of the sentence' });

/** A sentence by its code, so that it can be worded in any language; the English one stands beside it. */
export const RecognitionNote = z.object({ code: z.enum(NOTE_CODES), params }).meta({ id: 'RecognitionNote' });

const Confidence = z.enum(['sure', 'likely', 'check']).meta({ description: 'Proved, probable, or for a person to look at' });
const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'macintosh', 'windows-1252']);
const Delimiter = z.enum([',', ';', '\t', '|']);

/** What a person says about a file; whatever is left out is found out. */
export const RecognitionTold = z
  .object({
    header_rows: z.int().min(0).max(20).optional().meta({ description: 'Rows at the top that are no answers; 0: there are no column names' }),
    encoding: Encoding.optional(),
    delimiter: Delimiter.optional(),
    sheet: z.string().min(1).max(200).optional().meta({ description: 'Name of the worksheet that is read' }),
  })
  .strict()
  .meta({ id: 'RecognitionTold' });

const RecognisedColumn = z.object({
  index: z.int(),
  header: z.string(),
  question: z.string(),
  option: z.string().nullable(),
  short_name: z.string().nullable(),
  field: z.string().nullable().meta({ description: 'Key of the proposed field' }),
  samples: z.array(z.string()),
  answered_share: z.number().meta({ description: '0..1' }),
  distinct_count: z.int(),
  is_distinct_capped: z.boolean(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  is_empty: z.boolean(),
});

const RecognisedField = z.object({
  key: z.string(),
  header: z.string(),
  columns: z.array(z.int()),
  type: z.enum(['text', 'number', 'date', 'choice', 'multi', 'boolean']),
  confidence: Confidence,
  reason: z.string(),
  note: RecognitionNote.nullable(),
  delimiter: z.string().nullable(),
  date_order: z.enum(['mdy', 'dmy', 'ymd']).nullable(),
  role: z.enum(['submitted_at', 'respondent', 'external_id', 'demographic', 'metric']).nullable(),
  metric: z.object({ kind: z.enum(['nps', 'satisfaction', 'trust', 'effort', 'rating']), min: z.number(), max: z.number() }).nullable(),
  personal_data: z.enum(['e-mail', 'ip address', 'phone', 'name', 'location']).nullable(),
  missing: z.array(z.object({ token: z.string(), count: z.int() })),
});

/** What was found out about an uploaded file, and why. Notes are null in imports of before they were kept. */
export const Recognition = z
  .object({
    format: z.enum(['csv', 'tsv', 'xlsx']),
    encoding: Encoding.nullable(),
    encoding_confidence: Confidence.nullable(),
    encoding_reason: z.string().nullable(),
    encoding_note: RecognitionNote.nullable(),
    delimiter: Delimiter.nullable(),
    delimiter_confidence: Confidence.nullable(),
    delimiter_reason: z.string().nullable(),
    delimiter_note: RecognitionNote.nullable(),
    sheet: z.string().nullable(),
    other_sheets: z.array(z.string()),
    header_rows: z.int(),
    header_confidence: Confidence.nullable(),
    header_reason: z.string(),
    header_note: RecognitionNote.nullable(),
    exporter: z.enum(['google-forms', 'qualtrics', 'surveymonkey']).nullable(),
    row_count: z.int(),
    is_row_count_exact: z.boolean(),
    columns: z.array(RecognisedColumn),
    fields: z.array(RecognisedField),
    warnings: z.array(z.string()),
    remarks: z.array(RecognitionNote).meta({ description: 'The warnings, in their order, to be worded in any language' }),
    told: RecognitionTold.meta({ description: 'What a person said; everything else was found out' }),
  })
  .meta({ id: 'Recognition' });
