import { expect, it } from 'vitest';
import { nearestPoint } from './nearest-point.ts';

const points = [{ x: 0 }, { x: 0.5 }, { x: 1 }];

it.each([[-1, 0], [0.2, 0], [0.26, 1], [0.6, 1], [0.9, 2], [3, 2]])('nearest to %s is point %s', (x, index) => {
  expect(nearestPoint(points, x)).toBe(index);
});

it('is none of none', () => expect(nearestPoint([], 0.5)).toBeNull());
