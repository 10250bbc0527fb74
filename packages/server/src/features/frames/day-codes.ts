import { dayOf, dayRange } from '@likeness/core';

const UTC_DAY_MS = 86_400_000;

/** The days that begin within one day of UTC, and the one it begins in: `startsMs[i]` is where the day of `codes[i]` begins. */
type DayParts = { startsMs: number[]; codes: number[] };

/**
 * Finds the code of an instant's day in a time zone, for millions of instants.
 *
 * `toCode` gives the code of a day `YYYY-MM-DD`; it is asked once or twice for each day of UTC. Instants are in milliseconds since
 * 1970; the days are those of `dayOf`, which this agrees with for every instant.
 *
 * @example createDayCodes('Asia/Tokyo', (day) => day.length)(0) // 10
 */
export function createDayCodes(timeZone: string, toCode: (day: string) => number): (instantMs: number) => number {
  const known = new Map<number, DayParts>();
  let [lastUtcDay, last]: [number, DayParts] = [Number.NaN, { startsMs: [], codes: [] }];
  return (instantMs) => {
    const utcDay = Math.floor(instantMs / UTC_DAY_MS);
    if (utcDay !== lastUtcDay) {
      last = known.get(utcDay) ?? splitUtcDay(utcDay, timeZone, toCode);
      lastUtcDay = utcDay;
      known.set(utcDay, last);
    }
    let part = last.startsMs.length - 1;
    while (part > 0 && instantMs < (last.startsMs[part] ?? 0)) part -= 1;
    return last.codes[part] ?? 0;
  };
}

function splitUtcDay(utcDay: number, timeZone: string, toCode: (day: string) => number): DayParts {
  const parts: DayParts = { startsMs: [], codes: [] };
  const endMs = (utcDay + 1) * UTC_DAY_MS;
  for (let at = utcDay * UTC_DAY_MS; at < endMs;) {
    const day = dayOf(new Date(at), timeZone);
    parts.startsMs.push(at);
    parts.codes.push(toCode(day));
    at = dayRange(day, timeZone).to.getTime();
  }
  return parts;
}
