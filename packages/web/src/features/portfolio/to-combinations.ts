import type { PersonaMark } from './persona-mark.ts';
import type { Portfolio } from './use-portfolio.ts';

/** People who fit exactly these personas; `ids` as in the address, `lengthRatio` against the largest. */
export type CombinationRow = { ids: string; marks: PersonaMark[]; kind: 'nobody' | 'one' | 'several'; count: number; lengthRatio: number };

/** The largest combinations, and how many respondents are in all others. */
export type CombinationsView = { columns: PersonaMark[]; rows: CombinationRow[]; total: number; rest: number };

const SHOWN = 12;

/** Which sets of personas respondents fit, the 12 largest first. Each respondent is in one of them. */
export function toCombinations({ combinations, combination_count: total, total_customers: n, personas }: Portfolio, marks: ReadonlyMap<number, PersonaMark>): CombinationsView {
  const shown = combinations.slice(0, SHOWN);
  const largest = Math.max(1, ...shown.map(({ count }) => count));
  const rows = shown.map(({ persona_ids: ids, count }): CombinationRow => ({
    ids: ids.length === 0 ? 'none' : ids.join(','),
    marks: ids.flatMap((id) => marks.get(id) ?? []),
    kind: ids.length === 0 ? 'nobody' : ids.length === 1 ? 'one' : 'several',
    count, lengthRatio: count / largest,
  }));
  return {
    columns: personas.flatMap(({ persona_id }) => marks.get(persona_id) ?? []),
    rows, total, rest: n - shown.reduce((sum, { count }) => sum + count, 0),
  };
}
