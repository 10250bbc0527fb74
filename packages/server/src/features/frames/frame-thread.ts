import { parentPort, workerData } from 'node:worker_threads';
import { reopenDatabase } from '../../db/database.ts';
import { packError } from './carried-error.ts';
import { createFrameCache } from './frame-cache.ts';
import type { FrameContext, FrameJobTable } from './frame-job.ts';
import type { ThreadNews, ThreadOrder, ThreadStart } from './thread-messages.ts';

/**
 * A program for a thread: keeps the frames of some tenants, and runs jobs on them, any number at a time.
 *
 * Jobs take turns where they await. The thread ends when it is told to, its jobs and its connections first.
 */
const { database, memoryBytes, idleMs, jobsModule } = workerData as ThreadStart;
const { frameJobs } = (await import(jobsModule)) as { frameJobs: FrameJobTable };
const CONNECTIONS = 4;
const LEAST_REPORT_INTERVAL_MS = 50;
const LONGEST_IDLE_CHECK_MS = 60_000;

const port = parentPort;
if (port === null) throw new Error('This program runs in a thread only');
const db = reopenDatabase(database, { appPoolSize: CONNECTIONS });
const closing = new AbortController();
const cache = createFrameCache({ db, memoryBytes, signal: closing.signal });
const running = new Map<number, { controller: AbortController; finished: Promise<void> }>();
const tell = (news: ThreadNews): void => port.postMessage(news);

const idleTimer = setInterval(() => {
  cache.dropIdle(idleMs);
  tell({ type: 'counted', statistics: cache.statistics() });
}, Math.min(idleMs, LONGEST_IDLE_CHECK_MS));

port.on('message', (order: ThreadOrder) => {
  if (order.type === 'run') start(order);
  else if (order.type === 'cancel') running.get(order.run)?.controller.abort(new Error('Nobody waits for the answer any more'));
  else void close();
});

function start(order: Extract<ThreadOrder, { type: 'run' }>): void {
  const controller = new AbortController();
  const finished = work(order, controller).finally(() => running.delete(order.run));
  running.set(order.run, { controller, finished });
}

async function work({ run, tenantId, name, input, cancelled }: Extract<ThreadOrder, { type: 'run' }>, controller: AbortController): Promise<void> {
  const { signal } = controller;
  const isCancelled = (): boolean => {
    if (Atomics.load(cancelled, 0) === 0) return signal.aborted;
    controller.abort(new Error('Nobody waits for the answer any more'));
    return true;
  };
  const context: FrameContext = {
    db, tenantId, signal, isCancelled,
    report: createReporter(run),
    open: async (attributes, within) => {
      isCancelled();
      signal.throwIfAborted();
      const opening = cache.open(tenantId, attributes, within);
      // A transaction must not end under a frame that is loaded within it. Without one, loading goes on: the next job wants it too.
      return within === undefined ? unlessAborted(opening, signal) : opening;
    },
  };
  try {
    const job = frameJobs[name];
    if (job === undefined) throw new Error(`There is no frame job named ${name}`);
    if (isCancelled()) throw signal.reason;
    const answer = await job.run(context, input as never);
    tell({ type: 'answered', run, answer, statistics: cache.statistics() });
  } catch (error) {
    tell({ type: 'failed', run, error: packError(error), statistics: cache.statistics() });
  }
}

/** The first and the last report always arrive; between them a few each second. */
function createReporter(run: number): FrameContext['report'] {
  let lastMs = -Infinity;
  return (done, total) => {
    const nowMs = performance.now();
    if (done < total && nowMs - lastMs < LEAST_REPORT_INTERVAL_MS) return;
    lastMs = nowMs;
    tell({ type: 'progressed', run, done, total });
  };
}

async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  work.catch(() => undefined);
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

async function close(): Promise<void> {
  clearInterval(idleTimer);
  const reason = new Error('The server stops');
  closing.abort(reason);
  for (const { controller } of running.values()) controller.abort(reason);
  await Promise.all([...running.values()].map(({ finished }) => finished));
  await db.close();
  port?.close();
}
