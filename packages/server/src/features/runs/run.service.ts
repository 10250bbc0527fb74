import { setTimeout as delay } from 'node:timers/promises';
import type { Caller } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { notFound } from '../../failures/failure.ts';
import { fromCursor, toPage } from '../../http/cursor.ts';
import { hasEnded, type Run } from './run.ts';
import { findRun, listRuns, type RunFilter } from './run.queries.ts';
import { insertRun, lockQueuedRun, type RunRequest } from './run.store.ts';

export type RunService = {
  /** See `requestRun`. */
  requestRun(trx: TenantTransaction, caller: Caller, request: RunRequest): Promise<Run>;
  /** Makes the workers look for queued runs at once; call it after the transaction that requested one. */
  dispatchRuns(): void;
  /** Waits for the end of a run, good or bad. Throws `not_found`, or the signal's reason when it is aborted. */
  runToEnd(caller: Caller, runId: number, signal?: AbortSignal): Promise<Run>;
  get(caller: Caller, runId: number): Promise<Run>;
  list(caller: Caller, page: RunPage): Promise<{ items: Run[]; next_cursor: string | null }>;
};

export type RunPage = { limit: number; cursor?: string | undefined } & RunFilter;

const FIRST_LOOK_MS = 20;
const LONGEST_LOOK_MS = 500;

/**
 * Asks for a run in the caller's transaction; it begins after the commit (call `dispatchRuns`), or within seconds.
 *
 * When the same is queued already, that run is answered: it will see what this transaction changes. One that is under
 * way may have missed the change, so then another is queued behind it.
 */
export async function requestRun(trx: TenantTransaction, caller: Caller, request: RunRequest): Promise<Run> {
  return (await lockQueuedRun(trx, caller.tenantId, request)) ?? insertRun(trx, caller.tenantId, request, caller);
}

/** `dispatch` wakes the workers (`RunQueue.dispatch`). */
export function createRunService({ db, dispatch }: { db: Database; dispatch: () => void }): RunService {
  const get = async (caller: Caller, runId: number): Promise<Run> => {
    const run = await readTenant(db, caller.tenantId, (trx) => findRun(trx, caller.tenantId, runId));
    if (run === null) throw notFound('run');
    return run;
  };
  return {
    requestRun,
    dispatchRuns: dispatch,
    get,
    runToEnd: async (caller, runId, signal) => {
      // Looked up again and again: the run may be done by another server.
      for (let pauseMs = FIRST_LOOK_MS; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_LOOK_MS)) {
        signal?.throwIfAborted();
        const run = await get(caller, runId);
        if (hasEnded(run)) return run;
        await delay(pauseMs, undefined, signal ? { signal } : {});
      }
    },
    list: async (caller, { limit, cursor, ...filter }) => {
      const [beforeId = null] = fromCursor(cursor, ['number']) ?? [];
      const runs = await readTenant(db, caller.tenantId, (trx) =>
        listRuns(trx, caller.tenantId, { limit, beforeId: beforeId === null ? null : Number(beforeId), ...filter }),
      );
      return toPage(runs, limit, (run) => run, (run) => [run.id]);
    },
  };
}
