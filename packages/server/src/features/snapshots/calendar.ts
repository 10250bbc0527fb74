import { addDays, dayOf, dayRange, listDays } from '@likeness/core';

/**
 * The days that snapshots are made of, in a tenant's zone: `days[i]` begins at `starts[i]` and ends where the next
 * begins, the last at `end`. `endDay` is the first day that is not among them; days before `today` are over.
 */
export type Calendar = { days: string[]; starts: Date[]; end: Date; today: string; endDay: string };

/**
 * All days from that of the first response up to yesterday, or up to today.
 *
 * `first` null: there are no responses, and no days. Right on days of 23 and 25 hours.
 */
export function toCalendar(first: Date | null, now: Date, timeZone: string, includeToday: boolean): Calendar {
  const today = dayOf(now, timeZone);
  return toCalendarUntil(first, includeToday ? addDays(today, 1) : today, today, timeZone);
}

/** All days from that of the first response up to, not including, `endDay`. */
export function toCalendarUntil(first: Date | null, endDay: string, today: string, timeZone: string): Calendar {
  const days = first === null ? [] : listDays(dayOf(first, timeZone), endDay);
  return { days, starts: days.map((day) => dayRange(day, timeZone).from), end: dayRange(endDay, timeZone).from, today, endDay };
}
