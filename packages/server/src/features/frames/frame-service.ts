import type { AnswerOf, FrameJobTable, InputOf } from './frame-job.ts';
import type { FrameJobs } from './frame-jobs.ts';

/** `report` hears how far the job is. An aborted `signal` ends the job, and the promise rejects with its reason at once. */
export type FrameRunOptions = { signal?: AbortSignal; report?: (done: number, total: number) => void };

/** How much is in memory, and what was loaded since the start. Bytes are those of the frames, not of the process. */
export type FrameStatistics = { frames: number; rows: number; bytes: number; loads: number; loadedRows: number; loadSeconds: number };

/** Runs jobs on tenants' frames, in threads of their own: whoever asks never computes on the thread that answers requests. */
export type FrameService<Jobs extends FrameJobTable = FrameJobs> = {
  /**
   * Runs the job where the tenant's frame is, and answers what it answers. The frame is as new as the database is when the job
   * opens it, so whoever has committed a change before asking finds it there.
   *
   * Throws what the job throws (`Failure` and `FrameTooLarge` as such), `Failure('not_ready')` when the thread broke down under
   * it (the next call gets a new one), and the signal's reason.
   */
  run<Name extends keyof Jobs & string>(
    tenantId: number,
    name: Name,
    input: InputOf<Jobs[Name]>,
    options?: FrameRunOptions,
  ): Promise<AnswerOf<Jobs[Name]>>;
  statistics(): FrameStatistics;
  /** Cancels what is running, ends the threads and their connections. Safe to call twice. */
  close(): Promise<void>;
};
