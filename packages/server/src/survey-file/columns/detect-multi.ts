import { foldText, splitValues } from '@likeness/core';

/** How a multi-select answer is written in one cell. */
export type MultiReading = {
  delimiter: string;
  /** Distinct values after splitting that occur often enough to be options of the question. */
  options: string[];
  /** Share of the answers that hold more than one value (0..1). */
  shareRatio: number;
  /** True when a delimiter inside parentheses was left alone. */
  sparesParentheses: boolean;
};

const DELIMITERS = [', ', '; ', ' | ', ',', ';', '|', '\n'];
const VALUES_KEPT = 5_000;

/**
 * Is this a multi-select question, and what separates its values? The parts must come back: three
 * different combinations, at least two options that make up 70 % of what is in them, and half of the
 * options met in more than one combination. So "Last, First", prose, "$25,000 - $49,999" and a
 * choice whose wording holds a comma stay whole. Cut-offs are conventions. null: not a multi-select.
 *
 * `counts` are distinct answers with how often they were given.
 */
export function detectMulti(counts: ReadonlyMap<string, number>): MultiReading | null {
  let best: MultiReading | null = null;
  for (const delimiter of DELIMITERS) {
    if (delimiter === ',' && [...counts.keys()].some((value) => /\d,\d{3}/.test(value))) continue;
    const reading = readWith(counts, delimiter);
    // ", " before ",": the longer delimiter leaves "1,200" whole, so the shorter must find clearly more.
    if (reading !== null && (best === null || reading.shareRatio > best.shareRatio * 1.2)) best = reading;
  }
  return best;
}

type PartCount = { written: string; answers: number; cells: number };

function readWith(counts: ReadonlyMap<string, number>, delimiter: string): MultiReading | null {
  const parts = new Map<string, PartCount>();
  const combinations: { parts: string[]; count: number }[] = [];
  let answers = 0;
  let sparesParentheses = false;
  for (const [value, count] of counts) {
    answers += count;
    const values = splitValues(value, delimiter);
    if (value.includes(delimiter) && value.split(delimiter).length > values.length && value.includes('(')) sparesParentheses = true;
    const folded = values.map(foldText);
    if (folded.length > 1) combinations.push({ parts: folded, count });
    for (const [index, part] of folded.entries()) {
      const known = parts.get(part);
      const seen = known ?? { written: values[index] ?? part, answers: 0, cells: 0 };
      seen.answers += count;
      seen.cells += 1;
      if (known === undefined && parts.size < VALUES_KEPT) parts.set(part, seen);
    }
  }
  const several = combinations.reduce((sum, combination) => sum + combination.count, 0);
  if (combinations.length < 3 || several < answers * 0.03) return null;
  const needed = Math.max(2, answers * 0.005);
  const isOption = (part: string): boolean => (parts.get(part)?.answers ?? 0) >= needed;
  const options = [...parts.values()].filter((part) => part.answers >= needed);
  const inside = combinations.reduce((sum, { parts: held, count }) => sum + held.length * count, 0);
  const known = combinations.reduce((sum, { parts: held, count }) => sum + held.filter(isOption).length * count, 0);
  const shared = options.filter((option) => option.cells > 1).length;
  if (options.length < 2 || known < inside * 0.7 || shared < Math.max(2, options.length / 2)) return null;
  return { delimiter, options: options.toSorted((a, b) => b.answers - a.answers).map((option) => option.written), shareRatio: several / answers, sparesParentheses };
}
