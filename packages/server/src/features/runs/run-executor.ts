import { systemCaller, type Caller } from '../../access/caller.ts';
import { isDatabaseError } from '../../db/database-error.ts';
import type { Database } from '../../db/database.ts';
import type { JsonObject } from '../../db/tables.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { Failure } from '../../failures/failure.ts';
import type { Log } from '../../log.ts';
import { tryRunLock } from './run-lock.ts';
import { hasEnded, type Run, type RunKind } from './run.ts';
import { findRun } from './run.queries.ts';
import { beginRun, failRun, reportProgress, requeueRun, succeedRun } from './run.store.ts';

/** What a handler gets. `report` may be called as often as it likes; about once a second it is written down. */
export type RunContext = {
  db: Database;
  tenantId: number;
  run: Run;
  caller: Caller;
  report(done: number, total: number | null): Promise<void>;
  /** Aborted when the server stops: throw, and the run goes back into the queue. */
  signal: AbortSignal;
};

/** Does the work of one kind of run and answers its result. What it throws fails the run. */
export type RunHandler = (context: RunContext) => Promise<JsonObject>;
export type RunHandlers = Record<RunKind, RunHandler>;

const REPORT_EVERY_MS = 1000;
const MOST_ATTEMPTS = 5;

export type ExecutionParts = { db: Database; handlers: RunHandlers; log: Log };

/**
 * Does one run from beginning to end, unless it has ended or its lock is taken.
 *
 * Answers `busy` when another run must end first, `done` otherwise, whatever came of it: its row says so. A run that
 * was begun and has no lock was left behind by a crash, and is done again, five times at most.
 */
export async function executeRun(parts: ExecutionParts, tenantId: number, runId: number, stop: AbortSignal): Promise<'done' | 'busy'> {
  const { db } = parts;
  const waiting = await readTenant(db, tenantId, (trx) => findRun(trx, tenantId, runId));
  if (waiting === null || hasEnded(waiting)) return 'done';
  const lock = await tryRunLock(db, tenantId, waiting);
  if (lock === null) return 'busy';
  try {
    const run = await withTenant(db, tenantId, (trx) => beginRun(trx, tenantId, runId));
    if (run !== null) await work(parts, tenantId, run, AbortSignal.any([stop, lock.lost]));
  } finally {
    await lock.release();
  }
  return 'done';
}

async function work({ db, handlers, log }: ExecutionParts, tenantId: number, run: Run, signal: AbortSignal): Promise<void> {
  const write = <T>(step: (trx: Parameters<Parameters<typeof withTenant>[2]>[0]) => Promise<T>): Promise<T> => withTenant(db, tenantId, step);
  try {
    if (run.attempt > MOST_ATTEMPTS) throw new Failure('internal', `The server ended ${MOST_ATTEMPTS} times while it did this. It is not tried again.`);
    const progress = everySecond((done, total) => write((trx) => reportProgress(trx, tenantId, run.id, done, total)));
    const system = systemCaller(tenantId);
    const caller = { ...system, actor: run.requested_by, name: run.requested_by_name ?? system.name };
    const result = await handlers[run.kind]({ db, tenantId, run, caller, report: progress.report, signal });
    await write((trx) => succeedRun(trx, tenantId, run.id, result, progress.end()));
  } catch (error) {
    if (signal.aborted) {
      await write((trx) => requeueRun(trx, tenantId, run.id));
      return;
    }
    log.error({ err: error, tenant_id: tenantId, run_id: run.id, kind: run.kind }, 'run failed');
    await write((trx) => failRun(trx, tenantId, run.id, toRunError(error, run.id)));
  }
}

function toRunError(error: unknown, runId: number): NonNullable<Run['error']> {
  if (error instanceof Failure) return { code: error.code, message: error.detail };
  if (isDatabaseError(error, 'unavailable') || isDatabaseError(error, 'timed_out')) {
    return { code: 'not_ready', message: 'The database did not answer. Nothing was changed. Try again in a moment.' };
  }
  return { code: 'internal', message: `Something went wrong on our side. Nothing was changed. The log has the reason under run ${runId}.` };
}

/** Writes down the first report and then one a second; `end` is how much there was to do, by the last of them. */
function everySecond(write: (done: number, total: number | null) => Promise<void>): { report: RunContext['report']; end(): number } {
  let writtenAtMs = 0;
  let last = 0;
  return {
    report: async (done, total) => {
      last = total ?? done;
      if (Date.now() - writtenAtMs < REPORT_EVERY_MS) return;
      writtenAtMs = Date.now();
      await write(done, total);
    },
    end: () => last,
  };
}
