import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from './instant-of.ts';
import { toWallClock } from './time-zone.ts';

describe('instantOf', () => {
  it.each([
    ['UTC', '2026-07-01T09:00:00.123Z', '2026-07-01T09:00:00.123Z'],
    ['Europe/Paris', '2026-07-01T09:00:00Z', '2026-07-01T07:00:00Z'],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', '2025-12-31T18:15:00Z'],
    ['Pacific/Kiritimati', '2026-01-01T00:00:00Z', '2025-12-31T10:00:00Z'],
    // The night clocks are set forward: 02:30 was never shown.
    ['Europe/Paris', '2026-03-29T01:59:59.999Z', '2026-03-29T00:59:59.999Z'],
    ['Europe/Paris', '2026-03-29T02:30:00Z', '2026-03-29T01:30:00Z'],
    ['Europe/Paris', '2026-03-29T03:00:00Z', '2026-03-29T01:00:00Z'],
    // The night they are set back: 02:30 was shown twice.
    ['Europe/Paris', '2026-10-25T02:30:00Z', '2026-10-25T00:30:00Z'],
    ['Europe/Paris', '2026-10-25T03:00:00Z', '2026-10-25T02:00:00Z'],
    ['America/Sao_Paulo', '2018-11-04T00:00:00Z', '2018-11-04T03:00:00Z'],
    // Samoa skipped a day.
    ['Pacific/Apia', '2011-12-29T23:59:59Z', '2011-12-30T09:59:59Z'],
    ['Pacific/Apia', '2011-12-31T00:00:00Z', '2011-12-30T10:00:00Z'],
  ])('in %s, %s is %s', (timeZone, wall, instant) => {
    expect(instantOf(Date.parse(wall), timeZone).toISOString()).toBe(new Date(instant).toISOString());
  });

  it('is shown on the wall again, unless clocks skipped it', () => {
    const wallMs = fc.integer({ min: Date.parse('1990-01-01') / 1000, max: Date.parse('2030-01-01') / 1000 });
    const zone = fc.constantFrom('UTC', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tehran', 'Pacific/Chatham');
    fc.assert(
      fc.property(wallMs, zone, (seconds, timeZone) => {
        const instant = instantOf(seconds * 1000, timeZone).getTime();
        const again = toWallClock(timeZone)(instant);
        expect([0, 1800_000, 3600_000]).toContain(again - seconds * 1000);
        if (again !== seconds * 1000) expect(instantOf(again, timeZone).getTime()).toBe(instant);
      }),
    );
  });

  it('refuses an unknown zone', () => {
    expect(() => instantOf(0, 'Europe/Atlantis')).toThrow(RangeError);
  });
});
