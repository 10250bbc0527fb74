/** In which order a field writes day, month and year. ISO dates are read whatever the order. */
export type DateOrder = 'mdy' | 'dmy' | 'ymd';

/**
 * A moment in a text.
 *
 * `milliseconds` counts from 1970-01-01T00:00 on the clock that the text was written by ("floating"), or in UTC
 * when the text names an offset. A date without a time is its first millisecond, with `hasTime` false.
 */
export type DateReading = { milliseconds: number; hasTime: boolean };

const TIME = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?: ?(am|pm))?(?: ?(z|[+-]\\d{2}(?::?\\d{2})?))?';
const DATE = new RegExp(`^(\\d{1,4})([/.-])(\\d{1,2})\\2(\\d{1,4})(?:(?:t|,? )${TIME})?$`, 'iu');
const ISO_DAY = /^\d{4}-\d{2}-\d{2}/u;

const MINUTE_MS = 60_000;

type Parts = readonly (string | undefined)[];

function toDayMs(year: number, month: number, day: number): number | null {
  // Date.UTC would read the years 0-99 as 1900-1999.
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  const isReal = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  return isReal ? midnight.getTime() : null;
}

function readDay(text: string, [, first = '', , second = '', third = '']: Parts, order: DateOrder | null): number | null {
  if (ISO_DAY.test(text) || (order === 'ymd' && first.length === 4)) {
    return third.length > 2 ? null : toDayMs(Number(first), Number(second), Number(third));
  }
  if (third.length !== 4 || first.length > 2) return null;
  if (order === 'mdy') return toDayMs(Number(third), Number(first), Number(second));
  if (order === 'dmy') return toDayMs(Number(third), Number(second), Number(first));
  return null;
}

function readHour(text: string, half: string | undefined): number | null {
  const hour = Number(text);
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

function readOffsetMs(text: string | undefined): number | null {
  if (text === undefined || text.toLowerCase() === 'z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = text.length > 3 ? Number(text.slice(-2)) : 0;
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
}

function readTimeMs([hours, minutes, seconds = '0', fraction = '', half, offset]: Parts): number | null {
  const hour = readHour(hours ?? '', half);
  const offsetMs = readOffsetMs(offset);
  if (hour === null || offsetMs === null || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  return (hour * 60 + Number(minutes)) * MINUTE_MS + Number(seconds) * 1000 + milliseconds - offsetMs;
}

/**
 * Which day or moment does this text mean? null when it means none.
 *
 * Read after NFKC and trimming: ISO (`2018-12-27`, `2018-12-27T14:03:22.5+01:00`), and, when the field declares
 * an order, that order with `/`, `.` or `-` between (`12/27/2018` under `mdy`). The year has four digits, and the
 * day must exist. A time may follow (`14:03`, `2:03:22 PM`) and an offset after it (`Z`, `+01:00`); it is
 * subtracted, so such a reading is in UTC. Hours run 0-23; leap seconds and 24:00 are refused.
 *
 * Source: ISO 8601-1, the profile of RFC 3339, with a space allowed for the `T`.
 *
 * @example readDate('12/27/2018', 'mdy') // { milliseconds: 1545868800000, hasTime: false }
 */
export function readDate(text: string, order: DateOrder | null = null): DateReading | null {
  const clean = text.normalize('NFKC').trim();
  const parts = DATE.exec(clean);
  if (parts === null) return null;
  const dayMs = readDay(clean, parts, order);
  if (dayMs === null) return null;
  if (parts[5] === undefined) return { milliseconds: dayMs, hasTime: false };
  const timeMs = readTimeMs(parts.slice(5));
  return timeMs === null ? null : { milliseconds: dayMs + timeMs, hasTime: true };
}
