import type { FrameJobTable } from './frame-job.ts';

/** Every job that works on frames, by the name it is asked for with. */
export const frameJobs = {} satisfies FrameJobTable;

export type FrameJobs = typeof frameJobs;
