import { formats as browserFormats, type Formats } from '../../../ui/formats.ts';
import type { Distribution } from '../rules/use-distribution.ts';
import type { CardClaim } from './card.ts';

const MOST_ROWS = 8;
const DAY_MS = 86_400_000;

/**
 * The answers of a chart, each as a claim that the data can be asked about: the most frequent ones, or the bins of numbers
 * and days put together to at most eight.
 */
export function toChartClaims({ attribute, type, values, bins }: Distribution, formats: Formats = browserFormats): CardClaim[] {
  const toClaim = (text: string, is: object): CardClaim => ({ id: text, text, claim: { attribute, is: is as NonNullable<CardClaim['claim']>['is'] } });
  if (values !== null) return values.slice(0, MOST_ROWS).map(({ value }) => toClaim(value, type === 'multi' ? { anyOf: [value] } : { in: [value] }));
  const all = bins ?? [];
  const size = Math.max(1, Math.ceil(all.length / MOST_ROWS));
  const isWhole = all.every(({ from }) => typeof from === 'string' || Number.isInteger(from));
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size)).flatMap((part) => {
    const [from, end] = [part[0]?.from, part.at(-1)?.to];
    if (from === undefined || end === undefined) return [];
    const to = lastBefore(end, isWhole);
    return [toClaim(`${toText(from, formats)} – ${toText(isWhole ? to : end, formats)}`, { between: [from, to] })];
  });
}

/** The last value under the end of a bin, which is not in it. */
function lastBefore(end: number | string, isWhole: boolean): number | string {
  if (typeof end === 'string') return new Date(Date.parse(end) - DAY_MS).toISOString().slice(0, 10);
  return isWhole ? end - 1 : end - Math.abs(end) * 1e-9;
}

function toText(value: number | string, formats: Formats): string {
  return typeof value === 'string' ? formats.day(value) : String(Number(value.toPrecision(6)));
}
