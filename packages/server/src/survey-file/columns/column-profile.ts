import { foldText } from '@likeness/core';
import { ValueFacts } from './value-facts.ts';
import { isMissingWord } from './missing-tokens.ts';

const DISTINCT_KEPT = 2_000;
const DISTINCT_KEPT_IN_FILE = 400_000;
const LONGEST_KEPT = 1_000;
const SAMPLES = 3;
const SAMPLE_CHARACTERS = 300;

/**
 * What the answers of one column look like, gathered row by row. Holds at most 2,000 distinct values
 * (fewer in files of more than 200 columns) of at most 1,000 characters; others are only counted and
 * tried as numbers and dates.
 */
export class ColumnProfile {
  rows = 0;
  answered = 0;
  /** Answers whose value is not among `counts`: too long, or met after the limit of distinct values. */
  uncountedAnswers = 0;
  /** The first three different answers, cut to 300 characters. */
  readonly samples: string[] = [];
  readonly #distinctKept: number;
  readonly #counts = new Map<string, number>();
  readonly #uncounted = new ValueFacts();

  constructor(columnsInFile = 1) {
    this.#distinctKept = Math.min(DISTINCT_KEPT, Math.floor(DISTINCT_KEPT_IN_FILE / columnsInFile));
  }

  /** Adds one cell. White space alone is no answer. */
  add(cell: string): void {
    this.rows += 1;
    const value = cell.trim();
    if (value === '') return;
    this.answered += 1;
    if (this.samples.length < SAMPLES) this.#keepSample(value.slice(0, SAMPLE_CHARACTERS));
    const count = this.#counts.get(value);
    if (count !== undefined) this.#counts.set(value, count + 1);
    else if (this.#counts.size < this.#distinctKept && value.length <= LONGEST_KEPT) this.#counts.set(value, 1);
    else {
      this.uncountedAnswers += 1;
      if (!isMissingWord(foldText(value))) this.#uncounted.add(value, 1);
    }
  }

  /** Distinct answers as written (trimmed) with their counts, in order of first appearance. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** Numbers and dates among the answers, words that usually mean "no answer" left out. */
  facts(): ValueFacts {
    const facts = this.#uncounted.copy();
    for (const [value, count] of this.#counts) if (!isMissingWord(foldText(value))) facts.add(value, count);
    return facts;
  }

  #keepSample(value: string): void {
    if (!this.samples.includes(value)) this.samples.push(value);
  }
}
