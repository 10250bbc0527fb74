import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromEpochDay, isDay, listDays, toEpochDay } from './calendar-day.ts';

const epochDay = fc.integer({ min: -719_162, max: 2_932_896 });

describe('calendar days', () => {
  it.each(['2026-01-31', '2024-02-29', '0001-01-01', '9999-12-31', '0099-02-28'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '0000-01-01', '26-01-01', '', '2026-01-01T00:00', ' 2026-01-01'])(
    '"%s" is none',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it('adds over months, leap days and years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('0099-12-31', 1)).toBe('0100-01-01');
  });

  it('lists half-open ranges', () => {
    expect(listDays('2026-01-30', '2026-02-02')).toEqual(['2026-01-30', '2026-01-31', '2026-02-01']);
    expect(listDays('2026-01-30', '2026-01-30')).toEqual([]);
    expect(listDays('2026-01-31', '2026-01-30')).toEqual([]);
  });

  it('refuses what is no day, with the text that was given', () => {
    expect(() => addDays('tomorrow', 1)).toThrow('"tomorrow"');
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => listDays('2026-02-30', '2026-03-01')).toThrow(RangeError);
  });

  it('counts days there and back', () => {
    fc.assert(fc.property(epochDay, (day) => toEpochDay(fromEpochDay(day)) === day));
  });

  it('lists as many days as it adds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.nat(800), (day, count) => {
        const from = fromEpochDay(day);
        const days = listDays(from, addDays(from, count));
        expect(days.length).toBe(count);
        expect(days.every((listed, index) => listed === addDays(from, index))).toBe(true);
      }),
    );
  });
});
