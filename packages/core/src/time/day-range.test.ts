import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar-day.ts';
import { dayOf, dayRange } from './day-range.ts';

const zones = fc.constantFrom(
  'UTC', 'Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'America/St_Johns',
  'Asia/Beirut', 'Africa/Cairo', 'America/Havana', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia',
  'Pacific/Kiritimati', 'Antarctica/Troll', 'Asia/Tehran', 'Africa/Casablanca', 'America/Asuncion',
);
const instants = fc.date({ min: new Date('1975-01-01T00:00Z'), max: new Date('2035-01-01T00:00Z'), noInvalidDate: true });

const hours = (day: string, timeZone: string): number => {
  const { from, to } = dayRange(day, timeZone);
  return (to.getTime() - from.getTime()) / 3_600_000;
};

describe('dayRange', () => {
  // From the IANA time zone database.
  it.each([
    ['Europe/London', '2026-01-15', '2026-01-15T00:00Z', '2026-01-16T00:00Z'],
    ['Europe/London', '2026-07-15', '2026-07-14T23:00Z', '2026-07-15T23:00Z'],
    ['Europe/London', '2026-03-29', '2026-03-29T00:00Z', '2026-03-29T23:00Z'],
    ['Europe/London', '2026-10-25', '2026-10-24T23:00Z', '2026-10-26T00:00Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00Z', '2026-11-02T05:00Z'],
    // No midnight: the clocks went from 24:00 to 01:00.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00Z', '2018-11-05T02:00Z'],
    ['Asia/Beirut', '2022-03-27', '2022-03-26T22:00Z', '2022-03-27T21:00Z'],
    ['Africa/Cairo', '2024-04-26', '2024-04-25T22:00Z', '2024-04-26T21:00Z'],
    // Two midnights: the first begins the day.
    ['America/Havana', '2025-11-02', '2025-11-02T04:00Z', '2025-11-03T05:00Z'],
    // Clocks back from midnight: the evening before is an hour longer.
    ['Africa/Cairo', '2024-10-31', '2024-10-30T21:00Z', '2024-10-31T22:00Z'],
    ['Asia/Beirut', '2022-10-29', '2022-10-28T21:00Z', '2022-10-29T22:00Z'],
    ['America/Sao_Paulo', '2018-02-17', '2018-02-17T02:00Z', '2018-02-18T03:00Z'],
    ['Asia/Kathmandu', '2026-05-01', '2026-04-30T18:15Z', '2026-05-01T18:15Z'],
  ])('in %s, %s lasts from %s to %s', (timeZone, day, from, to) => {
    expect(dayRange(day, timeZone)).toEqual({ from: new Date(from), to: new Date(to) });
  });

  it('is empty for a day the zone skipped', () => {
    expect(hours('2011-12-30', 'Pacific/Apia')).toBe(0);
    expect(hours('2011-12-29', 'Pacific/Apia')).toBe(24);
    expect(hours('2011-12-31', 'Pacific/Apia')).toBe(24);
  });

  it('knows days of 23, 23.5, 24.5 and 25 hours', () => {
    expect(hours('2026-03-08', 'America/New_York')).toBe(23);
    expect(hours('2026-11-01', 'America/New_York')).toBe(25);
    expect(hours('2026-10-04', 'Australia/Lord_Howe')).toBe(23.5);
    expect(hours('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5);
  });

  it('refuses days and zones that do not exist', () => {
    expect(() => dayRange('2026-02-30', 'UTC')).toThrow(RangeError);
    expect(() => dayRange('2026-02-28', 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('dayOf', () => {
  it.each([
    ['2026-03-29T23:30:00Z', 'Europe/London', '2026-03-30'],
    ['2018-11-04T02:59:59.999Z', 'America/Sao_Paulo', '2018-11-03'],
    ['2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-04'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['2026-01-01T10:00:00Z', 'Pacific/Kiritimati', '2026-01-02'],
    ['2026-01-01T11:59:59Z', 'Etc/GMT+12', '2025-12-31'],
    // St. John's went back at 00:01 to 23:01: the day had begun and goes on.
    ['2010-11-07T02:30:30Z', 'America/St_Johns', '2010-11-07'],
    ['2010-11-07T03:00:00Z', 'America/St_Johns', '2010-11-07'],
  ])('%s in %s is %s', (instant, timeZone, day) => {
    expect(dayOf(new Date(instant), timeZone)).toBe(day);
  });

  it('refuses an invalid date and years without four digits', () => {
    expect(() => dayOf(new Date(Number.NaN), 'UTC')).toThrow(RangeError);
    expect(() => dayOf(new Date(8.64e15), 'UTC')).toThrow(RangeError);
    expect(() => dayOf(new Date(-8.64e15), 'UTC')).toThrow(RangeError);
  });

  it('is the date on the wall, but for an hour that is repeated across midnight', () => {
    fc.assert(
      fc.property(instants, zones, (instant, timeZone) => {
        const wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
        const day = dayOf(instant, timeZone);
        expect(day === wall || (timeZone === 'America/St_Johns' && addDays(wall, 1) === day)).toBe(true);
      }),
    );
  });

  it('puts every instant into the range of its day', () => {
    fc.assert(
      fc.property(instants, zones, (instant, timeZone) => {
        const { from, to } = dayRange(dayOf(instant, timeZone), timeZone);
        expect(from <= instant && instant < to).toBe(true);
        expect(dayOf(from, timeZone)).toBe(dayOf(instant, timeZone));
      }),
    );
  });

  it('tiles: each day ends where the next begins', () => {
    fc.assert(
      fc.property(instants, zones, (instant, timeZone) => {
        const day = dayOf(instant, timeZone);
        const range = dayRange(day, timeZone);
        expect(range.to).toEqual(dayRange(addDays(day, 1), timeZone).from);
        expect(range.to.getTime()).toBeGreaterThan(range.from.getTime());
      }),
    );
  });
});
