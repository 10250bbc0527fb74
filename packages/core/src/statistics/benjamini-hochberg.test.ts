import { expect, it } from 'vitest';
import { benjaminiHochberg } from './benjamini-hochberg.ts';

// Benjamini and Hochberg 1995, table of the example
const P = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
const ADJUSTED = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182, 0.714875, 0.753231, 0.813214, 1];

it('agrees with the paper, and does not mind the order', () => {
  const found = benjaminiHochberg(P);
  found.forEach((p, index) => expect(p).toBeCloseTo(ADJUSTED[index] ?? 0, 6));
  expect(benjaminiHochberg(P.toReversed())).toEqual(found.toReversed());
  expect(benjaminiHochberg([])).toEqual([]);
});
