import { type PersonaScores, formatScore } from '@likeness/core';
import { toCsvLine } from '../survey-file/csv/write-csv.ts';

/**
 * The first line of a file of scores: `row` and the name of each persona.
 *
 * @example toScoresHeader(['Maya']) // 'row,Maya\r\n'
 */
export function toScoresHeader(personas: readonly string[]): string {
  return toCsvLine(['row', ...personas]);
}

/**
 * The scores of one row with two decimals, in the order of the personas. Empty for a persona without rules, and all
 * through when the row cannot be read (`scores` null).
 *
 * @example toScoresLine(3, [score], 1) // '3,66.67\r\n'
 */
export function toScoresLine(rowNumber: number, scores: PersonaScores | null, personaCount: number): string {
  const cells = Array.from({ length: personaCount }, (_, index) => {
    const score = scores?.[index] ?? null;
    return score === null ? '' : formatScore(score.scoreHundredths);
  });
  return toCsvLine([rowNumber, ...cells]);
}
