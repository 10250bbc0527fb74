import { describe, expect, it } from 'vitest';
import { createFormats } from '../../ui/formats.ts';
import { figuresOf, personaOf, portfolioOf, shareOf } from './gallery.testing.ts';
import { meanDifference, pairedDifference } from './paired-difference.ts';
import { toComparison } from './to-comparison.ts';

const formats = createFormats('en-GB');

describe('a paired difference', () => {
  it('is marked only when the interval leaves out 0', () => {
    // With half a person a cell: b = 30.5, c = 10.5, n = 102: 0.196078 ± 1.959964 · √(41 − 400/102) / 102.
    const difference = pairedDifference(30, 10, 100);
    expect(difference?.points).toBe(20);
    expect(difference?.low).toBeCloseTo(7.9072, 3);
    expect(difference?.high).toBeCloseTo(31.3084, 3);
    expect([difference?.says, pairedDifference(10, 30, 100)?.says, pairedDifference(20, 18, 100)?.says]).toEqual(['more', 'fewer', 'same']);
    expect(pairedDifference(0, 0, 0)).toBeNull();
  });

  it('of means adds the widths of both as of two sides of a right angle', () => {
    const difference = meanDifference({ value: 4, interval: [3.7, 4.3] }, { value: 3, interval: [2.6, 3.4] });
    expect(difference).toMatchObject({ points: 1, says: 'more' });
    expect([difference?.low, difference?.high]).toEqual([expect.closeTo(0.5, 9), expect.closeTo(1.5, 9)]);
    expect(meanDifference({ value: 4, interval: null }, { value: 3, interval: [2, 4] })).toBeNull();
  });
});

it('puts personas side by side, a line an attribute, with differences from the first', () => {
  const rules = (is: object, attribute = 'age') => ({ rules: [{ attribute, is }] });
  const personas = [
    personaOf({ id: 1, figures: figuresOf(30, 10, 100, 'good'), rules: rules({ between: [25, 40] }) }),
    personaOf({ id: 2, figures: figuresOf(60, 10, 100, 'fair'), rules: rules({ in: ['pro'] }, 'plan') }),
    personaOf({ id: 3, status: 'draft', rule_count: 0, figures: null, rules: null }),
  ];
  const line = portfolioOf().personas[0];
  if (line === undefined) throw new Error('There is one line');
  const portfolio = portfolioOf({
    total_customers: 100,
    personas: [{ ...line, persona_id: 1, coverage: shareOf(30, 100) }, { ...line, persona_id: 2, coverage: shareOf(60, 100) }],
    overlap: [{ a: 1, b: 2, both: 20, of_a: { count: 20, percentage: 66, interval: [0, 100] }, of_b: { count: 20, percentage: 33, interval: [0, 100] }, jaccard: 0.3, overlap_coefficient: 0.6, lift: 1 }],
  });
  const rows = toComparison(personas, { portfolio, days: new Map(), formats });
  const values = (key: string) => rows.find((row) => row.key === key)?.values.map(({ text }) => text);
  expect(values('coverage')).toEqual(['30.0\u202f%', '60.0\u202f%', '–']);
  expect(rows.find(({ key }) => key === 'coverage')?.values.map(({ difference }) => difference?.says ?? null)).toEqual([null, 'more', null]);
  expect(values('rule:age')).toEqual(['between 25 and 40', '–', '–']);
  expect(values('rule:plan')).toEqual(['–', 'is pro', '–']);
  expect(values('satisfaction')).toEqual(['–', '–', '–']);
});
