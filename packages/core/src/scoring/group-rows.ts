import type { Column } from '../frame/column.ts';
import { SEGMENT_ROWS } from '../frame/code-column.ts';
import type { Frame } from '../frame/frame.ts';
import type { Kernel } from '../frame/kernel.ts';
import type { CancelCheck } from './count-scores.ts';
import { createPatternLevels } from './row-levels.ts';
import { CHUNK_ROWS, RESPONDENT } from './window-rows.ts';

/** A row's group: not a respondent of the window, one of the others, or one of the people in question. */
export const NOBODY = 0;
export const OTHERS = 1;
export const PEOPLE = 2;

/** Is this respondent one of the people, by the levels of the kernels (in their order)? `patterns` say it exactly. */
export type IsMember = (levels: readonly number[], patterns: readonly number[]) => boolean;

/**
 * Which respondents are the people in question, and which are everybody else?
 *
 * @param marks what each row counts for (`markWindowRows`)
 * @returns a group for each row; null when `isCancelled` ended it
 *
 * Cost: each kernel runs once over all rows; one call of `isMember` a respondent.
 *
 * @example groupRows(frame, { kernels: [kernel], marks, isMember: ([level = 0]) => level >= STRONG, isCancelled })
 */
export function groupRows(
  frame: Frame,
  { kernels, marks, isMember, isCancelled }: { kernels: readonly Kernel[]; marks: Uint8Array; isMember: IsMember; isCancelled: CancelCheck },
): Uint8Array | null {
  if (!kernels.every((kernel) => kernel.prepare(isCancelled))) return null;
  const groups = new Uint8Array(frame.rowCount);
  const chunks = kernels.map((kernel) => ({ kernel, levels: createPatternLevels(kernel), patterns: new Uint32Array(CHUNK_ROWS) }));
  const levels = kernels.map(() => 0);
  const patterns = kernels.map(() => 0);
  for (let from = 0; from < frame.rowCount; from += CHUNK_ROWS) {
    if (isCancelled()) return null;
    const to = Math.min(frame.rowCount, from + CHUNK_ROWS);
    for (const { kernel, patterns: written } of chunks) kernel.run(from, to, written);
    const levelsOf = chunks.map((chunk) => chunk.levels.read());
    for (let index = 0; index < to - from; index += 1) {
      if (marks[from + index] !== RESPONDENT) continue;
      for (let position = 0; position < chunks.length; position += 1) {
        const pattern = chunks[position]?.patterns[index] as number;
        patterns[position] = pattern;
        levels[position] = levelsOf[position]?.[pattern] as number;
      }
      groups[from + index] = isMember(levels, patterns) ? PEOPLE : OTHERS;
    }
  }
  return groups;
}

/**
 * How many of the people, and how many others, gave each of a column's answers?
 *
 * @returns `people[code]` and `others[code]`, by the codes of the column; code 0 is "no cell"
 *
 * Cost: one pass over the codes.
 */
export function countAnswerCodes(column: Column, groups: Uint8Array): { people: Uint32Array; others: Uint32Array } {
  // One list with a cell for each group and code: the group of nobody is counted along, which is cheaper than a branch.
  const limit = column.answers.count;
  const counts = new Uint32Array(3 * limit);
  for (let first = 0; first < groups.length; first += SEGMENT_ROWS) {
    const last = Math.min(groups.length, first + SEGMENT_ROWS);
    const codes = column.codes.view(first, last);
    for (let row = first; row < last; row += 1) {
      const cell = (groups[row] as number) * limit + (codes[row - first] as number);
      counts[cell] = (counts[cell] as number) + 1;
    }
  }
  return { people: counts.subarray(PEOPLE * limit), others: counts.subarray(OTHERS * limit, PEOPLE * limit) };
}

/** How many people, and how many others, there are. */
export function countGroups(groups: Uint8Array): { people: number; others: number } {
  const counts = { people: 0, others: 0 };
  for (const group of groups) {
    if (group === PEOPLE) counts.people += 1;
    else if (group === OTHERS) counts.others += 1;
  }
  return counts;
}

/**
 * The newest of the people: their response ids below `before`, largest first, at most `limit`.
 *
 * Cost: one pass; the id of each of the people is looked up once.
 */
export function newestIds(frame: Frame, groups: Uint8Array, { before, limit }: { before: number; limit: number }): number[] {
  // Ascending, and nearly in the order of the rows: a new id mostly goes to the end.
  const newest: number[] = [];
  for (let row = 0; row < groups.length; row += 1) {
    if (groups[row] !== PEOPLE) continue;
    const id = frame.idOf(row);
    if (id >= before || (newest.length === limit && id < (newest[0] as number))) continue;
    let place = newest.length;
    while (place > 0 && (newest[place - 1] as number) > id) place -= 1;
    newest.splice(place, 0, id);
    if (newest.length > limit) newest.shift();
  }
  return newest.reverse();
}
