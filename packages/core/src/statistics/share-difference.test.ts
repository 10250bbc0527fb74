import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareDifference } from './share-difference.ts';

const share = (count: number, n: number) => ({ count, n });

describe('shareDifference', () => {
  // Newcombe 1998 (first two), R for the third
  it.each([
    [share(56, 70), share(48, 80), 0.2, 0.052431, 0.333873],
    [share(10, 10), share(0, 20), 1, 0.679086, 1],
    [share(62, 80), share(540, 920), 0.188043, 0.080493, 0.272089],
  ])('agrees with published intervals: %j against %j', (first, second, difference, low, high) => {
    const found = shareDifference(first, second);
    expect(found?.difference).toBeCloseTo(difference, 6);
    expect(found?.interval.low).toBeCloseTo(low, 6);
    expect(found?.interval.high).toBeCloseTo(high, 6);
  });

  it('knows nothing of nobody', () => {
    expect(shareDifference(share(0, 0), share(1, 2))).toBe(null);
    expect(shareDifference(share(1, 2), share(0, 0))).toBe(null);
    expect(() => shareDifference(share(3, 2), share(0, 1))).toThrow(RangeError);
  });

  it('holds its estimate, stays within -1..1 and turns its sign with the groups', () => {
    const shares = fc.integer({ min: 1, max: 500 }).chain((n) => fc.record({ count: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
    fc.assert(
      fc.property(shares, shares, (first, second) => {
        const [one, two] = [shareDifference(first, second), shareDifference(second, first)];
        if (one === null || two === null) throw new Error('both groups have somebody');
        expect(one.interval.low).toBeLessThanOrEqual(one.difference + 1e-12);
        expect(one.interval.high).toBeGreaterThanOrEqual(one.difference - 1e-12);
        expect(one.interval.low >= -1 - 1e-12 && one.interval.high <= 1 + 1e-12).toBe(true);
        expect(two.interval.low).toBeCloseTo(-one.interval.high, 12);
      }),
    );
  });
});
