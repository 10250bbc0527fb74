import { type RawSearch, readChoice } from '../search-params.ts';

/** The time ranges that figures can be asked for: the last so many days, or all. */
export const TIME_RANGES = ['7', '30', '90', 'all'] as const;

export type TimeRange = (typeof TIME_RANGES)[number];

/** The time range of the address (`?range=30`); undefined: the usual one, which is all. */
export function readTimeRange(raw: RawSearch): TimeRange | undefined {
  return readChoice(raw, 'range', TIME_RANGES);
}

/**
 * The days of a range as the API takes them, both included; nothing for all days.
 *
 * @param today the tenant's day, as `tenantDay` gives it; empty while it is not known, which gives no days either
 * @example toDays('7', '2026-01-31') // { startDate: '2026-01-25', endDate: '2026-01-31' }
 */
export function toDays(range: TimeRange, today: string): { startDate: string; endDate: string } | Record<never, never> {
  if (range === 'all' || today === '') return {};
  const start = new Date(`${today}T00:00:00Z`);
  start.setUTCDate(start.getUTCDate() - Number(range) + 1);
  return { startDate: start.toISOString().slice(0, 10), endDate: today };
}

/**
 * The calendar day in a time zone, YYYY-MM-DD.
 *
 * @example tenantDay(new Date('2026-01-31T23:30:00Z'), 'Europe/Paris') // '2026-02-01'
 */
export function tenantDay(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
