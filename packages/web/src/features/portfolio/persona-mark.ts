import { toInitials } from '../../ui/to-initials.ts';

/** A persona as the portfolio's drawings name it: `color` is CSS. */
export type PersonaMark = { id: number; name: string; initials: string; color: string };

const COLORS = 8;

/**
 * The marks of personas by their id, in the colours they keep for life.
 *
 * @param colorIndexes by persona id; one that is not known yet gets the first colour
 */
export function toPersonaMarks(personas: readonly { persona_id: number; name: string }[], colorIndexes: ReadonlyMap<number, number>): Map<number, PersonaMark> {
  return new Map(
    personas.map(({ persona_id: id, name }) => [id, { id, name, initials: toInitials(name), color: `var(--c${((colorIndexes.get(id) ?? 0) % COLORS) + 1})` }]),
  );
}
