import type { DayWindow } from '@likeness/core';
import { type WindowDays, toResponseWindow } from './response-window.ts';

/**
 * The days a caller named, as a frame takes them.
 *
 * Throws `invalid_input` for a text that is no day, and when the last day lies before the first.
 */
export function toDayWindow(days: WindowDays, timeZone: string): DayWindow {
  toResponseWindow(days, timeZone);
  return { startDate: days.startDate ?? null, endDate: days.endDate ?? null };
}
