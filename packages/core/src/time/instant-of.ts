import { DAY_MS } from './calendar-day.ts';
import { toWallClock } from './time-zone.ts';

/** What a zone's clocks are off from UTC on one civil day; null where they change around it. By zone and epoch day. */
const offsetsByZone = new Map<string, Map<number, number | null>>();
const ZONE_LIMIT = 2000;
const DAY_LIMIT = 20_000;

/**
 * At which instant did a clock on the wall in this time zone show this?
 *
 * `wallMs` is the wall time as milliseconds since 1970 as if it were UTC, as `readDate` answers for a text without an
 * offset. A time that clocks showed twice is the first of the two; one that they skipped is read as if they had not yet
 * been set forward, so 02:30 becomes 03:30.
 *
 * Cost: a subtraction once the day is known; two formattings for the first time of a day.
 *
 * @throws RangeError for an unknown zone
 *
 * @example instantOf(Date.parse('2026-07-01T09:00:00Z'), 'Europe/Paris') // 2026-07-01T07:00:00.000Z
 */
export function instantOf(wallMs: number, timeZone: string): Date {
  const toWall = toWallClock(timeZone);
  const offset = offsetOf(Math.floor(wallMs / DAY_MS), timeZone, toWall);
  return new Date(offset === null ? findInstant(wallMs, toWall) : wallMs - offset);
}

function offsetOf(epochDay: number, timeZone: string, toWall: (instantMs: number) => number): number | null {
  let offsets = offsetsByZone.get(timeZone);
  if (offsets === undefined) {
    if (offsetsByZone.size >= ZONE_LIMIT) offsetsByZone.clear();
    offsets = new Map();
    offsetsByZone.set(timeZone, offsets);
  }
  const known = offsets.get(epochDay);
  if (known !== undefined) return known;
  const [before, after] = offsetsAround(epochDay * DAY_MS + DAY_MS / 2, toWall);
  const offset = before === after ? before : null;
  if (offsets.size >= DAY_LIMIT) offsets.clear();
  offsets.set(epochDay, offset);
  return offset;
}

/** The offsets well before and well after a moment: no zone is more than 15 hours from UTC, and none changes twice in so short a time. */
function offsetsAround(wallMs: number, toWall: (instantMs: number) => number): [number, number] {
  const [before, after] = [wallMs - 1.5 * DAY_MS, wallMs + 1.5 * DAY_MS];
  return [toWall(before) - before, toWall(after) - after];
}

function findInstant(wallMs: number, toWall: (instantMs: number) => number): number {
  // The wall clock is exact to the second.
  const wholeMs = Math.floor(wallMs / 1000) * 1000;
  const [before, after] = offsetsAround(wholeMs, toWall);
  const shown = [wholeMs - before, wholeMs - after].filter((instant) => toWall(instant) === wholeMs);
  return (shown.length > 0 ? Math.min(...shown) : wholeMs - before) + (wallMs - wholeMs);
}
