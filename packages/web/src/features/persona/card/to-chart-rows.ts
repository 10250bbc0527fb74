import { HIDDEN_BELOW } from '@likeness/core';
import { formats as browserFormats, type Formats } from '../../../ui/formats.ts';
import type { Distribution } from '../rules/use-distribution.ts';

/** One answer: the percent of those who match and of everybody who gave it. `matchingPercent` null: too few match to say. */
export type ChartRow = { name: string; matchingPercent: number | null; percent: number };

const MOST_ROWS = 8;

/**
 * A distribution as rows of shares: the most frequent answers, or the bins of numbers and days put together to at most
 * eight. Shares are of all who answered; several choices of one person count each.
 */
export function toChartRows(distribution: Distribution, formats: Formats = browserFormats): ChartRow[] {
  const { answered, values, bins, type } = distribution;
  const matching = (values ?? bins ?? []).reduce((sum, row) => sum + (row.matching ?? 0), 0);
  // Of several choices the people cannot be counted from the answers: then all who match are the whole.
  const whole = type === 'multi' ? (distribution.matching?.persona_customers ?? 0) : matching;
  const toRow = (name: string, respondents: number, match: number | null): ChartRow => ({
    name,
    matchingPercent: match === null || whole < HIDDEN_BELOW ? null : (100 * match) / whole,
    percent: answered === 0 ? 0 : (100 * respondents) / answered,
  });
  if (values !== null) return values.slice(0, MOST_ROWS).map((row) => toRow(row.value, row.respondents, row.matching));
  const all = bins ?? [];
  const size = Math.max(1, Math.ceil(all.length / MOST_ROWS));
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size)).map((part) =>
    toRow(
      `${toText(part[0]?.from, formats)} – ${toText(part.at(-1)?.to, formats)}`,
      part.reduce((sum, { respondents }) => sum + respondents, 0),
      part.some(({ matching: match }) => match === null) ? null : part.reduce((sum, { matching: match }) => sum + (match ?? 0), 0),
    ),
  );
}

function toText(value: number | string | undefined, formats: Formats): string {
  return typeof value === 'string' ? formats.day(value) : String(value ?? '');
}
