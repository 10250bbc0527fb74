import { describe, expect, it } from 'vitest';
import { createFormats } from '../../ui/formats.ts';
import { shareOf } from './gallery.testing.ts';
import { toTrend } from './to-trend.ts';

const formats = createFormats('en-GB');
const weeksOf = (...counts: [matching: number, respondents: number][]) =>
  counts.map(([matching, respondents], index) => ({ first_day: `2026-01-${String(index + 1).padStart(2, '0')}`, last_day: `2026-02-${String(index + 1).padStart(2, '0')}`, coverage: shareOf(matching, respondents, [0, 100]) }));

describe('toTrend', () => {
  it('draws the coverage of each week on a range of its own, which is named', () => {
    const view = toTrend(weeksOf([50, 100], [60, 100], [55, 100]), formats);
    expect(view).toMatchObject({ range: '50–70\u202f%', until: '3 Feb', sentence: 'Coverage in 3 weeks: 50\u202f% in the week to 1 Feb 2026, 55\u202f% in the week to 3 Feb 2026.' });
    expect(view?.points.map(({ x, y, isSolid }) => [x, y, isSolid])).toEqual([[0, 0, true], [0.5, 0.5, true], [1, 0.25, true]]);
  });

  it('has no point under ten people, a hollow one under thirty, and dots over the gap', () => {
    const view = toTrend(weeksOf([50, 100], [5, 9], [10, 20], [60, 100], [60, 100]), formats);
    expect(view?.points.map(({ isSolid, isAfterGap }) => [isSolid, isAfterGap])).toEqual([[true, false], [false, false], [true, true], [true, false]]);
  });

  it('stays within 0 to 100', () => {
    const view = toTrend(weeksOf([97, 100], [100, 100]), formats);
    expect(view?.range).toBe('80–100\u202f%');
    for (const { y, interval } of view?.points ?? []) expect([y, ...(interval ?? [])].every((height) => height >= 0 && height <= 1)).toBe(true);
  });

  it('is no line while fewer than two weeks have thirty people', () => {
    expect(toTrend([], formats)).toBeNull();
    expect(toTrend(weeksOf([50, 100], [10, 20]), formats)).toBeNull();
  });
});
