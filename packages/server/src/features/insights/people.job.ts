import { countGroups, markWindowRows, newestIds } from '@likeness/core';
import type { DayWindow } from '@likeness/core';
import { giveUp } from '../analytics/preview.job.ts';
import type { FrameJob } from '../frames/frame-job.ts';
import { attributesOfSelection, selectPeople, type Selection } from './select-people.ts';

/** `before`: only response ids below it. */
export type PeopleInput = { selection: Selection; window: DayWindow; before: number; limit: number };
/** `count`: all of them, whatever the page. `ids`: largest first. */
export type PeopleOutput = { count: number; ids: number[] };

/** Which respondents are these, by the ids of their latest responses in the window? */
export const peopleJob: FrameJob<PeopleInput, PeopleOutput> = {
  run: async (context, { selection, window, before, limit }) => {
    const { frame, dictionaries } = await context.open(attributesOfSelection(selection));
    const marks = markWindowRows(frame, window);
    const groups = selectPeople(frame, { selection, marks, thresholds: dictionaries.thresholds, isCancelled: context.isCancelled });
    if (groups === null) return giveUp(context);
    return { count: countGroups(groups).people, ids: newestIds(frame, groups, { before, limit }) };
  },
};
