/** A rule set made ready for one frame. */
import type { Score } from '../rules/rule-set.ts';

/**
 * The numbers of the three outcomes. Kleene's logic is arithmetic on them: `any` is the largest, `all` the smallest,
 * `not` is 2 less the outcome.
 */
export const UNMATCHED = 0;
export const UNANSWERED = 1;
export const MATCHED = 2;

/**
 * Scores the rows of one frame against one rule set.
 *
 * What all rules find in a row is one *pattern*. A row costs a lookup for each column; whatever follows from the
 * outcomes (score, band, evidence) is worked out once for each pattern. It stays right when rows and answers are added
 * or erased: new answers are decided when they are first met.
 */
export type Kernel = {
  /** Every pattern number that has been written is below it; it may grow with `run`. */
  readonly patternLimit: number;
  /** True when the number of patterns is known beforehand and `patternLimit` does not grow. */
  readonly isDirect: boolean;
  /** Writes the pattern numbers of rows `from` to `to` (excluded) to the start of `patterns`. Erased rows answer nothing. */
  run: (from: number, to: number, patterns: Uint32Array) => void;
  /** Decides all answers that are new, as `run` would. False when `isCancelled` said so in between. */
  prepare: (isCancelled?: () => boolean) => boolean;
  /** What a pattern is worth: what `evaluateNaively` answers. Worked out once. Throws a RangeError from `patternLimit` on. */
  scoreOf: (pattern: number) => Score;
  /** The outcomes in the order of the rules: `+` matched, `-` unmatched, `?` unanswered. */
  outcomesOf: (pattern: number) => string;
};
