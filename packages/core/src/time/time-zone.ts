/** Zones seen so far. Names are user input in any casing, hence a limit. */
const clocks = new Map<string, (instantMs: number) => number>();
const CLOCK_LIMIT = 2000;

/**
 * Is this the name of a time zone of the IANA database (`Europe/London`, `UTC`)?
 *
 * Bare offsets such as `+01:00` are refused although JavaScript takes them: PostgreSQL reads their sign the other
 * way round, and they know no daylight saving.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    toWallClock(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * A function from an instant (milliseconds since 1970 UTC) to what a clock on the wall in `timeZone` shows then,
 * as milliseconds since 1970 as if that wall time were UTC. Exact to the second. The formatter is made once a zone.
 *
 * @throws RangeError for an unknown zone
 *
 * @example toWallClock('Asia/Tokyo')(0) // 32400000: nine in the morning
 */
export function toWallClock(timeZone: string): (instantMs: number) => number {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = createWallClock(timeZone);
  if (clocks.size >= CLOCK_LIMIT) clocks.clear();
  clocks.set(timeZone, clock);
  return clock;
}

function createWallClock(timeZone: string): (instantMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instantMs) => {
    const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(instantMs)) shown[type] = Number(value);
    const wall = new Date(0);
    // Set in parts: Date.UTC would read the years 0 to 99 as 1900 to 1999.
    wall.setUTCFullYear(shown.year ?? 0, (shown.month ?? 1) - 1, shown.day);
    wall.setUTCHours(shown.hour ?? 0, shown.minute, shown.second);
    return wall.getTime();
  };
}
