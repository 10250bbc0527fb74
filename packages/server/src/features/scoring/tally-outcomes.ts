import { scanPatterns, type Frame } from '@likeness/core';
import type { DayCount } from '../counts/day-counts.service.ts';
import { createDayCells, listChangedCells, listCellsByDay, type DayCell, type DayCells } from './day-cells.ts';
import type { NewOutcomeScore } from './match.store.ts';
import { toOutcomeScore } from './outcome-score.ts';
import type { PersonaKernel } from './store-persona-outcomes.ts';

/** What a calculation found, counted: see `CalculationResult`; one entry a persona, in their order. `scope` is what it was counted in. */
export type OutcomeTally = { processed: number; matched: number; personas: PersonaTally[]; scope: TallyScope };

/**
 * Every combination that occurs, with its worth. `toDays` makes the counts of days, by day, which may be as many as the
 * responses; `changesSince` what makes them out of those of an earlier tally of the same frame and persona.
 */
export type PersonaTally = {
  personaId: number;
  scores: NewOutcomeScore[];
  toDays: () => DayCount[];
  changesSince: (earlier: PersonaTally) => DayCount[];
  cells: DayCells;
};

/** The frame as it was: what a later tally may go on from. */
type TallyScope = { rowCount: number; erasedCount: number; dayCount: number; followers: Followers };
type Followers = ReturnType<Frame['nextRows']>;
type Counter = PersonaKernel & { cells: DayCells; changed: DayCells | null; isMatching: boolean[] };

/**
 * Counts all rows of a frame by day, day of the respondent's next response, and outcomes, for each persona.
 *
 * Null when `isCancelled` said so. Cost: one pass, some 50 ns a row and persona.
 */
export function tallyOutcomes(frame: Frame, kernels: readonly PersonaKernel[], isCancelled: () => boolean): OutcomeTally | null {
  const followers = frame.nextRows();
  const counters = kernels.map((one): Counter => ({ ...one, cells: createDayCells(frame.days.length, one.kernel.patternLimit), changed: null, isMatching: [] }));
  const counts = { processed: 0, matched: 0 };
  let follower = 0;
  const isComplete = scanPatterns(frame, kernels.map(({ kernel }) => kernel), ({ from, to, patterns, dayCodes }) => {
    for (let row = from; row < to; row += 1) {
      while ((followers.rows[follower] ?? Infinity) < row) follower += 1;
      const day = dayCodes[row - from] ?? 0;
      if (day === 0) continue;
      const next = followers.rows[follower] === row ? frame.dayCodes.get(followers.next[follower] ?? 0) : 0;
      let isMatched = false;
      for (let index = 0; index < counters.length; index += 1) {
        const counter = counters[index];
        if (counter === undefined) continue;
        const pattern = patterns[index]?.[row - from] ?? 0;
        counter.cells.add(pattern, day, next, 1);
        isMatched ||= isMatching(counter, pattern);
      }
      counts.processed += 1;
      if (isMatched) counts.matched += 1;
    }
  }, { isCancelled });
  return isComplete ? toTally(frame, counters, { ...counts, followers }) : null;
}

/**
 * Goes on from an earlier tally of the same frame and kernels, which must not be used afterwards except for
 * `changesSince`. Null when responses were erased, or on a day that was not there: then count anew.
 *
 * Cost: in the rows that came, and the respondents that answered again.
 */
