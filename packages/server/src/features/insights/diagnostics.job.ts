import { attributesOf, compileKernel, countScores, markWindowRows } from '@likeness/core';
import type { DayWindow, RuleSet } from '@likeness/core';
import { type Diagnostics, toDiagnosticsAnswer } from '../analytics/diagnostics-answer.ts';
import { giveUp } from '../analytics/preview.job.ts';
import type { FrameJob } from '../frames/frame-job.ts';

export type DiagnosticsInput = { ruleSet: RuleSet; window: DayWindow };

/** How do these rules work together over the respondents of the window? */
export const diagnosticsJob: FrameJob<DiagnosticsInput, Diagnostics> = {
  run: async (context, { ruleSet, window }) => {
    const { frame, dictionaries } = await context.open(attributesOf(ruleSet));
    const { thresholds } = dictionaries;
    const now = compileKernel(ruleSet, frame, thresholds);
    const counted = countScores(frame, { now, before: null, marks: markWindowRows(frame, window), isCancelled: context.isCancelled });
    return counted === null ? giveUp(context) : toDiagnosticsAnswer(counted.now, ruleSet, thresholds);
  },
};
