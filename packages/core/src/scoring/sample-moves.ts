import type { Frame } from '../frame/frame.ts';
import type { Kernel } from '../frame/kernel.ts';
import type { CancelCheck } from './count-scores.ts';
import { createPatternLevels } from './row-levels.ts';
import { CHUNK_ROWS, RESPONDENT } from './window-rows.ts';

/** A respondent who moves: the response's id, and its pattern under either kernel. */
export type MovedRow = { id: number; now: number; before: number };

type SampleInput = {
  now: Kernel;
  before: Kernel;
  marks: Uint8Array;
  hasMoved: (before: number, now: number) => boolean;
  limit: number;
  isCancelled: CancelCheck;
};

/**
 * Some respondents whose level moves from one rule set to another: those of the rows that arrived last, last first.
 *
 * @param input.hasMoved says of the levels before and now whether it is such a move
 * @returns at most `limit`; null when `isCancelled` ended it
 *
 * Cost: looks at rows from the end until enough are found, so moves that nobody makes cost a pass over all rows.
 */
export function sampleMoves(frame: Frame, { now, before, marks, hasMoved, limit, isCancelled }: SampleInput): MovedRow[] | null {
  const found: MovedRow[] = [];
  const [nowLevels, beforeLevels] = [createPatternLevels(now), createPatternLevels(before)];
  const [nowPatterns, beforePatterns] = [new Uint32Array(CHUNK_ROWS), new Uint32Array(CHUNK_ROWS)];
  for (let to = frame.rowCount; to > 0 && found.length < limit; to -= CHUNK_ROWS) {
    if (isCancelled()) return null;
    const from = Math.max(0, to - CHUNK_ROWS);
    now.run(from, to, nowPatterns);
    before.run(from, to, beforePatterns);
    const [nowLevelOf, beforeLevelOf] = [nowLevels.read(), beforeLevels.read()];
    for (let index = to - from - 1; index >= 0 && found.length < limit; index -= 1) {
      if (marks[from + index] !== RESPONDENT) continue;
      const [wasPattern, isPattern] = [beforePatterns[index] as number, nowPatterns[index] as number];
      if (!hasMoved(beforeLevelOf[wasPattern] as number, nowLevelOf[isPattern] as number)) continue;
      found.push({ id: frame.idOf(from + index), now: isPattern, before: wasPattern });
    }
  }
  return found;
}
