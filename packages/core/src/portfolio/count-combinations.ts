import type { Frame } from '../frame/frame.ts';
import type { Kernel } from '../frame/kernel.ts';
import { PairNumbers } from '../frame/pair-numbers.ts';
import type { RuleOutcome } from '../rules/rule-set.ts';
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

/** Levels take two bits each: so many of them fit a word of 32. */
const PERSONAS_A_WORD = 16;
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
  const { ranks, positions } = rankScores(personas, tallies);
  const readers = personas.map(({ kernel }, index) => createReader(kernel, { digit: index % PERSONAS_A_WORD, rankOf: ranks[index] ?? new Map() }));
  const table = new CombinationTable(personas.length);
  const best = new Uint32Array(CHUNK_ROWS);
  for (let from = 0; from < frame.rowCount; from += CHUNK_ROWS) {
    if (isCancelled()) return null;
    const to = Math.min(frame.rowCount, from + CHUNK_ROWS);
    best.fill(0);
    table.clearWords();
    readers.forEach((read, position) => addLevels(read(from, to), table.wordOf(position), best, to - from));
    for (let index = 0; index < to - from; index += 1) {
      if (marks[from + index] === RESPONDENT) table.count(index, positions[best[index] as number] as number);
    }
  }
  return { personas: tallies, combinations: table.toCombinations() };
}

/** Patterns of a chunk, and by pattern: its level as a digit of a word, and its rank. */
type ReadChunk = { patterns: Uint32Array; digitOf: Uint32Array; rankOf: Uint32Array };

function addLevels({ patterns, digitOf, rankOf }: ReadChunk, word: Uint32Array, best: Uint32Array, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const pattern = patterns[index] as number;
    word[index] = (word[index] as number) + (digitOf[pattern] as number);
    const rank = rankOf[pattern] as number;
    if (rank > (best[index] as number)) best[index] = rank;
  }
}

/** Runs a kernel chunk by chunk. Patterns that no counted row has are of rank 0. */
function createReader(kernel: Kernel, { digit, rankOf: rankOfOutcomes }: { digit: number; rankOf: ReadonlyMap<string, number> }): (from: number, to: number) => ReadChunk {
  const patterns = new Uint32Array(CHUNK_ROWS);
  let digitOf = new Uint32Array(0);
  let rankOf = new Uint32Array(0);
  let known = 0;
  return (from, to) => {
    kernel.run(from, to, patterns);
    const limit = kernel.patternLimit;
    if (digitOf.length < limit) {
      digitOf = widened(digitOf, 2 * limit);
      rankOf = widened(rankOf, 2 * limit);
    }
    for (; known < limit; known += 1) {
      digitOf[known] = levelOf(kernel.scoreOf(known)) * LEVEL_BASE ** digit;
      rankOf[known] = rankOfOutcomes.get(kernel.outcomesOf(known)) ?? 0;
    }
    return { patterns, digitOf, rankOf };
  };
}

function widened(before: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(length);
  wider.set(before);
  return wider;
}

/**
 * The matching scores of all personas from worst to best: for each persona the ranks by outcomes, from 1, and for each rank
 * the position of its persona (-1 at 0).
 */
function rankScores(personas: readonly CountedPersona[], tallies: readonly (readonly ScoreTally[])[]): { ranks: Map<string, number>[]; positions: Int32Array } {
  const candidates = tallies.flatMap((scores, position) => {
    const matching = scores.filter(({ score }) => levelOf(score) >= MODERATE);
    const size = matching.reduce((sum, { respondents }) => sum + respondents, 0);
    return matching.map(({ score }) => ({ position, score, evidence: toEvidenceRatio(score), size, id: personas[position]?.id ?? 0 }));
  });
  const worstFirst = candidates.toSorted(
    (a, b) => a.score.scoreHundredths - b.score.scoreHundredths || a.evidence - b.evidence || b.size - a.size || b.id - a.id,
  );
  const ranks = personas.map(() => new Map<string, number>());
  worstFirst.forEach(({ position, score }, index) => ranks[position]?.set(toSigns(score.outcomes), index + 1));
  return { ranks, positions: Int32Array.of(-1, ...worstFirst.map(({ position }) => position)) };
}

const SIGNS = { matched: '+', unmatched: '-', unanswered: '?' } as const;

function toSigns(outcomes: readonly RuleOutcome[]): string {
  return outcomes.map((outcome) => SIGNS[outcome]).join('');
}

/** Respondents by the levels of all personas, which are digits of one or more words, and by the best one. */
class CombinationTable {
  private readonly size: number;
  private readonly words: Uint32Array[];
  /** Number the combinations word by word. */
  private readonly numbers: PairNumbers[];
  private counts = new Uint32Array(0);

  constructor(size: number) {
    this.size = size;
    this.words = Array.from({ length: Math.max(1, Math.ceil(size / PERSONAS_A_WORD)) }, () => new Uint32Array(CHUNK_ROWS));
    this.numbers = this.words.map(() => new PairNumbers());
  }

  clearWords(): void {
    for (const word of this.words) word.fill(0);
  }

  wordOf(position: number): Uint32Array {
    return this.words[Math.floor(position / PERSONAS_A_WORD)] as Uint32Array;
  }

  /** Counts a row of the chunk; `primary` is -1 without a best persona. */
  count(index: number, primary: number): void {
    let number = 0;
    for (let word = 0; word < this.words.length; word += 1) {
      number = (this.numbers[word] as PairNumbers).numberOf(number, this.words[word]?.[index] as number);
    }
    const cell = number * (this.size + 1) + primary + 1;
    if (cell >= this.counts.length) this.counts = widened(this.counts, 2 * (cell + this.size + 1));
    this.counts[cell] = (this.counts[cell] as number) + 1;
  }

  toCombinations(): Combination[] {
    const combinations: Combination[] = [];
    const width = this.size + 1;
    for (let number = 0; number < (this.numbers.at(-1)?.count ?? 0); number += 1) {
      const levels = this.toLevels(number);
      for (let column = 0; column < width; column += 1) {
        const respondents = this.counts[number * width + column] ?? 0;
        if (respondents > 0) combinations.push({ levels, primary: column - 1, respondents });
      }
    }
    return combinations;
  }

  private toLevels(number: number): number[] {
    const levels = Array.from({ length: this.size }, () => 0);
    let rest = number;
    for (let index = this.numbers.length - 1; index >= 0; index -= 1) {
      const [before, word] = this.numbers[index]?.pairOf(rest) ?? [0, 0];
      rest = before;
      const first = index * PERSONAS_A_WORD;
      for (let digit = 0; digit < PERSONAS_A_WORD && first + digit < this.size; digit += 1) {
        levels[first + digit] = (word >>> (2 * digit)) & (LEVEL_BASE - 1);
      }
    }
    return levels;
  }
}
