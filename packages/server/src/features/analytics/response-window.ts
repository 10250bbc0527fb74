import { dayRange, isDay } from '@likeness/core';
import { invalidInput } from '../../failures/failure.ts';

/** Days as a caller names them, both included; a side without a day is open. */
export type WindowDays = { startDate?: string | undefined; endDate?: string | undefined };

/** Moments of submission from `from` until before `to`; null: open on that side. */
export type ResponseWindow = { from: Date | null; to: Date | null };

/**
 * Between which moments are these days, in the tenant's time zone?
 *
 * Half-open, and right on days of 23 or 25 hours. Throws `invalid_input` for a text that is no day, and when
 * the last day lies before the first.
 *
 * @example toResponseWindow({ startDate: '2026-03-29', endDate: '2026-03-29' }, 'Europe/London') // 23 hours
 */
export function toResponseWindow(days: WindowDays, timeZone: string): ResponseWindow {
  assertDays(days);
  const { startDate, endDate } = days;
  return {
    from: startDate === undefined ? null : dayRange(startDate, timeZone).from,
    to: endDate === undefined ? null : dayRange(endDate, timeZone).to,
  };
}

/** Throws `invalid_input` for a text that is no day, and when the last day lies before the first. */
export function assertDays({ startDate, endDate }: WindowDays): void {
  for (const [path, day] of Object.entries({ startDate, endDate })) {
    if (day !== undefined && !isDay(day)) throw invalidInput([{ path, message: `"${day}" is no day; write YYYY-MM-DD, from year 0001` }]);
  }
  if (startDate !== undefined && endDate !== undefined && endDate < startDate) {
    throw invalidInput([{ path: 'endDate', message: `${endDate} is before startDate ${startDate}; swap them` }]);
  }
}
