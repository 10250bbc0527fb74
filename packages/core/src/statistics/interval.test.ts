import { describe, expect, it } from 'vitest';
import { criticalZ } from './interval.ts';

describe('criticalZ', () => {
  // R: qnorm(.975), qnorm(.95), qnorm(.995)
  it.each([
    [0.95, 1.959963984540054],
    [0.9, 1.6448536269514722],
    [0.99, 2.5758293035489004],
  ])('reaches the normal quantile of confidence %f', (confidence, z) => {
    expect(criticalZ(confidence)).toBeCloseTo(z, 14);
  });

  it.each([0, 1, -0.5, 95, Number.NaN])('refuses %f', (confidence) => {
    expect(() => criticalZ(confidence)).toThrow(RangeError);
  });
});
