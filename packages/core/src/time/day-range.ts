import { DAY_MS, fromEpochDay, requireEpochDay } from './calendar-day.ts';
import { toWallClock } from './time-zone.ts';

/** First instants of days by zone and epoch day. Finding one costs some formatting; most callers ask for few days. */
const startsByZone = new Map<string, Map<number, number>>();
const ZONE_LIMIT = 2000;
const DAY_LIMIT = 20_000;

/**
 * On which calendar day does this instant fall in this time zone?
 *
 * The day whose `dayRange` holds it. That is the date on the wall, with one exception: where clocks are set back
 * across midnight (St. John's until 2011, 00:01 to 23:01), the repeated hour belongs to the day that had begun.
 *
 * @returns YYYY-MM-DD
 * @throws RangeError for an unknown zone, an invalid date, or one outside the years 0001 to 9999
 *
 * @example dayOf(new Date('2026-03-29T23:30:00Z'), 'Europe/London') // '2026-03-30'
 */
export function dayOf(instant: Date, timeZone: string): string {
  const instantMs = instant.getTime();
  if (Number.isNaN(instantMs)) throw new RangeError('an invalid date falls on no day');
  // No zone is a whole day from UTC, so the day begins on the UTC day itself or on a neighbour.
  let epochDay = Math.floor(instantMs / DAY_MS) + 1;
  while (startOfDay(epochDay, timeZone) > instantMs) epochDay -= 1;
  return fromEpochDay(epochDay);
}

/**
 * From which instant until which (not included) is it this calendar day in this time zone?
 *
 * Ranges of consecutive days tile: each ends where the next begins. 23 or 25 hours long when clocks change. A day
 * begins at its first midnight, or, where the clocks skip midnight, when they are set forward. A day that a zone
 * skipped altogether (Samoa, 2011-12-30) has an empty range.
 *
 * @param day YYYY-MM-DD
 * @throws RangeError for a text that is no day, or an unknown zone
 *
 * @example
 * dayRange('2018-11-04', 'America/Sao_Paulo') // from 2018-11-04T03:00Z (it was 01:00) to 2018-11-05T02:00Z
 */
export function dayRange(day: string, timeZone: string): { from: Date; to: Date } {
  const epochDay = requireEpochDay(day);
  return { from: new Date(startOfDay(epochDay, timeZone)), to: new Date(startOfDay(epochDay + 1, timeZone)) };
}

function startOfDay(epochDay: number, timeZone: string): number {
  let starts = startsByZone.get(timeZone);
  if (starts === undefined) {
    if (startsByZone.size >= ZONE_LIMIT) startsByZone.clear();
    starts = new Map();
    startsByZone.set(timeZone, starts);
  }
  const known = starts.get(epochDay);
  if (known !== undefined) return known;
  const start = findStartOfDay(epochDay, toWallClock(timeZone));
  if (starts.size >= DAY_LIMIT) starts.clear();
  starts.set(epochDay, start);
  return start;
}

/** The first instant at which the wall clock shows the day or, where it never shows midnight, a later time. */
function findStartOfDay(epochDay: number, toWall: (instantMs: number) => number): number {
  const midnight = epochDay * DAY_MS;
  const before = midnight - DAY_MS;
  const after = midnight + DAY_MS;
  const offsetBefore = toWall(before) - before;
  const offsetAfter = toWall(after) - after;
  const candidates = [midnight - offsetBefore, midnight - offsetAfter].filter((instant) => toWall(instant) === midnight);
  if (candidates.length > 0) return Math.min(...candidates);
  return findChange(before, after, offsetBefore, toWall);
}

/** The second at which a zone leaves `offset`, which it has at `from` and no longer at `to`. */
function findChange(from: number, to: number, offset: number, toWall: (instantMs: number) => number): number {
  let [low, high] = [from, to];
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (toWall(middle) - middle === offset) low = middle;
    else high = middle;
  }
  return high;
}
