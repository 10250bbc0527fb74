import { attributesOf, compileKernel, groupRows, levelOf } from '@likeness/core';
import type { BandThresholds, CancelCheck, Frame, Kernel, RuleSet } from '@likeness/core';
import { CHANGES, type Difference } from '../analytics/preview-answer.ts';
import { fits, type Level } from '../analytics/portfolio-answer.ts';

/** What a rule must have said: `not_matched` is unmatched or unanswered. */
export type WantedOutcome = 'matched' | 'unmatched' | 'unanswered' | 'not_matched';
/** A part of the respondents by what one rule set says of them. */
export type PersonaSet = 'everybody' | 'match' | 'strong' | 'moderate' | 'weak' | 'every_rule' | 'one_rule_short';

/**
 * Which respondents are meant: by one rule set; by all personas of a portfolio (who fits exactly the chosen ones at this
 * level, none chosen: the gap; with others: the chosen ones at least); or by how another rule set would move them.
 */
export type Selection =
  | { by: 'persona'; ruleSet: RuleSet; set: PersonaSet; rule: { position: number; outcome: WantedOutcome } | null }
  | { by: 'portfolio'; ruleSets: readonly RuleSet[]; isChosen: readonly boolean[]; withOthers: boolean; level: Level }
  | { by: 'change'; ruleSet: RuleSet; present: RuleSet; change: keyof Difference };

/** What the rules of a selection ask about. */
export function attributesOfSelection(selection: Selection): string[] {
  return ruleSetsOf(selection).flatMap(attributesOf);
}

function ruleSetsOf(selection: Selection): readonly RuleSet[] {
  if (selection.by === 'portfolio') return selection.ruleSets;
  return selection.by === 'change' ? [selection.present, selection.ruleSet] : [selection.ruleSet];
}

type SelectionInput = { selection: Selection; marks: Uint8Array; thresholds: BandThresholds; isCancelled: CancelCheck };

/** Which of the marked rows' respondents are meant, and which are all others? Null when cancelled. */
export function selectPeople(frame: Frame, { selection, marks, thresholds, isCancelled }: SelectionInput): Uint8Array | null {
  const kernels = ruleSetsOf(selection).map((ruleSet) => compileKernel(ruleSet, frame, thresholds));
  return groupRows(frame, { kernels, marks, isCancelled, isMember: toMembership(selection, kernels) });
}

function toMembership(selection: Selection, kernels: readonly Kernel[]): (levels: readonly number[], patterns: readonly number[]) => boolean {
  if (selection.by === 'portfolio') {
    const { isChosen, withOthers, level } = selection;
    return (levels) => levels.every((reached, position) => fits(reached, level) === isChosen[position] || (withOthers && isChosen[position] === false));
  }
  if (selection.by === 'change') {
    const hasMoved = CHANGES[selection.change];
    return ([before = 0, now = 0]) => hasMoved(before, now);
  }
  const [kernel] = kernels;
  const decided: (boolean | undefined)[] = [];
  return (_levels, [pattern = 0]) => (decided[pattern] ??= kernel !== undefined && isInSet(kernel, pattern, selection));
}

function isInSet(kernel: Kernel, pattern: number, { set, rule }: Extract<Selection, { by: 'persona' }>): boolean {
  const score = kernel.scoreOf(pattern);
  const outcome = rule === null ? null : score.outcomes[rule.position];
  if (rule !== null && (rule.outcome === 'not_matched' ? outcome === 'matched' : outcome !== rule.outcome)) return false;
  if (set === 'everybody') return true;
  if (set === 'match' || set === 'every_rule') return fits(levelOf(score), set);
  if (set === 'one_rule_short') return score.outcomes.filter((one) => one !== 'matched').length === 1;
  return score.band === set;
}
