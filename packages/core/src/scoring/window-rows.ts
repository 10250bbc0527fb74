import type { DayWindow, Frame } from '../frame/frame.ts';

/** What a row of a frame counts for: nothing (other days, or erased), a response, or a response and its respondent. */
export const NOT_COUNTED = 0;
export const RESPONSE_ONLY = 1;
export const RESPONDENT = 2;

/** Rows that are looked at together: their numbers stay in the processor's nearest memory. */
export const CHUNK_ROWS = 8192;

/**
 * Which rows lie in these days, and which of them is its respondent's latest there?
 *
 * @returns for each row NOT_COUNTED, RESPONSE_ONLY or RESPONDENT
 * @throws Error while the frame has unsettled rows
 *
 * Cost: one pass over the days, one byte a row.
 *
 * @example markWindowRows(frame, ALL_DAYS).filter((mark) => mark === RESPONDENT).length // respondents
 */
export function markWindowRows(frame: Frame, window: DayWindow): Uint8Array {
  const marks = new Uint8Array(frame.rowCount);
  const isInside = frame.days.map((day) => (isWithin(day, window) ? RESPONDENT : NOT_COUNTED));
  for (let from = 0; from < frame.rowCount; from += CHUNK_ROWS) {
    const to = Math.min(frame.rowCount, from + CHUNK_ROWS);
    const codes = frame.dayCodes.view(from, to);
    for (let row = from; row < to; row += 1) marks[row] = isInside[codes[row - from] as number] as number;
  }
  for (const row of frame.supersededRows(window)) marks[row] = RESPONSE_ONLY;
  return marks;
}

/** The day of erased rows is '', and within no window. */
function isWithin(day: string, { startDate, endDate }: DayWindow): boolean {
  return day !== '' && (startDate === null || day >= startDate) && (endDate === null || day <= endDate);
}

/** The first and the last day on which one of these rows was submitted; null when none is counted. */
export function daySpan(frame: Frame, marks: Uint8Array): { first: string; last: string } | null {
  const seen = new Uint8Array(frame.days.length);
  for (let from = 0; from < marks.length; from += CHUNK_ROWS) {
    const to = Math.min(marks.length, from + CHUNK_ROWS);
    const codes = frame.dayCodes.view(from, to);
    for (let row = from; row < to; row += 1) if (marks[row] !== NOT_COUNTED) seen[codes[row - from] as number] = 1;
  }
  const days = frame.days.filter((_, code) => seen[code] === 1).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}
