import { attributesOf, compareShares, compileKernel, countGroups, countOutcomes, markWindowRows } from '@likeness/core';
import type { Comparison, DayWindow, RuleSet } from '@likeness/core';
import { giveUp } from '../analytics/preview.job.ts';
import type { FrameJob } from '../frames/frame-job.ts';
import { attributesOfSelection, selectPeople, type Selection } from './select-people.ts';

/** Each claim is a rule set of one rule. */
export type EvidenceInput = { selection: Selection; claims: readonly RuleSet[]; window: DayWindow };
export type EvidenceOutput = { people: number; others: number; claims: Comparison[] };

/** What share of the people says so, and what share of all others, of those who answered? */
export const evidenceJob: FrameJob<EvidenceInput, EvidenceOutput> = {
  run: async (context, { selection, claims, window }) => {
    const { frame, dictionaries } = await context.open([...attributesOfSelection(selection), ...claims.flatMap(attributesOf)]);
    const { thresholds } = dictionaries;
    const { isCancelled } = context;
    const groups = selectPeople(frame, { selection, marks: markWindowRows(frame, window), thresholds, isCancelled });
    if (groups === null) return giveUp(context);
    const compared = claims.map((claim) => {
      const counts = countOutcomes(frame, { kernel: compileKernel(claim, frame, thresholds), groups, isCancelled });
      if (counts === null) return giveUp(context);
      const { people, others } = counts;
      return compareShares({ count: people.matched, n: people.matched + people.unmatched }, { count: others.matched, n: others.matched + others.unmatched });
    });
    return { ...countGroups(groups), claims: compared };
  },
};
