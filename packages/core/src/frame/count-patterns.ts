import type { CodeArray } from './code-column.ts';
import { BLOCK_ROWS } from './compile-kernel.ts';
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

/** `byDay`: each day of the window is counted apart. */
export type CountOptions = ScanOptions & { byDay?: boolean };

/**
 * Which column counts a day's rows. Every day that is told apart has two: an even one for responses that are the latest
 * of their respondent and the odd one after it for the others. Days outside the window share the last two.
 */
type Columns = { ofDay: Uint32Array; days: readonly (string | null)[] };

/** A table of patterns and days that would be larger is not made: pairs that occur are numbered. */
const LARGEST_TABLE = 4_000_000;

function toColumns(frame: Frame, { startDate, endDate }: DayWindow, byDay: boolean): Columns {
  const isInside = (day: string): boolean => day !== '' && (startDate === null || day >= startDate) && (endDate === null || day <= endDate);
  const days = byDay ? frame.days.filter(isInside).toSorted() : [null];
  const placeOf = new Map(days.map((day, place) => [day, place]));
  const ofDay = Uint32Array.from(frame.days, (day) => 2 * (isInside(day) ? (placeOf.get(byDay ? day : null) ?? days.length) : days.length));
  return { ofDay, days };
}

function writeColumns(columns: Uint32Array, dayCodes: CodeArray, ofDay: Uint32Array): void {
  for (let row = 0; row < columns.length; row += 1) columns[row] = ofDay[dayCodes[row] as number] as number;
}

function createTally(kernel: Kernel, dayCount: number): PatternTally {
  const width = 2 * dayCount + 2;
  return new PatternTally(kernel, width, dayCount <= 1 || (kernel.isDirect && kernel.patternLimit * width <= LARGEST_TABLE));
}

/** Brings the two columns of each pattern and day together. */
function toCounts(tally: PatternTally, days: readonly (string | null)[]): PatternCount[] {
  const counts = new Map<number, PatternCount>();
  tally.forEachCell((pattern, column, count) => {
    const place = column >>> 1;
    const day = days[place];
    if (day === undefined) return;
    const key = pattern * days.length + place;
    let entry = counts.get(key);
    if (entry === undefined) {
      entry = { pattern, day, responses: 0, respondents: 0 };
      counts.set(key, entry);
    }
    entry.responses += count;
    if (column % 2 === 0) entry.respondents += count;
  });
  return [...counts.values()];
}

/**
 * How often does each pattern of each kernel occur in a window of days? In the order of the kernels; patterns (and
 * days) that do not occur are left out. null when `isCancelled` said so.
 *
 * Cost: one pass over the rows, whatever the number of kernels; a few nanoseconds a row and kernel.
 */
export function countPatternsOfAll(kernels: readonly Kernel[], frame: Frame, window: DayWindow = ALL_DAYS, options: CountOptions = {}): PatternCount[][] | null {
  const { byDay = false } = options;
  if (!kernels.every((kernel) => kernel.prepare(options.isCancelled))) return null;
  const { ofDay, days } = toColumns(frame, window, byDay);
  const superseded = frame.supersededBits(window);
  const tallies = kernels.map((kernel) => createTally(kernel, days.length));
  const scratch = new Uint32Array(BLOCK_ROWS);
  const isDone = scanPatterns(
    frame,
    kernels,
    ({ from, patterns, dayCodes }) => {
      const columns = scratch.subarray(0, dayCodes.length);
      writeColumns(columns, dayCodes, ofDay);
      superseded.addTo(columns, from);
      tallies.forEach((tally, index) => tally.add(patterns[index] as Uint32Array, columns));
    },
    options,
  );
  return isDone ? tallies.map((tally) => toCounts(tally, days)) : null;
}

/**
 * `countPatternsOfAll` for one kernel.
 *
 * @example countPatterns(kernel, frame, window) // [{ pattern: 2, day: null, responses: 10, respondents: 9 }]
 */
export function countPatterns(kernel: Kernel, frame: Frame, window: DayWindow = ALL_DAYS, options: CountOptions = {}): PatternCount[] | null {
  return countPatternsOfAll([kernel], frame, window, options)?.[0] ?? null;
}
