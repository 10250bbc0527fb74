import type { Clock } from '../clock.ts';

/** A clock that stands still until it is told to move. */
export type FakeClock = Clock & {
  /** Moves on by so many milliseconds, and answers the new time. */
  advance(durationMs: number): Date;
  /** Jumps to a moment, also backwards. */
  set(moment: Date | string): void;
};

/**
 * A clock for scenarios.
 *
 * Throws a RangeError for a moment that is not a date.
 *
 * @example
 * const clock = fakeClock('2026-03-29T00:30:00Z');
 * clock.advance(3_600_000); // 2026-03-29T01:30:00Z
 */
export function fakeClock(start: Date | string): FakeClock {
  let nowMs = toTime(start);
  return {
    now: () => new Date(nowMs),
    advance: (durationMs) => new Date((nowMs += durationMs)),
    set: (moment) => {
      nowMs = toTime(moment);
    },
  };
}

function toTime(moment: Date | string): number {
  const time = new Date(moment).getTime();
  if (Number.isNaN(time)) throw new RangeError(`Not a moment: ${String(moment)}`);
  return time;
}
