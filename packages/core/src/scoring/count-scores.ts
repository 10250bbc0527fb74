import type { Frame } from '../frame/frame.ts';
import type { Kernel } from '../frame/kernel.ts';
import type { Score } from '../rules/rule-set.ts';
import { createLevelReader, LEVEL_COUNT, type LevelReader } from './row-levels.ts';
import { CHUNK_ROWS, NOT_COUNTED, RESPONDENT } from './window-rows.ts';

/** How many responses, and how many respondents by their latest response, have these outcomes. */
export type ScoreTally = { score: Score; responses: number; respondents: number };

/** Counts by what the rules found; `moves[before * LEVEL_COUNT + now]` counts respondents by level under two rule sets. */
export type CountedScores = { now: ScoreTally[]; before: ScoreTally[] | null; moves: Float64Array };

/** Called between chunks of rows: true ends the work. */
export type CancelCheck = () => boolean;

const MARKS = 2;

/** Counts of a kernel's patterns: two for each, responses that are not their respondent's latest, and those that are. */
class PatternCounts {
  readonly patterns = new Uint32Array(CHUNK_ROWS);
  readonly levels = new Uint8Array(CHUNK_ROWS);
  private readonly kernel: Kernel;
  private readonly reader: LevelReader;
  private counts = new Uint32Array(0);

  constructor(kernel: Kernel) {
    this.kernel = kernel;
    this.reader = createLevelReader(kernel);
  }

  add(from: number, to: number, marks: Uint8Array): void {
    this.reader.read(from, to, this.patterns, this.levels);
    const needed = MARKS * this.kernel.patternLimit;
    if (this.counts.length < needed) {
      const wider = new Uint32Array(Math.max(needed, 2 * this.counts.length));
      wider.set(this.counts);
      this.counts = wider;
    }
    const { counts, patterns } = this;
    for (let index = 0; index < to - from; index += 1) {
      const mark = marks[from + index] as number;
      if (mark === NOT_COUNTED) continue;
      const cell = MARKS * (patterns[index] as number) + mark - 1;
      counts[cell] = (counts[cell] as number) + 1;
    }
  }

  toTallies(): ScoreTally[] {
    const tallies: ScoreTally[] = [];
    for (let cell = 0; cell < this.counts.length; cell += MARKS) {
      const [others, respondents] = [this.counts[cell] as number, this.counts[cell + 1] as number];
      if (others + respondents === 0) continue;
      tallies.push({ score: this.kernel.scoreOf(cell / MARKS), responses: others + respondents, respondents });
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
  const moves = new Float64Array(LEVEL_COUNT * LEVEL_COUNT);
  for (let from = 0; from < frame.rowCount; from += CHUNK_ROWS) {
    if (isCancelled()) return null;
    const to = Math.min(frame.rowCount, from + CHUNK_ROWS);
    counts.now.add(from, to, marks);
    if (counts.before === null) continue;
    counts.before.add(from, to, marks);
    countMoves(moves, { from, to, marks, now: counts.now.levels, before: counts.before.levels });
  }
  return { now: counts.now.toTallies(), before: counts.before?.toTallies() ?? null, moves };
}

type LevelChunk = { from: number; to: number; marks: Uint8Array; now: Uint8Array; before: Uint8Array };

function countMoves(moves: Float64Array, { from, to, marks, now, before }: LevelChunk): void {
  for (let index = 0; index < to - from; index += 1) {
    if (marks[from + index] !== RESPONDENT) continue;
    const cell = (before[index] as number) * LEVEL_COUNT + (now[index] as number);
    moves[cell] = (moves[cell] as number) + 1;
  }
}
