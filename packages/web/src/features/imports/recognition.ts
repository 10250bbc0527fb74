import type { Schemas } from '@likeness/sdk';

export type Import = Schemas['Import'];
export type Mapping = NonNullable<Import['mapping']>;
export type ColumnChoice = Mapping['columns'][number];
export type Field = NonNullable<ColumnChoice['field']>;
type FieldType = Field['type'];
type ColumnUse = ColumnChoice['use'];

/** What was seen in one column of the file. Shares are 0..1. */
export type SeenColumn = {
  index: number;
  header: string;
  samples: string[];
  answered_share: number;
  distinct_count: number;
  is_distinct_capped: boolean;
  is_empty: boolean;
};

/** What one column, or several of one question, were taken for, and why. */
export type SeenField = {
  key: string;
  columns: number[];
  confidence: 'sure' | 'likely' | 'check';
  reason: string;
  metric: { kind: 'nps' | 'satisfaction' | 'trust' | 'effort' | 'rating'; min: number; max: number } | null;
  personal_data: string | null;
  missing: { token: string; count: number }[];
};

/** What the server recognised in a file, as `recognition` of an import holds it. */
export type Recognition = {
  format: 'csv' | 'tsv' | 'xlsx';
  encoding: string | null;
  encoding_reason: string | null;
  delimiter: string | null;
  sheet: string | null;
  other_sheets: string[];
  header_rows: number;
  header_reason: string;
  exporter: string | null;
  row_count: number;
  is_row_count_exact: boolean;
  columns: SeenColumn[];
  fields: SeenField[];
  warnings: string[];
};

/** The recognition of an import; null when it holds none. The contract passes it on as plain JSON, the server writes this shape. */
export function readRecognition({ recognition }: Import): Recognition | null {
  return recognition === null || !Array.isArray(recognition['columns']) ? null : (recognition as unknown as Recognition);
}
