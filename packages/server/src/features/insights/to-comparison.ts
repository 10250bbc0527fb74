import type { Comparison, ComparisonWord } from '@likeness/core';
import { type CustomerShare, toCustomerShare } from '../analytics/to-figures.ts';

/** Two groups on one statement, named as the contract names it. Difference and interval are percentage points. */
export type ComparisonAnswer = {
  people: CustomerShare;
  others: CustomerShare;
  difference: number | null;
  interval: [number, number] | null;
  says: ComparisonWord;
};

export function toComparison({ people, others, difference, word }: Comparison): ComparisonAnswer {
  return {
    people: toCustomerShare(people.count, people.n),
    others: toCustomerShare(others.count, others.n),
    difference: difference && toPoints(difference.difference),
    interval: difference && [toPoints(difference.interval.low), toPoints(difference.interval.high)],
    says: word,
  };
}

/** A ratio as percentage points with two decimals. */
function toPoints(ratio: number): number {
  return Math.round(ratio * 10_000) / 100;
}
