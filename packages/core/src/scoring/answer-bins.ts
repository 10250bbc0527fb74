import type { GroupCounts, NumberCount } from './column-answers.ts';

/** Respondents whose number lies from `from` to `to` (excluded). */
export type NumberBin = GroupCounts & { from: number; to: number };

/** Bins without gaps, and how many were set aside on either side as far from all others. */
export type AnswerBins = { bins: NumberBin[]; below: number; above: number };

/** Numbers this many quartile ranges beyond the quartiles are set aside: Tukey's outer fences. */
const FENCE = 3;
const MOST_BINS = 60;
const AIMED_BINS = 40;
const DAY_MS = 86_400_000;

/**
 * Counts numbers in bins of one width, at most 60.
 *
 * Whole numbers within 60 have a bin each; otherwise widths are 1, 2 or 5 times a power of ten. Numbers beyond the outer
 * fences (3 quartile ranges from the quartiles) are set aside, unless the quartiles are equal.
 *
 * @param numbers ascending, each once
 * @returns no bins without numbers
 *
 * @example toNumberBins([{ number: 3, people: 1, others: 0 }]).bins // [{ from: 3, to: 4, people: 1, others: 0 }]
 */
export function toNumberBins(numbers: readonly NumberCount[]): AnswerBins {
  const { inside, below, above } = withinFences(numbers);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return { bins: [], below, above };
  const isWhole = inside.every(({ number }) => Number.isInteger(number));
  const range = last.number - first.number;
  const step = isWhole && range < MOST_BINS ? 1 : niceStep(last.number / AIMED_BINS - first.number / AIMED_BINS, isWhole);
  const positionOf = (number: number): number => Math.floor(number / step + 1e-9);
  const start = positionOf(first.number);
  const edgeOf = (position: number): number => Number((position * step).toPrecision(15));
  const bins = Array.from({ length: positionOf(last.number) - start + 1 }, (_, index) => ({
    from: edgeOf(start + index), to: edgeOf(start + index + 1), people: 0, others: 0,
  }));
  for (const { number, people, others } of inside) addTo(bins[positionOf(number) - start], people, others);
  return { bins, below, above };
}

/**
 * Counts moments in bins of days, weeks (from the first day on), months, years or several years: the finest that needs at
 * most 60. Edges are milliseconds of midnights, UTC.
 *
 * @param moments ascending, each once
 */
export function toDateBins(moments: readonly NumberCount[]): AnswerBins {
  const { inside, below, above } = withinFences(moments);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return { bins: [], below, above };
  const edges = listDateEdges(first.number, last.number);
  const bins = edges.slice(0, -1).map((from, index) => ({ from, to: edges[index + 1] ?? from, people: 0, others: 0 }));
  let position = 0;
  for (const { number, people, others } of inside) {
    while (position + 1 < bins.length && number >= (bins[position]?.to ?? Number.POSITIVE_INFINITY)) position += 1;
    addTo(bins[position], people, others);
  }
  return { bins, below, above };
}

/**
 * Cuts numbers into at most `count` ranges that hold nearly the same number of respondents. Equal numbers stay together.
 *
 * @param numbers ascending, each once
 * @returns the numbers of each range, ascending; fewer ranges when few numbers hold most respondents
 */
export function toEqualRanges(numbers: readonly NumberCount[], count: number): NumberCount[][] {
  if (numbers.length <= count) return numbers.map((number) => [number]);
  const total = numbers.reduce((sum, { people, others }) => sum + people + others, 0);
  const ranges: NumberCount[][] = [];
  let before = 0;
  for (const number of numbers) {
    const size = number.people + number.others;
    // The range in which the middle of these respondents lies.
    const position = Math.min(count - 1, Math.floor(((before + size / 2) * count) / total));
    (ranges[position] ??= []).push(number);
    before += size;
  }
  return ranges.filter((range) => range !== undefined);
}

/**
 * The smallest number that at least this share (0..1) of respondents do not exceed; null without numbers.
 *
 * @param numbers ascending, each once
 */
export function quantileOf(numbers: readonly NumberCount[], share: number): number | null {
  const total = numbers.reduce((sum, { people, others }) => sum + people + others, 0);
  let seen = 0;
  for (const { number, people, others } of numbers) {
    seen += people + others;
    if (seen >= share * total) return number;
  }
  return null;
}

function withinFences(numbers: readonly NumberCount[]): { inside: readonly NumberCount[]; below: number; above: number } {
  const [low, high] = [quantileOf(numbers, 0.25) ?? 0, quantileOf(numbers, 0.75) ?? 0];
  const reach = FENCE * (high - low);
  if (reach === 0) return { inside: numbers, below: 0, above: 0 };
  const sizeOf = (isOutside: (number: number) => boolean): number =>
    numbers.reduce((sum, { number, people, others }) => (isOutside(number) ? sum + people + others : sum), 0);
  return {
    inside: numbers.filter(({ number }) => number >= low - reach && number <= high + reach),
    below: sizeOf((number) => number < low - reach),
    above: sizeOf((number) => number > high + reach),
  };
}

function addTo(bin: NumberBin | undefined, people: number, others: number): void {
  if (bin === undefined) throw new Error('A number lies in none of its bins.');
  bin.people += people;
  bin.others += others;
}

/** The next of 1, 2, 5, 10, ... (times powers of ten) that is not below `width`. */
function niceStep(width: number, isWhole: boolean): number {
  if (width === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(width));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= width * (1 - 1e-9)) ?? 10);
  return isWhole ? Math.max(1, step) : step;
}

function listDateEdges(first: number, last: number): number[] {
  const firstDay = Math.floor(first / DAY_MS) * DAY_MS;
  const days = Math.floor(last / DAY_MS) - Math.floor(first / DAY_MS) + 1;
  if (days <= 7 * MOST_BINS) {
    const step = (days <= MOST_BINS ? 1 : 7) * DAY_MS;
    return Array.from({ length: Math.ceil((days * DAY_MS) / step) + 1 }, (_, index) => firstDay + index * step);
  }
  const [from, to] = [new Date(first), new Date(last)];
  const months = 12 * (to.getUTCFullYear() - from.getUTCFullYear()) + to.getUTCMonth() - from.getUTCMonth() + 1;
  if (months <= MOST_BINS) return Array.from({ length: months + 1 }, (_, index) => Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + index));
  const years = to.getUTCFullYear() - from.getUTCFullYear() + 1;
  const step = niceStep(years / MOST_BINS, true);
  const firstYear = Math.floor(from.getUTCFullYear() / step) * step;
  const count = Math.floor((to.getUTCFullYear() - firstYear) / step) + 1;
  return Array.from({ length: count + 1 }, (_, index) => new Date(0).setUTCFullYear(firstYear + index * step));
}
