import type { Frame } from '../frame/frame.ts';
import type { Kernel } from '../frame/kernel.ts';
import { toEvidenceRatio } from '../rules/score.ts';
import type { CancelCheck, ScoreTally } from '../scoring/count-scores.ts';
import { countScores } from '../scoring/count-scores.ts';
import { levelOf, MODERATE } from '../scoring/row-levels.ts';
import { CHUNK_ROWS, RESPONDENT } from '../scoring/window-rows.ts';

/** A persona of the portfolio; `id` settles the last ties of who is whose best. */
export type CountedPersona = { id: number; kernel: Kernel };

/**
 * Respondents at exactly these levels of the personas, in their order (0 weak, 1 moderate, 2 strong, 3 every rule), with
 * the same best persona: its position, -1 when none matches.
 */
export type Combination = { levels: number[]; primary: number; respondents: number };

/** What each persona found by itself, and how they occur together. */
export type CountedPortfolio = { personas: ScoreTally[][]; combinations: Combination[] };

/** Levels take two bits each, and this many of them fit a number exactly. */
const PERSONAS_A_WORD = 26;
const LEVEL_BASE = 4;

/**
 * Which personas do the respondents fit together, and which one is each one's best?
 *
 * The best: higher score, then higher evidence, then fewer matching respondents among these rows, then lower id; only
 * personas that match (moderate band or above) can be it.
 *
 * @param marks what each row counts for (`markWindowRows`)
 * @returns null when `isCancelled` ended it
 *
 * Cost: each kernel runs twice over all rows (sizes settle ties, so they are counted first), and one look-up a respondent.
 */
export function countCombinations(
  frame: Frame,
  { personas, marks, isCancelled }: { personas: readonly CountedPersona[]; marks: Uint8Array; isCancelled: CancelCheck },
): CountedPortfolio | null {
  const tallies: ScoreTally[][] = [];
  for (const { kernel } of personas) {
    const counted = countScores(frame, { now: kernel, before: null, marks, isCancelled });
    if (counted === null) return null;
    tallies.push(counted.now);
  }
  const ranks = rankScores(personas, tallies);
  const readers = personas.map(({ kernel }, index) => createReader(kernel, ranks[index] ?? new Map<string, number>()));
  const table = new CombinationTable(personas.length);
  const best = new Uint32Array(CHUNK_ROWS);
  const primary = new Int32Array(CHUNK_ROWS);
  for (let from = 0; from < frame.rowCount; from += CHUNK_ROWS) {
    if (isCancelled()) return null;
    const to = Math.min(frame.rowCount, from + CHUNK_ROWS);
    best.fill(0);
    primary.fill(-1);
    table.clearKeys();
    readers.forEach((read, position) => {
      const { patterns, levels, rankOf } = read(from, to);
      const key = table.keyOf(position);
      const unit = table.unitOf(position);
      for (let index = 0; index < to - from; index += 1) {
        const pattern = patterns[index] as number;
        key[index] = (key[index] as number) + unit * (levels[pattern] as number);
        const rank = rankOf[pattern] as number;
        if (rank <= (best[index] as number)) continue;
        best[index] = rank;
        primary[index] = position;
      }
    });
    for (let index = 0; index < to - from; index += 1) {
      if (marks[from + index] === RESPONDENT) table.count(index, primary[index] as number);
    }
  }
  return { personas: tallies, combinations: table.toCombinations() };
}

type ReadChunk = (from: number, to: number) => { patterns: Uint32Array; levels: Uint8Array; rankOf: Uint32Array };

