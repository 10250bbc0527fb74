import { readDate } from '../answers/read-date.ts';
import type { Bound } from './rule-set.ts';

/**
 * A range test made ready: two inclusive ends on one scale, numbers or floating milliseconds.
 *
 * A side without a bound is infinite. A day as upper end reaches its last millisecond.
 */
export type Range = { kind: 'number' | 'date'; lowest: number; highest: number };

const LAST_MS_OF_DAY = 86_399_999;

function toEnd(bound: Bound, side: 'lowest' | 'highest'): number {
  if (typeof bound === 'number') return bound;
  const reading = readDate(bound);
  if (reading === null) throw new RangeError(`The bound "${bound}" is no ISO date.`);
  return side === 'highest' && !reading.hasTime ? reading.milliseconds + LAST_MS_OF_DAY : reading.milliseconds;
}

/**
 * Which numbers or moments lie between two bounds? Both ends are included; null is no bound.
 *
 * Throws a RangeError on a text that is no ISO date; `parseRuleSet` lets none through.
 *
 * @example toRange(25, null) // { kind: 'number', lowest: 25, highest: Infinity }
 */
export function toRange(lower: Bound | null, upper: Bound | null): Range {
  return {
    kind: typeof (lower ?? upper) === 'string' ? 'date' : 'number',
    lowest: lower === null ? -Infinity : toEnd(lower, 'lowest'),
    highest: upper === null ? Infinity : toEnd(upper, 'highest'),
  };
}
