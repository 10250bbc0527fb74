import { type BandThresholds, DEFAULT_BAND_THRESHOLDS, type RuleOutcome, type RuleSet, type Score } from '../rules/rule-set.ts';
import { toScore } from '../rules/score.ts';
import { SEGMENT_ROWS } from './code-column.ts';
import { type CompiledWord, compileWord } from './compile-word.ts';
import type { Frame } from './frame.ts';
import type { Kernel } from './kernel.ts';
import { PairNumbers } from './pair-numbers.ts';
import type { RowSpan } from './row-group.ts';

/** Rows that are worked on at a time: their codes and patterns fit the first cache. */
export const BLOCK_ROWS = 4096;

/** A rule is a digit to base 3; so many digits stay below 2^31, where sums are exact and fast. */
const RULES_PER_WORD = 19;

/** Up to so many rules the digits are the pattern number; beyond, only patterns that occur get one. */
const DIRECT_RULES = 6;

const OUTCOMES: readonly RuleOutcome[] = ['unmatched', 'unanswered', 'matched'];
const SIGNS = { unmatched: '-', unanswered: '?', matched: '+' } as const;
const isNeverCancelled = (): boolean => false;

/** Adds the digits of a word, first rule first, as outcomes. */
function pushDigits(word: number, ruleCount: number, outcomes: RuleOutcome[]): void {
  let left = word;
  for (let rule = 0; rule < ruleCount; rule += 1) {
    const digit = left % 3;
    outcomes.push(OUTCOMES[digit] as RuleOutcome);
    left = (left - digit) / 3;
  }
}

/** The numbers of whole patterns: each word of digits is paired with the number of the words before it. */
class PatternNumbers {
  readonly levels: PairNumbers[];

  constructor(wordCount: number) {
    this.levels = Array.from({ length: wordCount }, () => new PairNumbers());
  }

  /** Replaces the numbers of the words before (0 at the first word) by those with one more word. */
  extend(level: number, numbers: Uint32Array, words: Uint32Array): void {
    const pairs = this.levels[level] as PairNumbers;
    for (let row = 0; row < numbers.length; row += 1) numbers[row] = pairs.numberOf(numbers[row] as number, words[row] as number);
  }

  /** The words of a pattern, first word first. */
  wordsOf(pattern: number): number[] {
    const words: number[] = [];
    let number = pattern;
    for (const pairs of this.levels.toReversed()) {
      const [before, word] = pairs.pairOf(number);
      words.unshift(word);
      number = before;
    }
    return words;
  }
}

class FrameKernel implements Kernel {
  private readonly ruleSet: RuleSet;
  private readonly thresholds: BandThresholds;
  private readonly words: readonly CompiledWord[];
  /** null: the digits themselves are the number. */
  private readonly numbers: PatternNumbers | null;
  private readonly scratch = new Uint32Array(BLOCK_ROWS);
  private readonly scores: Score[] = [];

  constructor(ruleSet: RuleSet, frame: Frame, thresholds: BandThresholds) {
    this.ruleSet = ruleSet;
    this.thresholds = thresholds;
    const wordCount = Math.ceil(ruleSet.rules.length / RULES_PER_WORD);
    this.words = Array.from({ length: wordCount }, (_, index) =>
      compileWord(ruleSet.rules.slice(index * RULES_PER_WORD, (index + 1) * RULES_PER_WORD), frame, BLOCK_ROWS),
    );
    this.numbers = ruleSet.rules.length <= DIRECT_RULES ? null : new PatternNumbers(wordCount);
  }

  get isDirect(): boolean {
    return this.numbers === null;
  }

  get patternLimit(): number {
    return this.numbers === null ? 3 ** this.ruleSet.rules.length : (this.numbers.levels.at(-1)?.count ?? 0);
  }

  prepare(isCancelled: () => boolean = isNeverCancelled): boolean {
    return this.words.every((word) => word.prepare(isCancelled));
  }

  run(from: number, to: number, patterns: Uint32Array): void {
    this.prepare();
    for (let row = from; row < to; ) {
      const end = Math.min(to, row + BLOCK_ROWS, row - (row % SEGMENT_ROWS) + SEGMENT_ROWS);
      this.runBlock({ from: row, to: end }, patterns.subarray(row - from, end - from));
      row = end;
    }
  }

  scoreOf(pattern: number): Score {
    return (this.scores[pattern] ??= toScore(this.ruleSet, this.toOutcomes(pattern), this.thresholds));
  }

  outcomesOf(pattern: number): string {
    return this.toOutcomes(pattern).map((outcome) => SIGNS[outcome]).join('');
  }

  private runBlock(span: RowSpan, patterns: Uint32Array): void {
    patterns.fill(0);
    if (this.numbers === null) {
      this.words[0]?.addDigits(span, patterns);
      return;
    }
    const digits = this.scratch.subarray(0, patterns.length);
    for (const [level, word] of this.words.entries()) {
      digits.fill(0);
      word.addDigits(span, digits);
      this.numbers.extend(level, patterns, digits);
    }
  }

  private toOutcomes(pattern: number): RuleOutcome[] {
    if (!(pattern >= 0 && pattern < this.patternLimit)) throw new RangeError(`There is no pattern ${pattern}.`);
    const { length } = this.ruleSet.rules;
    const words = this.numbers?.wordsOf(pattern) ?? [pattern];
    const outcomes: RuleOutcome[] = [];
    for (const word of words) pushDigits(word, Math.min(RULES_PER_WORD, length - outcomes.length), outcomes);
    return outcomes;
  }
}

/**
 * Prepares a rule set for the rows of one frame: what `evaluateNaively` answers for each of them, for millions.
 *
 * Throws a RangeError when there are no rules (ask `hasRules`) or the frame has no column for one of the attributes.
 *
 * Cost: a test is decided once for each distinct answer when it is first met; a row then costs about a nanosecond for
 * each column. Rules over several attributes cost a pass for each part, and more than six rules a hash lookup a row.
 *
 * @example compileKernel(maya, frame).run(0, frame.rowCount, patterns)
 */
export function compileKernel(ruleSet: RuleSet, frame: Frame, thresholds: BandThresholds = DEFAULT_BAND_THRESHOLDS): Kernel {
  if (ruleSet.rules.length === 0) throw new RangeError('A rule set without rules has no score.');
  return new FrameKernel(ruleSet, frame, thresholds);
}
