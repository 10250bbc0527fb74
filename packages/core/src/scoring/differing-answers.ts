import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { TOO_FEW_BELOW } from '../statistics/sample-size.ts';
import { type CountedShare, shareDifference } from '../statistics/share-difference.ts';
import { twoSharesTest } from '../statistics/two-shares-test.ts';
import type { Interval } from '../statistics/interval.ts';
import { toEqualRanges } from './answer-bins.ts';
import { type ColumnAnswers, MOST_CHOICES, type NumberCount, type ValueCount } from './column-answers.ts';

/** What two groups say, in a word. */
export type ComparisonWord = 'more' | 'fewer' | 'same' | 'too_few' | 'not_asked';

/** People against others on one statement; shares are of those who answered. `difference` is a ratio, null without a side. */
export type Comparison = {
  people: CountedShare;
  others: CountedShare;
  difference: { difference: number; interval: Interval } | null;
  word: ComparisonWord;
};

/**
 * One answer that could set people apart: a value, or a range of numbers or moments in milliseconds (both ends included).
 */
export type ComparedAnswer = Comparison & {
  attribute: string;
  answer: { value: ValueCount; isOneOfMany: boolean } | { type: 'number' | 'date'; from: number; to: number };
  pAdjusted: number;
};

/** Numbers are cut into at most so many ranges. */
const MOST_RANGES = 8;
/** Findings may be false ones in this share. */
export const FALSE_DISCOVERY_RATIO = 0.1;

/**
 * Do the people say so more often than the others?
 *
 * More or fewer only when the 95 % interval of the difference leaves out 0; too few when fewer than 30 of a group answered;
 * not asked when nobody did.
 *
 * @example compareShares({ count: 48, n: 60 }, { count: 20, n: 40 }).word // 'more'
 */
export function compareShares(people: CountedShare, others: CountedShare): Comparison {
  const difference = shareDifference(people, others);
  return { people, others, difference, word: toWord(people, others, difference?.interval ?? null) };
}

function toWord(people: CountedShare, others: CountedShare, interval: Interval | null): ComparisonWord {
  if (people.n + others.n === 0) return 'not_asked';
  if (interval === null || people.n < TOO_FEW_BELOW || others.n < TOO_FEW_BELOW) return 'too_few';
  if (interval.low > 0) return 'more';
  return interval.high < 0 ? 'fewer' : 'same';
}

/**
 * Which answers set the people apart from everybody else?
 *
 * Every value of a choice (at most 200 of them) and up to eight ranges of numbers or dates are compared where at least 30
 * of each group answered. An answer is listed when the interval of its difference leaves out 0 and its p, adjusted for all
 * comparisons made (Benjamini-Hochberg), is below 0.1. Of an attribute with two answers only the one is listed that the
 * people give more often: the other says the same.
 *
 * @returns the largest difference first; `compared` counts the comparisons; `leftOut` the attributes with too many answers
 */
export function findDifferingAnswers(
  columns: readonly { attribute: string; answers: ColumnAnswers }[],
): { items: ComparedAnswer[]; compared: number; leftOut: string[] } {
  const candidates: Omit<ComparedAnswer, 'pAdjusted'>[] = [];
  const leftOut: string[] = [];
  for (const { attribute, answers } of columns) {
    if (answers.values.length > MOST_CHOICES) leftOut.push(attribute);
    else if (Math.min(answers.answered.people, answers.answered.others) >= TOO_FEW_BELOW) candidates.push(...listCandidates(attribute, answers));
  }
  const adjusted = benjaminiHochberg(candidates.map(({ people, others }) => twoSharesTest(people, others)));
  const answersOf = new Map<string, number>();
  for (const { attribute } of candidates) answersOf.set(attribute, (answersOf.get(attribute) ?? 0) + 1);
  const items = candidates
    .map((candidate, index) => ({ ...candidate, pAdjusted: adjusted[index] ?? 1 }))
    .filter(({ pAdjusted, word }) => pAdjusted < FALSE_DISCOVERY_RATIO && (word === 'more' || word === 'fewer'))
    .filter(({ attribute, word }) => word === 'more' || answersOf.get(attribute) !== 2)
    .toSorted((a, b) => sizeOf(b) - sizeOf(a) || a.pAdjusted - b.pAdjusted);
  return { items, compared: candidates.length, leftOut };
}

function sizeOf({ difference }: Comparison): number {
  return Math.abs(difference?.difference ?? 0);
}

function listCandidates(attribute: string, { type, answered, values, numbers }: ColumnAnswers): Omit<ComparedAnswer, 'pAdjusted'>[] {
  const compare = (people: number, others: number): Comparison =>
    compareShares({ count: people, n: answered.people }, { count: others, n: answered.others });
  const compareRange = (range: readonly NumberCount[], rangeType: 'number' | 'date'): Omit<ComparedAnswer, 'pAdjusted'>[] => {
    const [first, last] = [range[0], range.at(-1)];
    if (first === undefined || last === undefined) return [];
    const sumOf = (group: 'people' | 'others'): number => range.reduce((sum, number) => sum + number[group], 0);
    return [{ ...compare(sumOf('people'), sumOf('others')), attribute, answer: { type: rangeType, from: first.number, to: last.number } }];
  };
  if (type === 'number' || type === 'date') return toEqualRanges(numbers, MOST_RANGES).flatMap((range) => compareRange(range, type));
  return values.map((value) => ({ ...compare(value.people, value.others), attribute, answer: { value, isOneOfMany: type === 'multi' } }));
}
