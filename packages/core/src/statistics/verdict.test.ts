import { describe, expect, it } from 'vitest';
import { toVerdict } from './verdict.ts';

const interval = (low: number) => ({ low, high: low + 1 });

describe('toVerdict', () => {
  it.each([
    ['no rules yet', 0, 5000, 0, null],
    ['too few to tell', 5, 29, 10, interval(3)],
    ['too broad', 2, 5000, 100, interval(3)],
    ['too broad', 5, 1000, 851, interval(3)],
    ['good', 5, 1000, 850, interval(1.5)],
    ['good', 3, 30, 10, interval(2)],
    ['fair', 5, 1000, 500, interval(1.4999)],
    ['fair', 5, 1000, 500, interval(1.05)],
    ['poor', 5, 1000, 500, interval(1.0499)],
    ['poor', 5, 1000, 0, null],
  ] as const)('says "%s" for %i rules, %i respondents, %i matching', (word, ruleCount, respondents, matching, coherenceInterval) => {
    expect(toVerdict({ ruleCount, respondents, matching, coherenceInterval })).toBe(word);
  });
});
