import type { Schemas } from '@likeness/sdk';

export type Run = Schemas['Run'];
export type RunView = {
  run: Run;
  isUnderWay: boolean;
  /** 0..100; null while it is not known, and once it has ended. */
  percent: number | null;
  /** From begin to end; null before. */
  tookMs: number | null;
  /** Whether it can be done again: it failed. */
  canRetry: boolean;
};

/**
 * A run as the table shows it.
 *
 * @example toRunView({ ...run, status: 'running', done: 50, total: 200 }).percent // 25
 */
export function toRunView(run: Run): RunView {
  const { status, done, total, started_at, finished_at } = run;
  const isUnderWay = status === 'queued' || status === 'running';
  return {
    run,
    isUnderWay,
    percent: isUnderWay && total !== null && total > 0 ? Math.min(100, (100 * done) / total) : null,
    tookMs: started_at === null || finished_at === null ? null : Date.parse(finished_at) - Date.parse(started_at),
    canRetry: status === 'failed',
  };
}

/** The results of a run that are plain numbers, with their names as the API gives them. */
export function toResults({ result }: Run): { name: string; count: number }[] {
  return Object.entries(result ?? {}).flatMap(([name, count]) => (typeof count === 'number' ? [{ name: name.replaceAll('_', ' '), count }] : []));
}
