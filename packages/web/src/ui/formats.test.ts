import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.ts';

const english = createFormats('en-GB');
const german = createFormats('de-DE');

describe('numbers', () => {
  it('writes shares with one decimal and a narrow space that does not break', () => {
    expect(english.percent(59.99)).toBe('60.0\u202f%');
    expect(english.percentRange(58.25, 61.72)).toBe('58.3–61.7\u202f%');
    expect(english.percent(0)).toBe('0.0\u202f%');
  });

  it('follows the locale in separators', () => {
    expect([english.count(3062), german.count(3062)]).toEqual(['3,062', '3.062']);
    expect([english.score(58), german.score(58)]).toEqual(['58.0', '58,0']);
  });
});

describe('age', () => {
  const now = new Date('2026-01-31T12:00:00Z');
  const cases: [string, string][] = [
    ['2026-01-31T11:59:30Z', 'now'],
    ['2026-01-31T11:59:00Z', '1 minute ago'],
    ['2026-01-31T09:59:00Z', '2 hours ago'],
    ['2026-01-30T12:00:01Z', '23 hours ago'],
    ['2026-01-30T12:00:00Z', '30 Jan 2026'],
    ['2026-01-31T12:00:05Z', 'now'],
  ];
  for (const [at, expected] of cases) {
    it(`${at} is ${expected}`, () => expect(english.age(new Date(at), now)).toBe(expected));
  }
});
