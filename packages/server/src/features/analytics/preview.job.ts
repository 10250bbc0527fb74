import { attributesOf, compileKernel, countScores, markWindowRows, sampleMoves } from '@likeness/core';
import type { DayWindow, Kernel, MovedRow, RuleSet } from '@likeness/core';
import type { FrameContext, FrameJob } from '../frames/frame-job.ts';
import { CHANGES, type Difference, type PreviewFigures, toPreviewAnswer } from './preview-answer.ts';

/** `present`: the rules to compare with, or null. */
export type PreviewInput = { ruleSet: RuleSet; present: RuleSet | null; window: DayWindow; withChanges: boolean; withDiagnostics: boolean };

/** A respondent who would move: scores in percent. */
type MovedResponse = { response_id: number; match_score: number; previous_score: number };

export type PreviewOutput = PreviewFigures & { changes: Record<keyof Difference, MovedResponse[]> | null };

const SAMPLE_SIZE = 10;

/** What would these rules say about the responses of these days, and whom would they move? */
export const previewJob: FrameJob<PreviewInput, PreviewOutput> = {
  run: async (context, { ruleSet, present, window, withChanges, withDiagnostics }) => {
    const { frame, dictionaries } = await context.open([ruleSet, ...(present ? [present] : [])].flatMap(attributesOf));
    const { thresholds } = dictionaries;
    const marks = markWindowRows(frame, window);
    const now = compileKernel(ruleSet, frame, thresholds);
    const before = present && compileKernel(present, frame, thresholds);
    const counts = countScores(frame, { now, before, marks, isCancelled: context.isCancelled });
    if (counts === null) return giveUp(context);
    const figures = toPreviewAnswer(counts, { ruleSet, present, thresholds, withDiagnostics });
    if (!withChanges || before === null) return { ...figures, changes: null };
    const sampleOf = (change: keyof Difference): MovedResponse[] => {
      const rows = sampleMoves(frame, { now, before, marks, hasMoved: CHANGES[change], limit: figures.difference?.[change] === 0 ? 0 : SAMPLE_SIZE, isCancelled: context.isCancelled });
      return rows === null ? giveUp(context) : rows.map((row) => toMoved(row, now, before));
    };
    return {
      ...figures,
      changes: { enter: sampleOf('enter'), leave: sampleOf('leave'), become_strong: sampleOf('become_strong'), lose_strong: sampleOf('lose_strong') },
    };
  },
};

/** Nobody waits for the answer any more. */
export function giveUp({ signal }: FrameContext): never {
  signal.throwIfAborted();
  throw new Error('A job was cancelled without a reason.');
}

function toMoved({ id, now, before }: MovedRow, nowKernel: Kernel, beforeKernel: Kernel): MovedResponse {
  return { response_id: id, match_score: nowKernel.scoreOf(now).scoreHundredths / 100, previous_score: beforeKernel.scoreOf(before).scoreHundredths / 100 };
}