export function advanceTally(frame: Frame, kernels: readonly PersonaKernel[], earlier: OutcomeTally): OutcomeTally | null {
  const { scope } = earlier;
  if (frame.days.length !== scope.dayCount || frame.rowCount - frame.liveRowCount !== scope.erasedCount) return null;
  const followers = frame.nextRows();
  const moved = listMoved(scope.followers, followers);
  const counts = { processed: earlier.processed, matched: earlier.matched };
  const patterns = new Uint32Array(1);
  const counters: Counter[] = [];
  for (const [index, one] of kernels.entries()) {
    const cells = earlier.personas[index]?.cells;
    if (cells === undefined) return null;
    counters.push({ ...one, cells, changed: createDayCells(scope.dayCount, 0), isMatching: [] });
  }
  const visit = (row: number, before: number | null, after: number): void => {
    const day = frame.dayCodes.get(row);
    if (day === 0) return;
    let isMatched = false;
    for (const { kernel, cells, changed, ...counter } of counters) {
      kernel.run(row, row + 1, patterns);
      const pattern = patterns[0] ?? 0;
      for (const target of [cells, changed]) {
        if (before !== null) target?.add(pattern, day, before, -1);
        target?.add(pattern, day, after, 1);
      }
      isMatched ||= isMatching({ kernel, isMatching: counter.isMatching }, pattern);
    }
    if (before !== null) return;
    counts.processed += 1;
    if (isMatched) counts.matched += 1;
  };
  const dayOf = (row: number | undefined): number => (row === undefined ? 0 : frame.dayCodes.get(row));
  for (const [row, { before, after }] of moved) if (row < scope.rowCount) visit(row, dayOf(before), dayOf(after));
  for (let row = scope.rowCount; row < frame.rowCount; row += 1) visit(row, null, dayOf(moved.get(row)?.after));
  return toTally(frame, counters, { ...counts, followers });
}

/** Rows whose next row is another one than it was. */
function listMoved(before: Followers, after: Followers): Map<number, { before?: number; after?: number }> {
  const moved = new Map<number, { before?: number; after?: number }>();
  let [at, now] = [0, 0];
  while (at < before.rows.length || now < after.rows.length) {
    const [old, fresh] = [before.rows[at] ?? Infinity, after.rows[now] ?? Infinity];
    const [oldNext, freshNext] = [before.next[at] ?? 0, after.next[now] ?? 0];
    if (old < fresh) moved.set(old, { before: oldNext });
    else if (fresh < old) moved.set(fresh, { after: freshNext });
    else if (oldNext !== freshNext) moved.set(old, { before: oldNext, after: freshNext });
    if (old <= fresh) at += 1;
    if (fresh <= old) now += 1;
  }
  return moved;
}

function isMatching({ kernel, isMatching: known }: Pick<Counter, 'kernel' | 'isMatching'>, pattern: number): boolean {
  return (known[pattern] ??= kernel.scoreOf(pattern).band !== 'weak');
}

function toTally(frame: Frame, counters: readonly Counter[], { followers, ...counts }: { processed: number; matched: number; followers: Followers }): OutcomeTally {
  const scope = { rowCount: frame.rowCount, erasedCount: frame.rowCount - frame.liveRowCount, dayCount: frame.days.length, followers };
  return { ...counts, scope, personas: counters.map((counter) => toPersonaTally(frame, counter)) };
}

function toPersonaTally({ days }: Frame, { persona: { id }, kernel, cells, changed }: Counter): PersonaTally {
  const scores = new Map<number, NewOutcomeScore>();
  cells.forEach((pattern) => {
    if (!scores.has(pattern)) scores.set(pattern, { personaId: id, score: toOutcomeScore(kernel.scoreOf(pattern)) });
  });
  const names: string[] = [];
  const toCounts = (list: readonly DayCell[]): DayCount[] => list.map(({ pattern, day, next, responses }) => ({
    day: days[day] ?? '',
    supersededOn: next === 0 ? null : (days[next] ?? ''),
    ruleOutcomes: (names[pattern] ??= kernel.outcomesOf(pattern)),
    responses,
  }));
  return {
    personaId: id,
    scores: [...scores.values()],
    cells,
    toDays: () => toCounts(listCellsByDay(cells, days)),
    changesSince: (earlier) => {
      if (earlier.cells !== cells) return toCounts(listChangedCells(earlier.cells, cells));
      return changed === null ? [] : toCounts(listCellsByDay(changed, days));
    },
  };
}
