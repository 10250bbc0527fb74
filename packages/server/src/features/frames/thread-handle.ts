import { Worker } from 'node:worker_threads';
import { Failure } from '../../failures/failure.ts';
import { toLoggedError, type Log } from '../../log.ts';
import { unpackError } from './carried-error.ts';
import type { FrameRunOptions, FrameStatistics } from './frame-service.ts';
import type { ThreadNews, ThreadOrder, ThreadStart } from './thread-messages.ts';

/** One thread as the others see it. It starts with the first job, and again with the next one after it broke down. */
export type ThreadHandle = {
  run(tenantId: number, name: string, input: unknown, options: FrameRunOptions): Promise<unknown>;
  statistics(): FrameStatistics;
  close(): Promise<void>;
};

export const NO_FRAMES: FrameStatistics = { frames: 0, rows: 0, bytes: 0, loads: 0, loadedRows: 0, loadSeconds: 0 };

const PROGRAM = new URL('./frame-thread.ts', import.meta.url);
/** A thread that has not ended by itself after this long is ended. */
const CLOSE_TIMEOUT_MS = 10_000;
/** Columns lie outside of the thread's heap; what it makes and forgets while loading should not grow its nursery either. */
const LIMITS = { maxYoungGenerationSizeMb: 48 };

type Waiting = { cancelled: Int32Array; resolve: (answer: unknown) => void; reject: (error: unknown) => void; report: FrameRunOptions['report'] };
type Living = { worker: Worker; waiting: Map<number, Waiting>; statistics: FrameStatistics; ended: Promise<void> };

/** Makes the handle; nothing is started yet. */
export function createThreadHandle(start: ThreadStart, log: Log): ThreadHandle {
  let living: Living | null = null;
  let lastRun = 0;
  let isClosed = false;
  const revive = (): Living => {
    living ??= startThread(start, log, () => {
      living = null;
    });
    return living;
  };
  return {
    run: (tenantId, name, input, { signal, report }) => {
      if (isClosed) return Promise.reject(new Failure('not_ready', 'The server stops.'));
      if (signal?.aborted) return Promise.reject(signal.reason);
      const run = (lastRun += 1);
      const { worker, waiting } = revive();
      const cancelled = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const send = (order: ThreadOrder): void => worker.postMessage(order);
      return new Promise((resolve, reject) => {
        const cancel = (): void => {
          Atomics.store(cancelled, 0, 1);
          send({ type: 'cancel', run });
          waiting.delete(run);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', cancel, { once: true });
        const settle = <Value>(finish: (value: Value) => void) => (value: Value): void => {
          signal?.removeEventListener('abort', cancel);
          finish(value);
        };
        waiting.set(run, { cancelled, resolve: settle(resolve), reject: settle(reject), report });
        send({ type: 'run', run, tenantId, name, input, cancelled });
      });
    },
    statistics: () => living?.statistics ?? NO_FRAMES,
    close: async () => {
      isClosed = true;
      if (living !== null) await endThread(living);
    },
  };
}

function startThread(start: ThreadStart, log: Log, onEnded: () => void): Living {
  // Flags of this process, its test runner's for example, are not the thread's business.
  const worker = new Worker(PROGRAM, { workerData: start, name: 'frames', execArgv: [], resourceLimits: LIMITS });
  const waiting = new Map<number, Waiting>();
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', (code) => {
      onEnded();
      const broken = new Failure('not_ready', 'The computation broke down. Nothing was changed. Try again in a moment.');
      for (const { reject } of waiting.values()) reject(broken);
      if (waiting.size > 0) log.error({ code, jobs: waiting.size }, 'A thread with frames ended while it had work');
      waiting.clear();
      resolve();
    });
  });
  const living: Living = { worker, waiting, statistics: NO_FRAMES, ended };
  worker.on('error', (error) => log.error({ err: toLoggedError(error) }, 'A thread with frames broke down'));
  worker.on('message', (news: ThreadNews) => hear(living, news));
  return living;
}

function hear(living: Living, news: ThreadNews): void {
  if ('statistics' in news) living.statistics = news.statistics;
  if (news.type === 'counted') return;
  const waiting = living.waiting.get(news.run);
  // Cancelled meanwhile.
  if (waiting === undefined) return;
  if (news.type === 'progressed') {
    waiting.report?.(news.done, news.total);
    return;
  }
  living.waiting.delete(news.run);
  if (news.type === 'answered') waiting.resolve(news.answer);
  else waiting.reject(unpackError(news.error));
}

async function endThread({ worker, waiting, ended }: Living): Promise<void> {
  for (const { cancelled } of waiting.values()) Atomics.store(cancelled, 0, 1);
  worker.postMessage({ type: 'close' } satisfies ThreadOrder);
  const timer = setTimeout(() => void worker.terminate(), CLOSE_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
