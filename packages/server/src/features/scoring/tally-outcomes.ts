import { scanPatterns, type Frame } from '@likeness/core';
import type { DayCount } from '../counts/day-counts.service.ts';
import type { NewOutcomeScore } from './match.store.ts';
import { toOutcomeScore } from './outcome-score.ts';
import type { PersonaKernel } from './store-persona-outcomes.ts';

/** What a calculation found, counted: see `CalculationResult`; one entry a persona, in their order. */
export type OutcomeTally = { processed: number; matched: number; personas: PersonaTally[] };

/** Every combination that occurs, with its worth; `toDays` makes the counts of days, which may be as many as the responses. */
export type PersonaTally = { personaId: number; scores: NewOutcomeScore[]; toDays: () => DayCount[] };

/** Cells that a table is made for; beyond it they are looked up. */
const MOST_TABLE_CELLS = 4_000_000;

/**
 * Counts all rows of a frame by day, day of the respondent's next response, and outcomes, for each persona.
 *
 * Null when `isCancelled` said so. Cost: one pass, some 50 ns a row and persona.
 */
export function tallyOutcomes(frame: Frame, kernels: readonly PersonaKernel[], isCancelled: () => boolean): OutcomeTally | null {
  const followers = frame.nextRows();
  const counters = kernels.map((one) => ({ ...one, cells: createCells(frame.days.length, one.kernel.patternLimit), isMatching: [] as boolean[] }));
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
        counter.cells.add(pattern, day, next);
        isMatched ||= counter.isMatching[pattern] ??= counter.kernel.scoreOf(pattern).band !== 'weak';
      }
      counts.processed += 1;
      if (isMatched) counts.matched += 1;
    }
  }, { isCancelled });
  if (!isComplete) return null;
  return { ...counts, personas: counters.map((counter) => toPersonaTally(frame, counter, counter.cells)) };
}

type Cells = { add(pattern: number, day: number, next: number): void; forEach(visit: (pattern: number, day: number, next: number, responses: number) => void): void };

/** Counters by pattern, day and next day, both as codes; next 0: there is none, which is by far the most frequent. */
function createCells(dayCount: number, patternLimit: number): Cells {
  const table = new Uint32Array(Math.min(MOST_TABLE_CELLS, dayCount * patternLimit));
  const others = new Map<number, number>();
  return {
    add: (pattern, day, next) => {
      const cell = pattern * dayCount + day;
      if (next === 0 && cell < table.length) {
        table[cell] = (table[cell] ?? 0) + 1;
        return;
      }
      const key = cell * dayCount + next;
      others.set(key, (others.get(key) ?? 0) + 1);
    },
    forEach: (visit) => {
      for (const [cell, responses] of table.entries()) {
        if (responses > 0) visit(Math.floor(cell / dayCount), cell % dayCount, 0, responses);
      }
      for (const [key, responses] of others) {
        const cell = Math.floor(key / dayCount);
        visit(Math.floor(cell / dayCount), cell % dayCount, key % dayCount, responses);
      }
    },
  };
}

function toPersonaTally({ days }: Frame, { persona: { id }, kernel }: PersonaKernel, cells: Cells): PersonaTally {
  const scores = new Map<number, NewOutcomeScore>();
  cells.forEach((pattern) => {
    if (!scores.has(pattern)) scores.set(pattern, { personaId: id, score: toOutcomeScore(kernel.scoreOf(pattern)) });
  });
  const toDays = (): DayCount[] => {
    const counts: DayCount[] = [];
    cells.forEach((pattern, day, next, responses) => {
      const supersededOn = next === 0 ? null : (days[next] ?? '');
      counts.push({ day: days[day] ?? '', supersededOn, ruleOutcomes: scores.get(pattern)?.score.rule_outcomes ?? '', responses });
    });
    return counts;
  };
  return { personaId: id, scores: [...scores.values()], toDays };
}
