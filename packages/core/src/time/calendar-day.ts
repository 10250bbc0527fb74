/** Milliseconds of one civil day as UTC counts it. Days in a zone with daylight saving may be shorter or longer. */
export const DAY_MS = 86_400_000;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Is this text a calendar day that exists, written YYYY-MM-DD?
 *
 * @example isDay('2026-02-29') // false: 2026 is no leap year
 */
export function isDay(text: string): boolean {
  return toEpochDay(text) !== null;
}

/**
 * The day so many days later (or earlier, for a negative number), by the calendar alone.
 *
 * @param day YYYY-MM-DD, years 0001 to 9999
 * @throws RangeError when `day` is no day, `days` no whole number, or the result leaves years 0001 to 9999
 *
 * @example addDays('2024-02-28', 2) // '2024-03-01'
 */
export function addDays(day: string, days: number): string {
  if (!Number.isSafeInteger(days)) throw new RangeError(`days are counted in whole numbers, not ${days}`);
  return fromEpochDay(requireEpochDay(day) + days);
}

/**
 * All days from `from` up to, not including, `toExclusive`, in order. Empty when `toExclusive` is not later.
 *
 * @throws RangeError when either is no day
 *
 * @example listDays('2026-01-30', '2026-02-02') // ['2026-01-30', '2026-01-31', '2026-02-01']
 */
export function listDays(from: string, toExclusive: string): string[] {
  const first = requireEpochDay(from);
  const count = requireEpochDay(toExclusive) - first;
  return Array.from({ length: Math.max(0, count) }, (_, index) => fromEpochDay(first + index));
}

/** Days since 1970-01-01 of a day that exists, in years 0001 to 9999; null for any other text. */
export function toEpochDay(text: string): number | null {
  const [, year = '', month = '', dayOfMonth = ''] = FORM.exec(text) ?? [];
  if (year === '' || year === '0000') return null;
  // Parsed as ISO text: Date.UTC would read the years 0 to 99 as 1900 to 1999.
  const milliseconds = Date.parse(`${year}-${month}-${dayOfMonth}T00:00:00Z`);
  if (Number.isNaN(milliseconds) || new Date(milliseconds).getUTCDate() !== Number(dayOfMonth)) return null;
  return milliseconds / DAY_MS;
}

/** `toEpochDay` for callers to whom anything but a day is a mistake. @throws RangeError */
export function requireEpochDay(day: string): number {
  const epochDay = toEpochDay(day);
  if (epochDay === null) throw new RangeError(`a day is written YYYY-MM-DD, not "${day}"`);
  return epochDay;
}

/** The day so many days after 1970-01-01, as YYYY-MM-DD. @throws RangeError outside the years 0001 to 9999 */
export function fromEpochDay(epochDay: number): string {
  const text = new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
  if (toEpochDay(text) !== epochDay) throw new RangeError(`day ${epochDay} lies outside the years 0001 to 9999`);
  return text;
}