/** Patterns of a chunk, with the level and the rank of every pattern there is. Patterns outside of all counted rows are 0. */
function createReader(kernel: Kernel, rankOfOutcomes: ReadonlyMap<string, number>): ReadChunk {
  const patterns = new Uint32Array(CHUNK_ROWS);
  let levels = new Uint8Array(0);
  let rankOf = new Uint32Array(0);
  let known = new Uint8Array(0);
  return (from, to) => {
    kernel.run(from, to, patterns);
    if (levels.length < kernel.patternLimit) {
      levels = widened(levels, new Uint8Array(kernel.patternLimit));
      rankOf = widened(rankOf, new Uint32Array(kernel.patternLimit));
      known = widened(known, new Uint8Array(kernel.patternLimit));
    }
    for (let index = 0; index < to - from; index += 1) {
      const pattern = patterns[index] as number;
      if (known[pattern] === 1) continue;
      known[pattern] = 1;
      const score = kernel.scoreOf(pattern);
      levels[pattern] = levelOf(score);
      rankOf[pattern] = rankOfOutcomes.get(score.outcomes.join()) ?? 0;
    }
    return { patterns, levels, rankOf };
  };
}

function widened<List extends Uint8Array | Uint32Array>(before: List, wider: List): List {
  wider.set(before);
  return wider;
}

/** For each persona the rank of its matching scores among those of all personas, by outcomes: the higher, the better. From 1. */
function rankScores(personas: readonly CountedPersona[], tallies: readonly (readonly ScoreTally[])[]): Map<string, number>[] {
  const candidates = tallies.flatMap((scores, position) => {
    const matching = scores.filter(({ score }) => levelOf(score) >= MODERATE);
    const size = matching.reduce((sum, { respondents }) => sum + respondents, 0);
    return matching.map(({ score }) => ({ position, score, evidence: toEvidenceRatio(score), size, id: personas[position]?.id ?? 0 }));
  });
  const worstFirst = candidates.toSorted(
    (a, b) => a.score.scoreHundredths - b.score.scoreHundredths || a.evidence - b.evidence || b.size - a.size || b.id - a.id,
  );
  const ranks = personas.map(() => new Map<string, number>());
  worstFirst.forEach(({ position, score }, index) => ranks[position]?.set(score.outcomes.join(), index + 1));
  return ranks;
}

/** Respondents by the levels of all personas and the best one. A row's levels are digits of a few exact numbers. */
class CombinationTable {
  private readonly size: number;
  private readonly keys: Float64Array[];
  private readonly counts = new Map<number | string, { keys: number[]; byPrimary: Float64Array }>();

  constructor(size: number) {
    this.size = size;
    this.keys = Array.from({ length: Math.max(1, Math.ceil(size / PERSONAS_A_WORD)) }, () => new Float64Array(CHUNK_ROWS));
  }

  clearKeys(): void {
    for (const key of this.keys) key.fill(0);
  }

  keyOf(position: number): Float64Array {
    return this.keys[Math.floor(position / PERSONAS_A_WORD)] as Float64Array;
  }

  unitOf(position: number): number {
    return LEVEL_BASE ** (position % PERSONAS_A_WORD);
  }

  count(index: number, primary: number): void {
    const [first = new Float64Array(0), ...others] = this.keys;
    const name = others.length === 0 ? (first[index] as number) : this.keys.map((key) => key[index]).join();
    let found = this.counts.get(name);
    if (found === undefined) {
      found = { keys: this.keys.map((key) => key[index] as number), byPrimary: new Float64Array(this.size + 1) };
      this.counts.set(name, found);
    }
    found.byPrimary[primary + 1] = (found.byPrimary[primary + 1] as number) + 1;
  }

  toCombinations(): Combination[] {
    return [...this.counts.values()].flatMap(({ keys, byPrimary }) => {
      const levels = Array.from({ length: this.size }, (_, position) => {
        const digits = keys[Math.floor(position / PERSONAS_A_WORD)] ?? 0;
        return Math.floor(digits / this.unitOf(position)) % LEVEL_BASE;
      });
      return [...byPrimary].flatMap((respondents, primary) => (respondents === 0 ? [] : [{ levels, primary: primary - 1, respondents }]));
    });
  }
}
