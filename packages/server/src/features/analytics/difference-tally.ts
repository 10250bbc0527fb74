import type { Band } from '@likeness/core';

/** What new rules would change for respondents: how many would begin or cease to match, and to match strongly. */
export type Difference = { enter: number; leave: number; become_strong: number; lose_strong: number };

/** Counts changes of band, one respondent at a time. */
export type DifferenceTally = {
  /** `storedBand` is 0 weak, 1 moderate, 2 strong; null was never scored and is not compared. */
  add(storedBand: 0 | 1 | 2 | null, band: Band): void;
  readonly difference: Readonly<Difference>;
};

const LEVELS: Record<Band, 0 | 1 | 2> = { weak: 0, moderate: 1, strong: 2 };

/**
 * @example
 * const tally = createDifferenceTally();
 * tally.add(0, 'strong');
 * tally.difference // { enter: 1, leave: 0, become_strong: 1, lose_strong: 0 }
 */
export function createDifferenceTally(): DifferenceTally {
  const difference: Difference = { enter: 0, leave: 0, become_strong: 0, lose_strong: 0 };
  return {
    difference,
    add(storedBand, band) {
      if (storedBand === null) return;
      const level = LEVELS[band];
      if (storedBand === 0 && level > 0) difference.enter += 1;
      if (storedBand > 0 && level === 0) difference.leave += 1;
      if (storedBand < 2 && level === 2) difference.become_strong += 1;
      if (storedBand === 2 && level < 2) difference.lose_strong += 1;
    },
  };
}
