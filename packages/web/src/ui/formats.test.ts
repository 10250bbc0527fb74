import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.ts';

const english = createFormats('en-GB');
const german = createFormats('de-DE');
const arabic = createFormats('ar-u-nu-latn');

describe('numbers', () => {
  it('writes shares with one decimal and a narrow space that does not break', () => {
    expect(english.percent(59.99)).toBe('60.0\u202f%');
    expect(english.percentRange(58.25, 61.72)).toBe('58.3–61.7\u202f%');
    expect(english.percent(0)).toBe('0.0\u202f%');
    expect([english.percentWhole(50.4), english.percentRangeWhole(31.4, 69.1)]).toEqual(['50\u202f%', '31–69\u202f%']);
  });

  it('follows the locale in separators', () => {
    expect([english.count(3062), german.count(3062)]).toEqual(['3,062', '3.062']);
    expect([english.score(58), german.score(58)]).toEqual(['58.0', '58,0']);
    expect(arabic.percent(59.99)).toBe('60.0\u202f%');
  });

  it('writes a single score with two decimals, and means with as many as asked for', () => {
    expect([english.exactScore(83.333), english.number(4.536), english.number(2.94, 1)]).toEqual(['83.33', '4.54', '2.9']);
    expect([english.range(4.51, 4.57), english.range(-0.31, 0.12)]).toEqual(['4.51–4.57', '−0.31 – 0.12']);
  });

  it('signs NPS and changes with a real minus, and never writes minus nothing', () => {
    expect([english.nps(73), english.nps(-4.6), english.nps(0.2)]).toEqual(['+73', '−5', '0']);
    expect(english.npsWithRange(73, 57, 83, 'to')).toBe('+73 (+57 to +83)');
    expect([english.change(246), english.change(-56), english.change(0)]).toEqual(['+246', '−56', '0']);
    expect(english.number(-0.001, 1)).toBe('0.0');
  });

  it('shortens from a million on, rounded down', () => {
    expect([english.compactCount(999_999), english.compactCount(1_290_000)]).toEqual(['999,999', '1.2\u202fM']);
  });

  it('writes sizes and durations', () => {
    expect([english.bytes(48), english.bytes(48_210), english.bytes(1_500_000)]).toEqual(['48 byte', '48.2 kB', '1.5 MB']);
    expect([english.duration(4200), english.duration(95_000), english.duration(7_260_000)]).toEqual(['4 secs', '1 min 35 secs', '2 hrs 1 min']);
  });
});

describe('dates', () => {
  it('keeps a calendar day in every time zone', () => {
    expect([english.day('2018-12-06'), english.dayOfYear('2018-12-06'), english.weekday('2018-12-27')]).toEqual(['6 Dec 2018', '6 Dec', 'Thu, 27 Dec 2018']);
  });

  it('writes a moment in the time zone that is asked for', () => {
    expect(english.instant(new Date('2019-01-02T02:00:00Z'), 'Europe/London')).toBe('2 Jan 2019, 02:00');
    expect(english.instantWithZone(new Date('2019-07-02T01:00:00Z'), 'Europe/London')).toBe('2 Jul 2019, 02:00:00 BST');
  });
});

describe('age', () => {
  const now = new Date('2026-01-31T12:00:00Z');
  const cases: [string, string][] = [
    ['2026-01-31T11:59:30Z', 'now'],
    ['2026-01-31T11:59:00Z', '1\u202fmin ago'],
    ['2026-01-31T09:59:00Z', '2\u202fh ago'],
    ['2026-01-30T12:00:01Z', '23\u202fh ago'],
    ['2026-01-30T12:00:00Z', '30 Jan 2026'],
    ['2026-01-31T12:00:05Z', 'now'],
  ];
  for (const [at, expected] of cases) {
    it(`${at} is ${expected}`, () => expect(english.age(new Date(at), now)).toBe(expected));
  }
});
