import { dayOf } from '@likeness/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDayCodes } from './day-codes.ts';

const ZONES = ['UTC', 'Europe/London', 'Asia/Kolkata', 'America/Sao_Paulo', 'Pacific/Apia', 'America/St_Johns', 'Pacific/Kiritimati', 'Africa/Monrovia'];
const HOUR_MS = 3_600_000;

it.each(ZONES)('agrees with dayOf about every instant of %s', (zone) => {
  const days: string[] = [];
  const toDay = createDayCodes(zone, (day) => days.push(day) - 1);
  const near = fc.tuple(fc.constantFrom('2011-12-30', '2018-11-04', '2026-03-29', '2026-10-25', '1950-06-01'), fc.integer({ min: -48, max: 48 }), fc.integer({ min: -2, max: 2 }))
    .map(([day, hours, extra]) => Date.parse(day) + hours * HOUR_MS + extra);
  const any = fc.integer({ min: Date.parse('1900-01-02'), max: Date.parse('2100-01-01') });
  fc.assert(fc.property(fc.oneof(near, any), (instantMs) => {
    expect(days[toDay(instantMs)]).toBe(dayOf(new Date(instantMs), zone));
  }), { numRuns: 300 });
});
