import { analyzeTables } from '../../db/analyze-tables.ts';
import type { FrameService } from '../frames/frame-service.ts';
import type { RunHandler } from '../runs/run-executor.ts';
import { calculateScores } from './calculate-scores.ts';

/** Makes what scores all responses under the newest rules of a run's persona, or of all active personas. */
export function createBatchCalculate(frames: FrameService): RunHandler {
  return async ({ db, tenantId, run, report, signal }) => {
    const personaIds = run.persona_id === null ? null : [run.persona_id];
    // Progress that cannot be written down is no reason to stop: without its database the work ends by itself.
    let reporting = Promise.resolve();
    const reportInTurn = async (before: Promise<void>, done: number, total: number): Promise<void> => {
      await before;
      await report(done, total).catch(() => undefined);
    };
    const { processed, matched, written, personaIds: scored } = await calculateScores(frames, tenantId, {
      personaIds,
      signal,
      report: (done, total) => {
        reporting = reportInTurn(reporting, done, total);
      },
    });
    await reporting;
    if (written > 0) await analyzeTables(db, ['form_responses', 'respondents', 'response_outcomes', 'outcome_scores']);
    await report(processed, processed);
    return { processed, matched, written, persona_ids: scored };
  };
}
