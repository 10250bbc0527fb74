import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

describe('readNumber', () => {
  it.each([
    ['32 ', 32],
    ['1,200', 1200],
    ['+1,234,567.25', 1234567.25],
    ['-0.5', -0.5],
    ['\u22125', -5],
    ['.5', 0.5],
    ['0', 0],
    ['007', 7],
    ['３２', 32],
    ['\u00a012', 12],
    [1e308, 1e308],
    [-4, -4],
  ])('reads %j as %d', (answer, number) => {
    expect(readNumber(answer)).toBe(number);
  });

  it.each(['', ' ', '1,20', '12,00', '1,2345', ',200', '1.', '1e3', '0x10', '5 %', '$5', '1 200', '1.200,5', '--1', 'about 30', 'Infinity', 'NaN', '9'.repeat(400), true, false, NaN, Infinity])(
    'finds no number in %j',
    (answer) => {
      expect(readNumber(answer)).toBeNull();
    },
  );

  it('reads back every number that is written as a plain decimal', () => {
    const decimals = fc.double({ noNaN: true, min: -1e15, max: 1e15 }).filter((value) => !String(value).includes('e'));
    fc.assert(fc.property(decimals, (value) => readNumber(` ${value}`) === value));
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => readNumber(value.toLocaleString('en-US')) === value));
  });
});
