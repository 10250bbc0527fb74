import type { Recognition, SeenColumn, SeenField } from './recognition.ts';

export const seen = (index: number, header: string, isEmpty = false): SeenColumn => ({
  index, header, question: header, option: null, short_name: null, field: null, samples: ['a'], answered_share: isEmpty ? 0 : 0.5, distinct_count: 1,
  is_distinct_capped: false, min: null, max: null, is_empty: isEmpty,
});

export const recognised = (key: string, columns: number[], more: Partial<SeenField> = {}): SeenField => ({
  key, header: key, columns, type: 'text', confidence: 'sure', reason: '', note: null, delimiter: null, date_order: null, role: null, metric: null, personal_data: null, missing: [], ...more,
});

/** A file of four columns: a date, an address, a number to look at, and nothing. */
export const recognition: Recognition = {
  format: 'csv', encoding: 'utf-8', encoding_confidence: 'sure', encoding_reason: 'only ASCII characters', encoding_note: { code: 'only_ascii', params: {} },
  delimiter: ',', delimiter_confidence: 'sure', delimiter_reason: '', delimiter_note: { code: 'columns_even', params: { columns: 4 } },
  sheet: null, other_sheets: [], header_rows: 1, header_confidence: 'likely', header_reason: '', header_note: { code: 'header_plain', params: {} }, exporter: null,
  row_count: 2, is_row_count_exact: true, warnings: [], remarks: [], told: {},
  columns: [seen(0, 'When'), seen(1, 'E-mail'), seen(2, 'Age'), seen(3, '', true)],
  fields: [
    recognised('when', [0]), recognised('email', [1], { personal_data: 'e-mail' }),
    recognised('age', [2], { confidence: 'check', missing: [{ token: 'NA', count: 4 }] }), recognised('column_4', [3], { confidence: 'check' }),
  ],
};
