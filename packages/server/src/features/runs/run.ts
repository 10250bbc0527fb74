import type { ErrorCode } from '@likeness/contract';
import type { Selectable } from 'kysely';
import type { JsonObject, RunsTable } from '../../db/tables.ts';

export type RunKind = RunsTable['kind'];
export type RunStatus = 'queued' | 'running' | 'succeeded' | 'failed';

/** One piece of long work, as the contract shows it. `total` is null while not known. */
export type Run = {
  id: number;
  kind: RunKind;
  status: RunStatus;
  persona_id: number | null;
  import_id: number | null;
  done: number;
  total: number | null;
  attempt: number;
  result: JsonObject | null;
  error: { code: ErrorCode; message: string } | null;
  requested_by: string;
  requested_by_name: string | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
};

/** A row of `runs` as the contract shows it. */
export function toRun(row: Selectable<RunsTable>): Run {
  const { tenant_id: _, ...rest } = row;
  return {
    ...rest,
    // Written by `failRun` alone.
    error: row.error as Run['error'],
    created_at: row.created_at.toISOString(),
    started_at: row.started_at?.toISOString() ?? null,
    finished_at: row.finished_at?.toISOString() ?? null,
  };
}

/** Whether the run has come to its end, good or bad. */
export function hasEnded(run: Run): boolean {
  return run.status === 'succeeded' || run.status === 'failed';
}
