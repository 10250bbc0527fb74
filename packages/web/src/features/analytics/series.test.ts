import { describe, expect, it } from 'vitest';
import { createFormats } from '../../ui/formats.ts';
import { snapshotOf } from './analytics.testing.ts';
import { poolMetric } from '../../ui/figure/pool-metric.ts';
import { toAxisDays } from './to-axis-days.ts';
import { stepOfAnswers, stepOfSpan, toBuckets } from './to-buckets.ts';
import { toEvolution } from './to-evolution.ts';
import { toSnapshotView } from './to-snapshot-view.ts';
import { toVolume } from './to-volume.ts';

const formats = createFormats('en-GB');
const detail = (n: number, sd: number | null) => ({ n, sd, interval: null, rejected: 0 });

describe('buckets', () => {
  const days = ['2026-01-29', '2026-02-03', '2026-03-01'].map((day) => snapshotOf(day));

  it('are even, hold every snapshot once, and keep times without responses', () => {
    expect(toBuckets(days, 'month').map(({ firstDay, lastDay, snapshots }) => [firstDay, lastDay, snapshots.length])).toEqual([
      ['2026-01-29', '2026-01-31', 1],
      ['2026-02-01', '2026-02-28', 1],
      ['2026-03-01', '2026-03-01', 1],
    ]);
    expect(toBuckets(days, 'week').map(({ firstDay }) => firstDay)).toEqual(['2026-01-29', '2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23']);
    expect(toBuckets(days, 'day')).toHaveLength(32);
    expect(toBuckets([], 'day')).toEqual([]);
  });

  it('are as fine as can be pointed at', () => {
    const spanOf = (last: string) => stepOfSpan([snapshotOf('2024-01-01'), snapshotOf(last)]);
    expect([spanOf('2024-03-01'), spanOf('2025-06-01'), spanOf('2027-06-01'), stepOfSpan([])]).toEqual(['day', 'week', 'month', 'day']);
  });

  it('get longer until most have enough answers', () => {
    const month = Array.from({ length: 28 }, (_, index) => snapshotOf(`2026-02-${String(index + 1).padStart(2, '0')}`));
    const stepFor = (perDay: number) => stepOfAnswers(month, ({ snapshots }) => perDay * snapshots.length, 30);
    expect([stepFor(40), stepFor(5), stepFor(1), stepFor(0)]).toEqual(['day', 'week', 'month', 'month']);
  });
});

describe('a metric over several days', () => {
  it('is the mean of all answers with the spread of all answers', () => {
    // 1, 2, 3 on one day and 5, 7 on the other: mean 3.6, sd 2.408319.
    const days = [
      snapshotOf('2026-01-01', { metrics: { ...snapshotOf('').metrics, satisfaction: 2 }, metric_details: { satisfaction: detail(3, 1) } }),
      snapshotOf('2026-01-02', { metrics: { ...snapshotOf('').metrics, satisfaction: 6 }, metric_details: { satisfaction: detail(2, Math.SQRT2) } }),
    ];
    const { n, value, interval } = poolMetric(days, 'satisfaction');
    expect([n, value]).toEqual([5, 3.6]);
    // t with 4 degrees of freedom: 2.776445.
    expect(interval?.[0]).toBeCloseTo(3.6 - (2.776445 * 2.408319) / Math.sqrt(5), 5);
    expect(interval?.[1]).toBeCloseTo(3.6 + (2.776445 * 2.408319) / Math.sqrt(5), 5);
  });

  it('is null when nobody answered, and keeps the interval of a single day', () => {
    expect(poolMetric([snapshotOf('2026-01-01')], 'trust')).toEqual({ n: 0, value: null, interval: null, rejected: 0 });
    expect(poolMetric([snapshotOf('2026-01-01')], 'nps')).toEqual({ n: 10, value: 20, interval: [-20, 60], rejected: 0 });
    expect(poolMetric([], 'nps').value).toBeNull();
  });

  it('of NPS has the widest interval that fits, within the scale', () => {
    const { value, interval } = poolMetric([snapshotOf('2026-01-01'), snapshotOf('2026-01-02')], 'nps');
    expect(value).toBe(20);
    expect(interval?.[0]).toBeCloseTo(20 - (1.959964 * 100 * Math.sqrt(0.96)) / Math.sqrt(20), 4);
    expect(interval?.[1]).toBeLessThanOrEqual(100);
  });
});

