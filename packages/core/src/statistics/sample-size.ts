/** Below this many answers an interval is not shown at all. */
export const HIDDEN_BELOW = 10;
/** Below this many answers the words "too few to tell" stand beside the number. */
export const TOO_FEW_BELOW = 30;
/** Below this many answers a number is called indicative. */
export const INDICATIVE_BELOW = 100;

/** How far a number can be trusted for the number of answers behind it alone. */
export type SampleGrade = 'hidden' | 'too few to tell' | 'indicative' | 'normal';

/**
 * How far can a figure from `n` answers be trusted?
 *
 * Hidden below 10, too few to tell below 30, indicative below 100. The limits are conventions.
 *
 * @param n number of respondents or answers; an effective sample size may be fractional
 *
 * @example toSampleGrade(29) // 'too few to tell'
 */
export function toSampleGrade(n: number): SampleGrade {
  if (!(n >= HIDDEN_BELOW)) return 'hidden';
  if (n < TOO_FEW_BELOW) return 'too few to tell';
  return n < INDICATIVE_BELOW ? 'indicative' : 'normal';
}
