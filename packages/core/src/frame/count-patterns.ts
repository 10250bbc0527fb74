import type { DayWindow, Frame } from './frame.ts';
import { ALL_DAYS } from './frame.ts';
import type { Kernel } from './kernel.ts';
import { PatternTally } from './pattern-tally.ts';
import { type ScanOptions, scanPatterns } from './scan-patterns.ts';

/**
 * How often a pattern occurs. `day` is null when days are not told apart. `responses` counts every response,
 * `respondents` those that are their respondent's latest in the window.
 */
export type PatternCount = { pattern: number; day: string | null; responses: number; respondents: number };

export type CountOptions = ScanOptions & { window?: DayWindow; byDay?: boolean };

type Columns = { ofDay: Uint32Array; width: number; days: readonly (string | null)[] };

/** Which column counts a day's rows: one for all days of the window, or one each; the last one for the others. */
function toColumns(frame: Frame, { startDate, endDate }: DayWindow, byDay: boolean): Columns {
  const isInside = (day: string): boolean => day !== '' && (startDate === null || day >= startDate) && (endDate === null || day <= endDate);
  const days = byDay ? frame.days.filter(isInside).toSorted() : [null];
  const columnOf = new Map(days.map((day, column) => [day, column]));
  const ofDay = Uint32Array.from(frame.days, (day) => (isInside(day) ? (columnOf.get(byDay ? day : null) ?? days.length) : days.length));
  return { ofDay, width: days.length + 1, days };
}

/** Rows `from` to `to` (excluded) among ascending ones, from a place on. */
function findEnd(rows: Uint32Array, start: number, to: number): number {
  let end = start;
  while (end < rows.length && (rows[end] as number) < to) end += 1;
  return end;
}

/** A table of patterns and days would be larger than numbering the pairs that occur. */
const LARGEST_TABLE = 4_000_000;

function createTally(kernel: Kernel, width: number): PatternTally {
  return new PatternTally(kernel, width, width === 2 || (kernel.isDirect && kernel.patternLimit * width <= LARGEST_TABLE));
}

/**
 * How often does each pattern of each kernel occur in a window of days? In the order of the kernels; patterns (and
 * days) that do not occur are left out. null when `isCancelled` said so.
 *
 * Cost: one pass over the rows, whatever the number of kernels; a few nanoseconds a row and kernel.
 *
 * @example countPatterns(frame, [kernel], { window })?.[0] // [{ pattern: 2, day: null, responses: 10, respondents: 9 }]
 */
export function countPatterns(frame: Frame, kernels: readonly Kernel[], options: CountOptions = {}): PatternCount[][] | null {
  const { window = ALL_DAYS, byDay = false } = options;
  if (!kernels.every((kernel) => kernel.prepare(options.isCancelled))) return null;
  const { ofDay, width, days } = toColumns(frame, window, byDay);
  const superseded = frame.supersededRows(window);
  const tallies = kernels.map((kernel) => ({ all: createTally(kernel, width), superseded: createTally(kernel, width) }));
  let place = 0;
  const isDone = scanPatterns(
    frame,
    kernels,
    ({ from, to, patterns, dayCodes }) => {
      const end = findEnd(superseded, place, to);
      const rows = superseded.subarray(place, end);
      place = end;
      const codes = rows.length === 0 ? rows : rows.map((row) => dayCodes[row - from] as number);
      patterns.forEach((numbers, index) => {
        tallies[index]?.all.add(numbers, dayCodes, ofDay);
        if (rows.length > 0) tallies[index]?.superseded.add(rows.map((row) => numbers[row - from] as number), codes, ofDay);
      });
    },
    options,
  );
  if (!isDone) return null;
  return tallies.map(({ all, superseded: earlier }) => {
    const counts: PatternCount[] = [];
    all.forEachCell((pattern, column, responses) => {
      counts.push({ pattern, day: days[column] ?? null, responses, respondents: responses - earlier.countOf(pattern, column) });
    });
    return counts;
  });
}