describe('evolution', () => {
  it('joins no point with fewer than 30 answers, and knows where a gap lies', () => {
    const days = [snapshotOf('2026-01-01'), snapshotOf('2026-01-02'), snapshotOf('2026-01-05')];
    const { step, series } = toEvolution(days);
    const [satisfaction, loyalty, trust] = series;
    expect(step).toBe('day');
    expect(satisfaction?.points.map(({ x, isSolid, isAfterGap }) => [x, isSolid, isAfterGap])).toEqual([[0, true, false], [0.25, true, false], [1, true, true]]);
    expect(loyalty?.points.every(({ isSolid }) => !isSolid)).toBe(true);
    expect(trust?.points).toEqual([]);
  });

  it('marks the day on which another edition begins', () => {
    const days = [snapshotOf('2026-01-01'), snapshotOf('2026-01-02', { edition: 3 }), snapshotOf('2026-01-03', { edition: 3 })];
    expect(toEvolution(days).marks).toEqual([{ edition: 3, day: '2026-01-02', x: 0.5 }]);
  });

  it('marks no old day that a late response had computed under a newer edition', () => {
    const editions = [1, 2, 1, 1, 2, 2, 4];
    const days = editions.map((edition, index) => snapshotOf(`2026-01-0${index + 1}`, { edition }));
    expect(toEvolution(days).marks.map(({ edition, day }) => [edition, day])).toEqual([[2, '2026-01-05'], [4, '2026-01-07']]);
  });
});

describe('volume', () => {
  it('adds up to all responses, with coverage from 30 on', () => {
    const few = { behavioral_data: { ...snapshotOf('').behavioral_data, strong: 1, moderate: 0, weak: 2 } };
    const view = toVolume([snapshotOf('2026-01-01'), snapshotOf('2026-01-02', few)], 'counts', formats);
    expect(view.total).toBe(63);
    expect(view.bars.map(({ total, coverage }) => [total, coverage?.share ?? null])).toEqual([[60, '50.0\u202f%'], [3, null]]);
  });

  it('shows shares in bars of at least 30 responses', () => {
    const tenADay = { response_count: 10, behavioral_data: { ...snapshotOf('').behavioral_data, strong: 5, moderate: 0, weak: 5 } };
    const days = Array.from({ length: 28 }, (_, index) => snapshotOf(`2026-02-${String(index + 1).padStart(2, '0')}`, tenADay));
    expect([toVolume(days, 'counts', formats).step, toVolume(days, 'shares', formats).step]).toEqual(['day', 'week']);
  });

  it('says when two bars dwarf the others', () => {
    const days = Array.from({ length: 8 }, (_, index) => snapshotOf(`2026-01-0${index + 1}`));
    expect(toVolume(days, 'counts', formats).dwarfed).toBeNull();
    const launch = days.map((day, index) => (index < 2 ? { ...day, behavioral_data: { ...day.behavioral_data, weak: 900 } } : day));
    expect(toVolume(launch, 'counts', formats).dwarfed).toBe('84\u202f%');
  });
});

describe('latest snapshot', () => {
  it('shows the newest day that has 30 responses, and says when that is not the last', () => {
    const view = toSnapshotView([snapshotOf('2026-01-01'), snapshotOf('2026-01-02', { response_count: 3 })], formats);
    expect(view?.newest).toMatchObject({ day: '2026-01-02', isFew: true });
    expect(view?.shown).toEqual({ day: '2026-01-01', isNewest: false, edition: 1 });
    expect(view?.lines.find(({ name }) => name === 'Matches')).toMatchObject({ value: '30', detail: '50.0\u202f% · 37.7–62.3\u202f%' });
    expect(view?.lines.find(({ name }) => name === 'Trust')?.value).toBeNull();
    expect(view?.lines.find(({ name }) => name === 'Gender')?.value).toBe('female: 18, male: 12');
    expect(toSnapshotView([], formats)).toBeNull();
  });
});

it('labels at most five days of an axis, the first and the last at its edges', () => {
  const days = Array.from({ length: 60 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10));
  const labels = toAxisDays(days, (index) => (index + 0.5) / 60, { formats });
  expect(labels).toHaveLength(5);
  expect([labels[0], labels[4]]).toEqual([{ at: 0, label: '1 Jan' }, { at: 1, label: '1 Mar' }]);
  expect(toAxisDays([], () => 0)).toEqual([]);
});
