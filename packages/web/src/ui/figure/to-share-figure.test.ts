import { describe, expect, it } from 'vitest';
import { createFormats } from '../formats.ts';
import { toShareFigure } from './to-share-figure.ts';

const formats = createFormats('en-GB');
const share = (count: number, n: number) => ({
  total_customers: n,
  percentage: n === 0 ? null : (100 * count) / n,
  interval: [0, 100] as [number, number],
});

describe('toShareFigure', () => {
  it('writes the estimate, its interval and n', () => {
    const figure = toShareFigure({ total_customers: 3062, percentage: 59.99, interval: [58.24, 61.71] }, formats);
    expect(figure).toMatchObject({ percent: '60.0\u202f%', range: '58.2–61.7\u202f%', sample: '3,062', estimate: 59.99, low: 58.24, high: 61.71 });
  });

  it('grades by the number of people behind the figure', () => {
    const grades = [0, 1, 9, 10, 29, 30, 3062].map((n) => toShareFigure(share(0, n), formats).grade);
    expect(grades).toEqual(['nobody', 'hidden', 'hidden', 'too few', 'too few', 'normal', 'normal']);
  });
});
