import { analyzeTables } from '../../db/analyze-tables.ts';
import type { RunHandler } from '../runs/run-executor.ts';
import { calculateScores } from './calculate-scores.ts';

/** Scores all responses under the newest rules of the run's persona, or of all active personas. */
export const batchCalculate: RunHandler = async ({ db, tenantId, run, report, signal }) => {
  const personaIds = run.persona_id === null ? null : [run.persona_id];
  const { processed, matched, written, personaIds: scored } = await calculateScores(db, tenantId, { personaIds, report, signal });
  if (written > 0) await analyzeTables(db, ['form_responses', 'respondents', 'response_outcomes', 'outcome_scores']);
  await report(processed, processed);
  return { processed, matched, written, persona_ids: scored };
};
