import type { operations } from '@likeness/contract';
import type { z } from 'zod';
import type { Recognition } from '../../survey-file/recognition.ts';
import type { Note } from '../../survey-file/say.ts';
import { toRecognitionJson } from './recognition-json.ts';

export type ImportMapping = z.output<(typeof operations)['checkImport']['bodies'][0]['schema']>;
export type ColumnChoice = ImportMapping['columns'][number];
export type ImportField = NonNullable<ColumnChoice['field']>;

/** An import as the contract shows it. */
export type Import = z.output<(typeof operations)['getImport']['answers'][200]['schema']>;
export type ImportStatus = Import['status'];
export type ImportReport = NonNullable<Import['report']>;

/** A row that was not taken: `field` is the column's header where one is to blame. `cells` are the row as it was written. */
export type RefusedRow = { rowNumber: number; field: string | null; code: string; reason: string; note: Note; cells: string[] };

/** An import as it is stored. `isUnderWay`: a run of it is queued or running. */
export type ImportRow = {
  id: number;
  status: ImportStatus;
  file_name: string;
  byte_count: number;
  form_id: number | null;
  recognition: Recognition | null;
  mapping: ImportMapping | null;
  report: ImportReport | null;
  created_by: string;
  created_by_name: string | null;
  created_at: Date;
  imported_at: Date | null;
  undone_at: Date | null;
  isUnderWay: boolean;
};

/**
 * An import as the contract shows it.
 *
 * One that says it is importing while no run of it is left was given up after crash upon crash: it has failed.
 */
export function toImport(row: ImportRow): Import {
  const { isUnderWay, ...rest } = row;
  return {
    ...rest,
    status: row.status === 'importing' && !isUnderWay ? 'failed' : row.status,
    recognition: row.recognition === null ? null : toRecognitionJson(row.recognition),
    report: row.report && { ...row.report, refused_sample: row.report.refused_sample.map((refused) => ({ ...refused, note: refused.note ?? null })) },
    created_at: row.created_at.toISOString(),
    imported_at: row.imported_at?.toISOString() ?? null,
    undone_at: row.undone_at?.toISOString() ?? null,
  };
}
