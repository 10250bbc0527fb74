import { readDate } from '../answers/read-date.ts';
import { toPlainNumber } from './parse-values.ts';
import type { ParseContext } from './parse-context.ts';
import { nameValue } from './plain-input.ts';
import { toRange } from './range.ts';
import type { Bound } from './rule-set.ts';

/** Reads one end of a range: a finite number, or an ISO date with or without a time. */
export function parseBound(input: unknown, path: string, context: ParseContext): Bound | null {
  if (typeof input === 'number') {
    if (Number.isFinite(input)) return toPlainNumber(input);
    return context.fail(path, 'bad_number', `Expected a finite number, found ${input}.`);
  }
  if (typeof input === 'string' && input.length <= context.limits.text && readDate(input) !== null) return input.trim();
  const message = `Expected a number (25, without quotation marks) or an ISO date ("2026-01-31"), found ${nameValue(input)}.`;
  return context.fail(path, typeof input === 'string' ? 'bad_bound' : 'wrong_type', message);
}

/**
 * Reads both ends of a range, each with its own path. null and undefined mean no bound, but not on both sides.
 *
 * Errors: a number against a date, and a lower end above the upper one.
 */
export function parseBounds(
  lower: { input: unknown; path: string },
  upper: { input: unknown; path: string },
  path: string,
  context: ParseContext,
): [Bound | null, Bound | null] | null {
  const hasLower = lower.input !== null && lower.input !== undefined;
  const hasUpper = upper.input !== null && upper.input !== undefined;
  if (!hasLower && !hasUpper) {
    return context.fail(path, 'missing_key', 'A range needs at least one bound: a lower one, an upper one, or both.');
  }
  const low = hasLower ? parseBound(lower.input, lower.path, context) : null;
  const high = hasUpper ? parseBound(upper.input, upper.path, context) : null;
  if ((hasLower && low === null) || (hasUpper && high === null)) return null;
  if (low === null || high === null) return [low, high];
  if (typeof low !== typeof high) {
    const message = `Both bounds are numbers or both are dates; found ${nameValue(low)} and ${nameValue(high)}.`;
    return context.fail(path, 'mixed_bounds', message);
  }
  const range = toRange(low, high);
  if (range.lowest > range.highest) {
    const message = `The lower bound ${nameValue(low)} is above the upper bound ${nameValue(high)}. Swap them.`;
    return context.fail(path, 'reversed_bounds', message);
  }
  return [low, high];
}
