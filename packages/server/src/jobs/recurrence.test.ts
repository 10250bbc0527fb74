import { describe, expect, it } from 'vitest';
import { describeRecurrence, NIGHTLY, toRecurrence } from './recurrence.ts';

describe('toRecurrence', () => {
  it.each([
    [null, NIGHTLY],
    ['0 2 * * *', NIGHTLY],
    [' 30  1 * * * ', 'FREQ=DAILY;BYHOUR=1,2;BYMINUTE=30;BYSECOND=0'],
    ['*/10 * * * *', '*/10 * * * *'],
    ['0 2 * * 1', '0 2 * * 1'],
    ['15 23 * * *', 'FREQ=DAILY;BYHOUR=23;BYMINUTE=15;BYSECOND=0'],
    ['0 24 * * *', '0 24 * * *'],
  ])('reads %s', (cron, expected) => {
    expect(toRecurrence(cron)).toBe(expected);
  });
});

describe('describeRecurrence', () => {
  it.each([
    [NIGHTLY, 'daily at 2:00 AM'],
    ['FREQ=DAILY;BYHOUR=0,1;BYMINUTE=5;BYSECOND=0', 'daily at 12:05 AM'],
    ['FREQ=DAILY;BYHOUR=13,14;BYMINUTE=30;BYSECOND=0', 'daily at 1:30 PM'],
    ['*/10 * * * *', 'on "*/10 * * * *"'],
  ])('says %s as %s', (recurrence, expected) => {
    expect(describeRecurrence(recurrence)).toBe(expected);
  });
});
