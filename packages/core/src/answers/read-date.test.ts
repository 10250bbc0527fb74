import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from './read-date.ts';

describe('readDate', () => {
  it.each([
    ['2018-12-27', null, '2018-12-27T00:00:00.000Z', false],
    [' 2018-12-27T14:03 ', null, '2018-12-27T14:03:00.000Z', true],
    ['2018-12-27 14:03:22.5', null, '2018-12-27T14:03:22.500Z', true],
    ['2018-12-27T00:30:00+01:00', null, '2018-12-26T23:30:00.000Z', true],
    ['2018-12-27T00:30:00-0230', null, '2018-12-27T03:00:00.000Z', true],
    ['2018-12-27T00:30:00+01', null, '2018-12-26T23:30:00.000Z', true],
    ['2018-12-27t00:30:00z', null, '2018-12-27T00:30:00.000Z', true],
    ['12/27/2018', 'mdy', '2018-12-27T00:00:00.000Z', false],
    ['12/27/2018 9:03:22', 'mdy', '2018-12-27T09:03:22.000Z', true],
    ['3/4/2018, 12:05 AM', 'mdy', '2018-03-04T00:05:00.000Z', true],
    ['3.4.2018', 'dmy', '2018-04-03T00:00:00.000Z', false],
    ['03-04-2018 2:00 pm', 'dmy', '2018-04-03T14:00:00.000Z', true],
    ['2018/3/4', 'ymd', '2018-03-04T00:00:00.000Z', false],
    ['2018-03-04', 'dmy', '2018-03-04T00:00:00.000Z', false],
    ['2020-02-29', null, '2020-02-29T00:00:00.000Z', false],
    ['0050-01-01', null, '0050-01-01T00:00:00.000Z', false],
  ] as const)('reads %j (%s) as %s', (text, order, iso, hasTime) => {
    expect(readDate(text, order)).toEqual({ milliseconds: Date.parse(iso), hasTime });
  });

  it.each([
    ['12/27/2018', null],
    ['27/12/2018', 'mdy'],
    ['12/27/2018', 'dmy'],
    ['2019-02-29', null],
    ['2018-13-01', null],
    ['2018-00-10', null],
    ['2018-1-1', null],
    ['2018/01/01', null],
    ['1/2/18', 'mdy'],
    ['1/2.2018', 'mdy'],
    ['2018-01-01T24:00', null],
    ['2018-01-01T10:60', null],
    ['2018-01-01 13:00 pm', null],
    ['2018-01-01T10:00+25:00', null],
    ['2018-01-01x', null],
    ['2018', null],
    ['43461', null],
    ['', null],
  ] as const)('finds no date in %j (%s)', (text, order) => {
    expect(readDate(text, order)).toBeNull();
  });

  it('reads back every moment that ISO can write', () => {
    const moments = fc.date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });
    fc.assert(fc.property(moments, (moment) => readDate(moment.toISOString())?.milliseconds === moment.getTime()));
  });
});
