import { describe, expect, it } from 'vitest';
import { isTimeZone, toWallClock } from './time-zone.ts';

describe('isTimeZone', () => {
  it.each(['Europe/London', 'europe/london', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata'])('knows %s', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', 'Europe/Atlantis', '+01:00', '-0500', 'local', "UTC'; drop table", '../etc'])('refuses "%s"', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

describe('toWallClock', () => {
  it.each([
    ['Asia/Tokyo', '1970-01-01T00:00:00Z', '1970-01-01T09:00:00Z'],
    ['Asia/Kathmandu', '2026-06-01T00:00:00Z', '2026-06-01T05:45:00Z'],
    ['Europe/London', '2026-03-29T01:00:00Z', '2026-03-29T02:00:00Z'],
    ['America/Sao_Paulo', '2018-11-04T02:59:59Z', '2018-11-03T23:59:59Z'],
    ['America/New_York', '0050-01-01T12:00:00Z', '0050-01-01T07:03:58Z'],
  ])('shows the time of day in %s at %s', (timeZone, instant, wall) => {
    expect(new Date(toWallClock(timeZone)(Date.parse(instant))).toISOString()).toBe(new Date(wall).toISOString());
  });

  it('refuses an unknown zone', () => {
    expect(() => toWallClock('Europe/Atlantis')).toThrow(RangeError);
  });
});
