import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { RunHandlers } from '../features/runs/run-executor.ts';
import { startRunQueue } from '../features/runs/run-queue.ts';
import type { RunService } from '../features/runs/run.service.ts';
import type { Log } from '../log.ts';
import { startCounting } from './count-responses.ts';
import { openJobQueue } from './job-queue.ts';
import { startNightlySync, type SyncSettings } from './nightly-sync.ts';
import { removeExpired } from './retention.ts';

const HOURLY_QUEUE = 'hourly';
const HOURLY = 'FREQ=HOURLY;BYMINUTE=17;BYSECOND=0';

export type JobParts = {
  db: Database;
  clock: Clock;
  log: Log;
  handlers: RunHandlers;
  requestRun: RunService['requestRun'];
  settings: SyncSettings;
};

export type Jobs = {
  /** Makes the workers look for queued runs at once (`createRunService` takes it). */
  dispatch(): void;
  /** Ends all work: runs under way go back into the queue for the next server. */
  stop(): Promise<void>;
};

/** Starts the workers and schedules of one server. Any number of servers on one database share the work. */
export async function startJobs({ db, clock, log, handlers, requestRun, settings }: JobParts): Promise<Jobs> {
  const jobs = await openJobQueue({ db, log });
  const { boss } = jobs;
  try {
    const queue = await startRunQueue(boss, { db, handlers, log });
    const nightly = await startNightlySync(boss, { db, clock, log, runs: { requestRun, dispatchRuns: queue.dispatch } }, settings);
    await boss.createQueue(HOURLY_QUEUE, { retryLimit: 0 });
    await boss.work(HOURLY_QUEUE, { pollingIntervalSeconds: 30 }, async () => {
      await removeExpired({ db, clock, log });
      await nightly.reschedule();
    });
    await boss.schedule(HOURLY_QUEUE, HOURLY);
    const counting = startCounting({ db, log });
    return {
      dispatch: queue.dispatch,
      stop: async () => {
        await counting.stop();
        await queue.stop();
        await jobs.stop();
      },
    };
  } catch (error) {
    await jobs.stop();
    throw error;
  }
}
