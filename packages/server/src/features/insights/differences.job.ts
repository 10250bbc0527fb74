import { countAnswerCodes, countGroups, findDifferingAnswers, markWindowRows, readColumnAnswers } from '@likeness/core';
import type { ColumnAnswers, ComparedAnswer, DayWindow } from '@likeness/core';
import { giveUp } from '../analytics/preview.job.ts';
import type { FrameJob } from '../frames/frame-job.ts';
import { attributesOfSelection, selectPeople, type Selection } from './select-people.ts';

/** `attributes`: whose answers are compared. */
export type DifferencesInput = { selection: Selection; attributes: readonly string[]; window: DayWindow; limit: number };
export type DifferencesOutput = { people: number; others: number; compared: number; leftOut: string[]; items: ComparedAnswer[] };

/** Which answers set the people apart from everybody else? */
export const differencesJob: FrameJob<DifferencesInput, DifferencesOutput> = {
  run: async (context, { selection, attributes, window, limit }) => {
    const { isCancelled } = context;
    const { frame, dictionaries } = await context.open([...attributesOfSelection(selection), ...attributes]);
    const groups = selectPeople(frame, { selection, marks: markWindowRows(frame, window), thresholds: dictionaries.thresholds, isCancelled });
    if (groups === null) return giveUp(context);
    const columns = attributes.map((attribute) => {
      const column = frame.getColumn(attribute);
      const answers: ColumnAnswers | null = readColumnAnswers(column, countAnswerCodes(column, groups), isCancelled);
      return answers === null ? giveUp(context) : { attribute, answers };
    });
    const { items, compared, leftOut } = findDifferingAnswers(columns);
    return { ...countGroups(groups), compared, leftOut, items: items.slice(0, limit) };
  },
};
