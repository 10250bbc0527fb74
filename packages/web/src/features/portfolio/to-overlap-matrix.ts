import { TOO_FEW_BELOW } from '@likeness/core';
import type { PersonaMark } from './persona-mark.ts';
import { shareAt } from './to-warnings.ts';
import type { Portfolio } from './use-portfolio.ts';

/** Of those who fit the row, how many also fit the column; `interval` in percent. Null share: nobody fits the row. */
export type OverlapCell = { row: PersonaMark; column: PersonaMark; both: number; ofRow: number; sharePercent: number | null; interval: readonly [number, number]; isFew: boolean };
/** A row of the matrix; the cell of the persona with itself is null. */
export type OverlapRow = { mark: PersonaMark; people: number; cells: (OverlapCell | null)[] };

/** The overlaps of a portfolio as a square: every pair stands there twice, once from each side. */
export function toOverlapMatrix({ personas, overlap, level }: Portfolio, marks: ReadonlyMap<number, PersonaMark>): OverlapRow[] {
  const known = personas.flatMap((persona) => {
    const mark = marks.get(persona.persona_id);
    return mark === undefined ? [] : [{ mark, people: shareAt(persona, level).persona_customers }];
  });
  return known.map(({ mark, people }) => ({
    mark, people,
    cells: known.map(({ mark: column }) => {
      if (column.id === mark.id) return null;
      const pair = overlap.find(({ a, b }) => (a === mark.id && b === column.id) || (a === column.id && b === mark.id));
      const share = pair?.a === mark.id ? pair.of_a : pair?.of_b;
      const [low = 0, high = 100] = share?.interval ?? [];
      const both = pair?.both ?? 0;
      return { row: mark, column, both, ofRow: people, sharePercent: share?.percentage ?? null, interval: [low, high] as const, isFew: both < TOO_FEW_BELOW };
    }),
  }));
}
