import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPacer } from './pacer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('lets the first through at once, the last after the pause, and each thing by itself', () => {
  const ran: string[] = [];
  const pacer = createPacer<string>(1000, (what) => ran.push(what));
  for (const what of ['a', 'a', 'b', 'a']) pacer.ask(what);
  expect(ran).toEqual(['a', 'b']);
  vi.advanceTimersByTime(1000);
  expect(ran).toEqual(['a', 'b', 'a']);
  vi.advanceTimersByTime(1000);
  expect(ran).toHaveLength(3);
  pacer.ask('a');
  expect(ran).toHaveLength(4);
});

it('runs nothing after its end', () => {
  const ran: string[] = [];
  const pacer = createPacer<string>(1000, (what) => ran.push(what));
  pacer.ask('a');
  pacer.ask('a');
  pacer.end();
  vi.advanceTimersByTime(5000);
  expect(ran).toEqual(['a']);
});
