import { describe, expect, it } from 'vitest';
import { percentile } from './measure.ts';

describe('percentile', () => {
  it.each([
    [[4, 1, 3, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.95, 4],
    [[10, 9], 0, 9],
    [[100, 20, 3], 1, 100],
    [[7], 0.5, 7],
    [[], 0.5, Number.NaN],
  ])('of %j at %d is %d', (values, shareRatio, expected) => {
    expect(percentile(values, shareRatio)).toBe(expected);
  });

  it('is the rank that the definition says, for a hundred values', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(values, 0.95)).toBe(95);
  });
});
