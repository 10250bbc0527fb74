import type { FrameContext, FrameJob } from '../frames/frame-job.ts';
import { FrameTooLarge } from '../frames/frame-too-large.ts';
import { calculateByFrame } from './calculate-by-frame.ts';
import { calculateBySql } from './calculate-by-sql.ts';
import { SettingsChanged, type CalculationResult } from './calculation.ts';

const MOST_ATTEMPTS = 3;

/** `personaIds` null: all active personas that have rules. */
export type CalculateInput = { personaIds: number[] | null };

/**
 * Scores all responses under the newest rules of some personas and makes the result the stored one (`calculateScores`).
 *
 * A tenant whose frame does not fit is calculated inside the database. Settings or dictionary that change meanwhile make it
 * begin again, three times at most.
 */
export const calculateJob: FrameJob<CalculateInput, CalculationResult> = {
  run: async (context, { personaIds }) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await calculateOnce(context, personaIds);
      } catch (error) {
        if (!(error instanceof SettingsChanged)) throw error;
        if (attempt === MOST_ATTEMPTS) throw new Error('The settings changed again and again while scores were calculated.', { cause: error });
      }
    }
  },
};

async function calculateOnce(context: FrameContext, personaIds: number[] | null): Promise<CalculationResult> {
  try {
    return await calculateByFrame(context, personaIds);
  } catch (error) {
    if (!(error instanceof FrameTooLarge)) throw error;
  }
  const { db, tenantId, signal, report } = context;
  return calculateBySql(db, tenantId, { personaIds, signal, report });
}
