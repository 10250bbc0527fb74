import { expect, it } from 'vitest';
import { readTimeRange, tenantDay, toDays } from './time-range.ts';

it('counts today as one of the days', () => {
  expect(toDays('7', '2026-03-02')).toEqual({ startDate: '2026-02-24', endDate: '2026-03-02' });
  expect(toDays('all', '2026-03-02')).toEqual({});
  expect(toDays('7', '')).toEqual({});
});

it('knows which day it is where the tenant is', () => {
  const at = new Date('2026-01-31T23:30:00Z');
  expect([tenantDay(at, 'UTC'), tenantDay(at, 'Europe/Paris'), tenantDay(at, 'America/New_York')]).toEqual(['2026-01-31', '2026-02-01', '2026-01-31']);
});

it('takes no other range from the address', () => {
  expect([readTimeRange({ range: '30' }), readTimeRange({ range: 90 }), readTimeRange({ range: '31' })]).toEqual(['30', '90', undefined]);
});
