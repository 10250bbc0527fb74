import os from 'node:os';
import type { Database } from '../../db/database.ts';
import type { Log } from '../../log.ts';
import type { AnswerOf, FrameJobTable } from './frame-job.ts';
import type { FrameJobs } from './frame-jobs.ts';
import type { FrameService } from './frame-service.ts';
import { createThreadHandle, NO_FRAMES, type ThreadHandle } from './thread-handle.ts';

/**
 * `memoryBytes`: what all frames of all threads may take. `threads`: how many there are at most. `idleMs`: after how long a frame
 * that nobody uses is dropped. `jobsModule`: URL of a module that exports `frameJobs`, the server's own unless a test has others.
 */
export type FrameServiceParts = { db: Database; log: Log; memoryBytes: number; threads?: number; idleMs?: number; jobsModule?: string };

const OWN_JOBS = new URL('./frame-jobs.ts', import.meta.url).href;
const MOST_THREADS = 4;
const IDLE_MS = 30 * 60_000;

/**
 * Makes the service. Threads start when they are first needed, each with a few connections of its own; a tenant's frame lives in
 * one of them, chosen by the tenant's id, which has an equal part of the memory.
 *
 * Close it before the database.
 */
export function createFrameService<Jobs extends FrameJobTable = FrameJobs>({
  db,
  log,
  memoryBytes,
  threads = Math.max(1, Math.min(MOST_THREADS, os.availableParallelism() - 1)),
  idleMs = IDLE_MS,
  jobsModule = OWN_JOBS,
}: FrameServiceParts): FrameService<Jobs> {
  const { url, appRole, serverVersion } = db;
  const start = { database: { url, appRole, serverVersion }, memoryBytes: Math.floor(memoryBytes / threads), idleMs, jobsModule };
  const handles = Array.from({ length: threads }, (): ThreadHandle => createThreadHandle(start, log));
  return {
    run: async <Name extends keyof Jobs & string>(tenantId: number, name: Name, input: unknown, options = {}) => {
      const handle = handles[tenantId % threads];
      if (handle === undefined || !Number.isSafeInteger(tenantId)) throw new RangeError(`Not a tenant's id: ${tenantId}`);
      // The thread runs the job of this name, from the module whose type is Jobs.
      return (await handle.run(tenantId, name, input, options)) as AnswerOf<Jobs[Name]>;
    },
    statistics: () => {
      const total = { ...NO_FRAMES };
      for (const handle of handles) {
        const part = handle.statistics();
        for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += part[name];
      }
      return total;
    },
    close: async () => void (await Promise.all(handles.map((handle) => handle.close()))),
  };
}
