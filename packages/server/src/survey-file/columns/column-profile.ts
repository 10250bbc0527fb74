import { foldText } from '@likeness/core';
import { ValueFacts } from './value-facts.ts';
import { isMissingWord } from './missing-tokens.ts';

const DISTINCT_KEPT = 2_000;
const SAMPLES = 3;

/**
 * What the answers of one column look like, gathered row by row. Holds at most 2,000 distinct
 * values; further ones are only counted and tried as numbers and dates.
 */
export class ColumnProfile {
  rows = 0;
  answered = 0;
  /** Answers whose value was met after the limit of distinct values. */
  uncountedAnswers = 0;
  readonly #counts = new Map<string, number>();
  readonly #uncounted = new ValueFacts();

  /** Adds one cell. White space alone is no answer. */
  add(cell: string): void {
    this.rows += 1;
    const value = cell.trim();
    if (value === '') return;
    this.answered += 1;
    const count = this.#counts.get(value);
    if (count !== undefined) this.#counts.set(value, count + 1);
    else if (this.#counts.size < DISTINCT_KEPT) this.#counts.set(value, 1);
    else {
      this.uncountedAnswers += 1;
      if (!isMissingWord(foldText(value))) this.#uncounted.add(value, 1);
    }
  }

  /** Distinct answers as written (trimmed) with their counts, in order of first appearance. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  get samples(): string[] {
    return [...this.#counts.keys()].slice(0, SAMPLES);
  }

  /** Numbers and dates among the answers, words that usually mean "no answer" left out. */
  facts(): ValueFacts {
    const facts = this.#uncounted.copy();
    for (const [value, count] of this.#counts) if (!isMissingWord(foldText(value))) facts.add(value, count);
    return facts;
  }
}
