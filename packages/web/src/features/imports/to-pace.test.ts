import { expect, it } from 'vitest';
import { toPace } from './to-pace.ts';

it('tells rate and time left once enough was seen', () => {
  expect(toPace({ done: 0, atMs: 0 }, { done: 500, atMs: 1000 }, 2000)).toEqual({ rowsPerSecond: 500, leftMs: 3000 });
  expect(toPace({ done: 100, atMs: 0 }, { done: 600, atMs: 1000 }, 600)).toEqual({ rowsPerSecond: 500, leftMs: 0 });
  expect(toPace({ done: 0, atMs: 0 }, { done: 500, atMs: 1000 }, null)?.leftMs).toBeNull();
});

it('tells nothing before', () => {
  expect(toPace({ done: 0, atMs: 0 }, { done: 500, atMs: 100 }, 2000)).toBeNull();
  expect(toPace({ done: 5, atMs: 0 }, { done: 5, atMs: 9000 }, 2000)).toBeNull();
});
