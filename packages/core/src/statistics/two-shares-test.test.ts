import { describe, expect, it } from 'vitest';
import { twoSidedTail } from './normal-tail.ts';
import { fisherTest, twoSharesTest } from './two-shares-test.ts';

const share = (count: number, n: number) => ({ count, n });

describe('twoSidedTail', () => {
  it.each([
    [0, 1],
    [1, 0.31731050786291415],
    [-1.959963984540054, 0.05],
    [2.8284271247461903, 0.004677734981047266],
    [5, 5.733031437583878e-7],
    [10, 1.523970604832105e-23],
  ])('of %d is %d', (z, p) => {
    expect(twoSidedTail(z) / p).toBeCloseTo(1, 11);
  });

  it('ends at 0', () => expect(twoSidedTail(Number.POSITIVE_INFINITY)).toBe(0));
});

describe('twoSharesTest', () => {
  // R: chisq.test(correct = FALSE), prop.test, fisher.test
  it('agrees with chi-square and with Fisher', () => {
    expect(twoSharesTest(share(62, 80), share(540, 920))).toBeCloseTo(0.0009815, 7);
    expect(twoSharesTest(share(5, 83), share(12, 99))).toBeCloseTo(0.159181, 6);
    expect(fisherTest(share(62, 80), share(540, 920))).toBeCloseTo(0.0008091, 7);
    expect(fisherTest(share(3, 4), share(1, 4))).toBeCloseTo(0.485714, 6);
    expect(fisherTest(share(8, 10), share(1, 6))).toBeCloseTo(0.034965, 6);
  });

  it('takes the exact test where an expected count is small', () => {
    expect(twoSharesTest(share(8, 10), share(1, 6))).toBe(fisherTest(share(8, 10), share(1, 6)));
  });

  it('tells nothing apart without anybody, or when all say the same', () => {
    expect([twoSharesTest(share(0, 0), share(1, 2)), twoSharesTest(share(0, 9), share(0, 9)), twoSharesTest(share(9, 9), share(4, 4))]).toEqual([1, 1, 1]);
    expect(twoSharesTest(share(100_000, 100_000), share(3, 100_000))).toBeLessThan(1e-300);
  });
});
