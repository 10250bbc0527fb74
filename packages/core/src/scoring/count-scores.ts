import type { Frame } from '../frame/frame.ts';
import type { Kernel } from '../frame/kernel.ts';
import type { Score } from '../rules/rule-set.ts';
import { createPatternLevels, LEVEL_COUNT, type PatternLevels } from './row-levels.ts';
import { CHUNK_ROWS, RESPONDENT, RESPONSE_ONLY } from './window-rows.ts';

/** How many responses, and how many respondents by their latest response, have these outcomes. */
export type ScoreTally = { score: Score; responses: number; respondents: number };

/** Counts by what the rules found; `moves[before * LEVEL_COUNT + now]` counts respondents by level under two rule sets. */
export type CountedScores = { now: ScoreTally[]; before: ScoreTally[] | null; moves: Float64Array };

/** Called between chunks of rows: true ends the work. */
export type CancelCheck = () => boolean;

/** Cells of a pattern: one for each mark. */
const MARK_COUNT = 3;

/** Counts of a kernel's patterns by what their rows count for. Rows that count for nothing are counted along, without a branch. */
class PatternCounts {
  readonly patterns = new Uint32Array(CHUNK_ROWS);
  private readonly kernel: Kernel;
  private readonly levels: PatternLevels;
  private counts = new Uint32Array(0);

  constructor(kernel: Kernel) {
    this.kernel = kernel;
    this.levels = createPatternLevels(kernel);
  }

  add(from: number, to: number, marks: Uint8Array): void {
    this.kernel.run(from, to, this.patterns);
    const needed = MARK_COUNT * this.kernel.patternLimit;
    if (this.counts.length < needed) {
      const wider = new Uint32Array(Math.max(needed, 2 * this.counts.length));
      wider.set(this.counts);
      this.counts = wider;
    }
    const { counts, patterns } = this;
    for (let row = from; row < to; row += 1) {
      const cell = Math.imul(patterns[row - from] as number, MARK_COUNT) + (marks[row] as number);
      counts[cell] = (counts[cell] as number) + 1;
    }
  }

  readLevels(): Uint8Array {
    return this.levels.read();
  }

  toTallies(): ScoreTally[] {
    const tallies: ScoreTally[] = [];
    for (let cell = 0; cell < this.counts.length; cell += MARK_COUNT) {
      const [others, respondents] = [this.counts[cell + RESPONSE_ONLY] as number, this.counts[cell + RESPONDENT] as number];
      if (others + respondents === 0) continue;
      tallies.push({ score: this.kernel.scoreOf(cell / MARK_COUNT), responses: others + respondents, respondents });
    }
    return tallies;
  }
}

/**
 * What do these rules find in the marked rows, and whom would they move against another rule set?
 *
 * @param marks what each row counts for (`markWindowRows`)
 * @param before the kernel to compare with, or null
 * @returns counts by distinct outcomes, in no particular order; null when `isCancelled` ended it
 *
 * Cost: each kernel runs once over all rows; a few nanoseconds a row beside it.
 */
export function countScores(
  frame: Frame,
  { now, before, marks, isCancelled }: { now: Kernel; before: Kernel | null; marks: Uint8Array; isCancelled: CancelCheck },
): CountedScores | null {
  if (!now.prepare(isCancelled) || before?.prepare(isCancelled) === false) return null;
  const counts = { now: new PatternCounts(now), before: before && new PatternCounts(before) };
  const moves = new Float64Array(LEVEL_COUNT * LEVEL_COUNT * MARK_COUNT);
  for (let from = 0; from < frame.rowCount; from += CHUNK_ROWS) {
    if (isCancelled()) return null;
    const to = Math.min(frame.rowCount, from + CHUNK_ROWS);
    counts.now.add(from, to, marks);
    if (counts.before === null) continue;
    counts.before.add(from, to, marks);
    countMoves(moves, { from, to, marks, now: counts.now, before: counts.before });
  }
  const respondentMoves = moves.filter((_, cell) => cell % MARK_COUNT === RESPONDENT);
  return { now: counts.now.toTallies(), before: counts.before?.toTallies() ?? null, moves: respondentMoves };
}

type MoveChunk = { from: number; to: number; marks: Uint8Array; now: PatternCounts; before: PatternCounts };

function countMoves(moves: Float64Array, { from, to, marks, now, before }: MoveChunk): void {
  const [nowLevels, beforeLevels] = [now.readLevels(), before.readLevels()];
  const [nowPatterns, beforePatterns] = [now.patterns, before.patterns];
  for (let row = from; row < to; row += 1) {
    const level = (beforeLevels[beforePatterns[row - from] as number] as number) * LEVEL_COUNT + (nowLevels[nowPatterns[row - from] as number] as number);
    const cell = Math.imul(level, MARK_COUNT) + (marks[row] as number);
    moves[cell] = (moves[cell] as number) + 1;
  }
}
