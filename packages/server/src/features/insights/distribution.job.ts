import { countAnswerCodes, countGroups, foldText, markWindowRows, PEOPLE, quantileOf, readColumnAnswers, RESPONDENT, toDateBins, toNumberBins } from '@likeness/core';
import type { AnswerBins, ColumnAnswers, DayWindow, GroupCounts, RuleSet } from '@likeness/core';
import type { Level } from '../analytics/portfolio-answer.ts';
import { giveUp } from '../analytics/preview.job.ts';
import { toCustomerShare, type CustomerShare } from '../analytics/to-figures.ts';
import type { FrameJob } from '../frames/frame-job.ts';
import { attributesOfSelection, selectPeople, type Selection } from './select-people.ts';

/** `ruleSet` null: nobody is asked to fit anything. `search`: only values that contain it. */
export type DistributionInput = { attribute: string; ruleSet: RuleSet | null; level: Level; window: DayWindow; search: string; limit: number };

type Counted = { respondents: number; matching: number | null };

/** What respondents answer, named as the contract names it. Numbers as such, days as YYYY-MM-DD. */
export type Distribution = {
  attribute: string;
  type: ColumnAnswers['type'];
  respondents: number;
  answered: number;
  missing: number;
  unreadable: number;
  matching: CustomerShare | null;
  smallest: number | string | null;
  median: number | string | null;
  largest: number | string | null;
  bins: (Counted & { from: number | string; to: number | string })[] | null;
  below: number;
  above: number;
  values: (Counted & { value: string })[] | null;
  distinct: number;
};

/** What do respondents answer to an attribute, and how many of them fit? */
export const distributionJob: FrameJob<DistributionInput, Distribution> = {
  run: async (context, { attribute, ruleSet, level, window, search, limit }) => {
    const { isCancelled } = context;
    const selection: Selection | null = ruleSet && { by: 'persona', ruleSet, set: level, rule: null };
    const { frame, dictionaries } = await context.open([attribute, ...(selection ? attributesOfSelection(selection) : [])]);
    const marks = markWindowRows(frame, window);
    // Without rules everybody is one of the people.
    const groups = selection
      ? selectPeople(frame, { selection, marks, thresholds: dictionaries.thresholds, isCancelled })
      : marks.map((mark) => (mark === RESPONDENT ? PEOPLE : 0));
    if (groups === null) return giveUp(context);
    const column = frame.getColumn(attribute);
    const answers = readColumnAnswers(column, countAnswerCodes(column, groups), isCancelled);
    if (answers === null) return giveUp(context);
    const { people, others } = countGroups(groups);
    return {
      attribute,
      ...toDistribution(answers, { hasRules: selection !== null, search: foldText(search), limit }),
      respondents: people + others,
      matching: selection === null ? null : toCustomerShare(people, people + others),
    };
  },
};

type Wanted = { hasRules: boolean; search: string; limit: number };

function toDistribution(answers: ColumnAnswers, { hasRules, search, limit }: Wanted): Omit<Distribution, 'attribute' | 'respondents' | 'matching'> {
  const { type, numbers } = answers;
  const toCounted = ({ people, others }: GroupCounts): Counted => ({ respondents: people + others, matching: hasRules ? people : null });
  const total = ({ people, others }: GroupCounts): number => people + others;
  const isMeasured = type === 'number' || type === 'date';
  const show = (number: number | null | undefined): number | string | null => (number === null || number === undefined ? null : toShown(number, type));
  const { bins, below, above }: AnswerBins = type === 'date' ? toDateBins(numbers) : toNumberBins(numbers);
  const values = answers.values.filter(({ value, label }) => value.includes(search) || foldText(label).includes(search));
  return {
    type,
    answered: total(answers.answered),
    missing: total(answers.missing),
    unreadable: total(answers.unreadable),
    smallest: show(numbers[0]?.number),
    median: show(quantileOf(numbers, 0.5)),
    largest: show(numbers.at(-1)?.number),
    bins: isMeasured ? bins.map((bin) => ({ from: toShown(bin.from, type), to: toShown(bin.to, type), ...toCounted(bin) })) : null,
    below,
    above,
    values: isMeasured ? null : values.slice(0, limit).map((value) => ({ value: value.label, ...toCounted(value) })),
    distinct: isMeasured ? numbers.length : values.length,
  };
}

/** A number, or the day of a moment. */
export function toShown(number: number, type: ColumnAnswers['type']): number | string {
  return type === 'date' ? new Date(number).toISOString().slice(0, 10) : number;
}
