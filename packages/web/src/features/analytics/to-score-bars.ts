import type { Fill } from '../../charts/band-fill.ts';

/** Responses whose score is from `from` up to the next bar's; the last bar includes 100. */
export type ScoreBar = { from: number; to: number; count: number; fill: Fill };

const WIDTH = 10;

/**
 * How many responses have which score, in steps of ten, each in the colour of the band of its lower end.
 *
 * @param histogram score with two decimals -> responses, as analytics and previews answer it
 */
export function toScoreBars(histogram: Record<string, number>, bands: { moderate: number; strong: number }): ScoreBar[] {
  const counts = Array.from({ length: 100 / WIDTH }, () => 0);
  for (const [score, count] of Object.entries(histogram)) {
    const index = Math.min(counts.length - 1, Math.floor(Number(score) / WIDTH));
    counts[index] = (counts[index] ?? 0) + count;
  }
  return counts.map((count, index) => {
    const from = index * WIDTH;
    return { from, to: from + WIDTH, count, fill: from >= bands.strong ? 'strong' : from >= bands.moderate ? 'moderate' : 'weak' };
  });
}
