import type { FrameService } from '../frames/frame-service.ts';
import type { CalculationResult } from './calculation.ts';

export type Calculation = {
  /** null: all active personas that have rules. */
  personaIds: number[] | null;
  /** Hears, from time to time, how many of `total` responses are done. */
  report?: (done: number, total: number) => void;
  signal?: AbortSignal;
};

/**
 * Scores all responses of the tenant under the newest rules of these personas and makes the result the stored one.
 *
 * The work is done in the thread that has the tenant's responses in memory, in one transaction. Submissions go on
 * meanwhile and wait only for its last moment. Readers see the old scores or the new ones. Killed at any point, nothing of
 * it remains. Rows that are as they were are not written: a change of weights or thresholds writes none.
 *
 * Settings or dictionary that change while it works make it begin again, three times at most. Throws the signal's
 * reason when it is aborted. Personas without rules, and ids that do not exist, are left out.
 */
export function calculateScores(frames: FrameService, tenantId: number, { personaIds, report, signal }: Calculation): Promise<CalculationResult> {
  return frames.run(tenantId, 'calculate', { personaIds }, { ...(report && { report }), ...(signal && { signal }) });
}
