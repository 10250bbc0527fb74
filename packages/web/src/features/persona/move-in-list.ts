/**
 * A list with one entry at another position; positions past the ends count as the ends. The list itself stays as it is.
 *
 * @example moveInList(['a', 'b', 'c'], 0, 2) // ['b', 'c', 'a']
 */
export function moveInList<T>(list: readonly T[], from: number, to: number): T[] {
  const moved = list[from];
  if (moved === undefined) return [...list];
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, moved);
}
