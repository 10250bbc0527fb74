import type { PgBoss } from 'pg-boss';
import { executeRun, type ExecutionParts } from './run-executor.ts';
import { listUnfinishedRuns, type UnfinishedRun } from './run.queries.ts';

const QUEUE = 'runs';
const LOOK_EVERY_MS = 5000;
/** Runs at once in one process. Each holds up to four database sessions. */
const RUNS_AT_ONCE = 2;

export type RunQueue = {
  /** Looks for unfinished runs now, without waiting for it. */
  dispatch(): void;
  /** Ends the work: what is under way goes back into the queue. */
  stop(): Promise<void>;
};

/**
 * Hands unfinished runs to workers: here, and in every other server on the same database.
 *
 * The table `runs` is the truth; a job of pg-boss only says "look at this one". So a lost job loses nothing (the next
 * look, at the start and every few seconds, sends another), and one too many does nothing (the run's lock is taken, or it
 * has ended).
 */
export async function startRunQueue(boss: PgBoss, parts: ExecutionParts): Promise<RunQueue> {
  const stop = new AbortController();
  let workId: string | null = null;
  const wake = (): void => {
    if (workId !== null && !stop.signal.aborted) boss.notifyWorker(workId);
  };
  const dispatch = createDispatch(boss, parts, wake, stop.signal);
  // Of each run at most one job waits, however often it is sent.
  await boss.createQueue(QUEUE, { policy: 'short', notify: true, retryLimit: 0, expireInSeconds: 24 * 3600, deleteAfterSeconds: 3600 });
  const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };
  workId = await boss.work<UnfinishedRun>(QUEUE, { localConcurrency: RUNS_AT_ONCE, ...polling }, async ([job]) => {
    if (job === undefined || stop.signal.aborted) return;
    const outcome = await executeRun(parts, job.data.tenantId, job.data.runId, stop.signal);
    // Whoever waited for this run's lock can have it now.
    if (outcome === 'done') dispatch();
    // A worker would sleep after each job, even when others are waiting.
    wake();
  });
  const timer = setInterval(dispatch, LOOK_EVERY_MS);
  dispatch();
  return {
    dispatch,
    stop: async () => {
      clearInterval(timer);
      stop.abort(new Error('The server is stopping'));
      await boss.offWork(QUEUE, { wait: true });
    },
  };
}

function createDispatch(boss: PgBoss, { db, log }: ExecutionParts, wake: () => void, stopped: AbortSignal): () => void {
  let isLooking = false;
  let shallLookAgain = false;
  const look = async (): Promise<void> => {
    const runs = await listUnfinishedRuns(db);
    if (runs.length === 0) return;
    await boss.insert(QUEUE, runs.map((run) => ({ data: run, singletonKey: `${run.tenantId}/${run.runId}` })));
    wake();
  };
  return () => {
    if (stopped.aborted) return;
    shallLookAgain = true;
    if (isLooking) return;
    isLooking = true;
    void (async () => {
      while (shallLookAgain && !stopped.aborted) {
        shallLookAgain = false;
        await look().catch((error: unknown) => {
          if (!stopped.aborted) log.warn({ err: error }, 'could not look for runs; trying again in a few seconds');
        });
      }
      isLooking = false;
    })();
  };
}
