import type { Bounds } from '../../../ui/rule-text/test-values.ts';
import type { Distribution } from './use-distribution.ts';

type Bin = NonNullable<Distribution['bins']>[number];

/** A bar: its height 0..1 of the tallest, and whether a range takes its answers in. `new`: the stored rules did not. */
export type HistogramBar = { height: number; state: 'out' | 'in' | 'new' };

/**
 * The line on which a range is set: the bins' span in steps. Days count as days since 1970.
 *
 * `toBound` gives the bound of a position, null at that end of the line beyond which there is none.
 */
export type RangeScale = {
  min: number;
  max: number;
  step: number;
  isDate: boolean;
  toPosition: (bound: number | string | null, end: 'low' | 'high') => number;
  toBound: (position: number, end: 'low' | 'high') => number | string | null;
};

const DAY_MS = 86_400_000;
const FINE_STEPS = 200;

/** The scale of a distribution of numbers or dates; null when there is no answer to show. */
export function toScale({ bins, type }: Pick<Distribution, 'bins' | 'type'>): RangeScale | null {
  const [first, last] = [bins?.[0], bins?.at(-1)];
  if (first === undefined || last === undefined) return null;
  const isDate = type === 'date';
  const [min, end] = [toNumber(first.from), toNumber(last.to)];
  const width = (end - min) / (bins?.length ?? 1);
  const isWhole = isDate || (bins ?? []).every(({ from }) => Number.isInteger(from));
  const step = isWhole ? 1 : 10 ** Math.floor(Math.log10(Math.max(width, (end - min) / FINE_STEPS) / 2));
  // The last bin ends before its upper end: with whole steps that end is no answer.
  const max = isWhole ? Math.max(min + step, end - step) : end;
  const round = (value: number): number => (isWhole ? Math.round(value) : Number(value.toPrecision(10)));
  return {
    min, max, step, isDate,
    toPosition: (bound, side) => (bound === null ? (side === 'low' ? min : max) : Math.min(max, Math.max(min, toNumber(bound)))),
    toBound: (position, side) => {
      if (side === 'low' ? position <= min : position >= max) return null;
      return isDate ? new Date(position * DAY_MS).toISOString().slice(0, 10) : round(position);
    },
  };
}

/** The bars of a histogram under a range, against the range of the stored rules (null: there is no such rule). */
export function toBars(bins: readonly Bin[], bounds: Bounds, stored: Bounds | null): HistogramBar[] {
  const tallest = Math.max(1, ...bins.map(({ respondents }) => respondents));
  return bins.map((bin) => {
    const isIn = isTaken(bin, bounds);
    return { height: bin.respondents / tallest, state: isIn ? (stored !== null && !isTaken(bin, stored) ? 'new' : 'in') : 'out' };
  });
}

/** By its middle: a bin that is cut counts on the side where most of it is. */
function isTaken({ from, to }: Bin, [low, high]: Bounds): boolean {
  const [start, end] = [toNumber(from), toNumber(to)];
  const middle = end - start <= 1 ? start : (start + end) / 2;
  return (low === null || middle >= toNumber(low)) && (high === null || middle <= toNumber(high));
}

function toNumber(value: number | string): number {
  return typeof value === 'number' ? value : Math.floor(Date.parse(value.slice(0, 10)) / DAY_MS);
}
