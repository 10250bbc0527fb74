import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import type { SurveyFileLimits } from '../../survey-file/limits.ts';
import type { RunService } from '../runs/run.service.ts';

/** The largest file taken in, in bytes, and the most rows of answers in it. */
export type ImportLimits = { fileBytes: number; fileRows: number };

/** What imports are made of. */
export type ImportParts = {
  db: Database;
  clock: Clock;
  runs: Pick<RunService, 'requestRun' | 'dispatchRuns'>;
  limits: ImportLimits;
};

/** The same limits as the reading of survey files knows them. */
export function toSurveyFileLimits({ fileBytes, fileRows }: ImportLimits): Partial<SurveyFileLimits> {
  return { fileBytes, rows: fileRows };
}
