import type { Frame } from '@likeness/core';
import type { DayCount } from '../counts/day-counts.service.ts';
import type { OutcomeChange } from './outcome-rows.store.ts';

/**
 * What do changed outcomes change about a persona's counts of days? One less (-1) under what a response was, one more under
 * what it is; nothing that adds up to zero. Responses that are erased, or that the frame does not know, change nothing.
 */
export function toDayChanges(frame: Frame, changes: readonly OutcomeChange[]): DayCount[] {
  if (changes.length === 0) return [];
  const { rows, next } = frame.nextRows();
  const nextOf = new Map<number, number>();
  const changed = new Set(changes.map(({ responseId }) => frame.rowOf(responseId)));
  for (const [index, row] of rows.entries()) if (changed.has(row)) nextOf.set(row, next[index] ?? -1);
  const counts = new Map<string, DayCount>();
  const add = (row: number, ruleOutcomes: string | null, responses: 1 | -1): void => {
    if (ruleOutcomes === null) return;
    const following = nextOf.get(row);
    const [day, supersededOn] = [frame.dayOf(row), following === undefined ? null : frame.dayOf(following)];
    const cell = `${day} ${supersededOn ?? ''} ${ruleOutcomes}`;
    const known = counts.get(cell) ?? { day, supersededOn, ruleOutcomes, responses: 0 };
    counts.set(cell, { ...known, responses: known.responses + responses });
  };
  for (const { responseId, before, after } of changes) {
    const row = frame.rowOf(responseId);
    if (row === -1) continue;
    add(row, before, -1);
    add(row, after, 1);
  }
  return [...counts.values()].filter(({ responses }) => responses !== 0);
}
