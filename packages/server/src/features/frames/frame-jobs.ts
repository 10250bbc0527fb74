import { portfolioJob } from '../analytics/portfolio.job.ts';
import { previewJob } from '../analytics/preview.job.ts';
import { diagnosticsJob } from '../insights/diagnostics.job.ts';
import { differencesJob } from '../insights/differences.job.ts';
import { distributionJob } from '../insights/distribution.job.ts';
import { evidenceJob } from '../insights/evidence.job.ts';
import { peopleJob } from '../insights/people.job.ts';
import { calculateJob } from '../scoring/calculate.job.ts';
import type { FrameJobTable } from './frame-job.ts';

/** Every job that works on frames, by the name it is asked for with. */
export const frameJobs = {
  calculate: calculateJob,
  diagnostics: diagnosticsJob,
  differences: differencesJob,
  distribution: distributionJob,
  evidence: evidenceJob,
  people: peopleJob,
  portfolio: portfolioJob,
  preview: previewJob,
} satisfies FrameJobTable;

export type FrameJobs = typeof frameJobs;
