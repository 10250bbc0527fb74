/**
 * The ids in a multirange of PostgreSQL's integers, ascending. An empty one has none.
 *
 * @example [...toErasedIds('{[1,4),[7,8)}')] // [1, 2, 3, 7]
 */
export function* toErasedIds(multirange: string): Generator<number> {
  for (const [, from, to] of multirange.matchAll(/\[(\d+),(\d+)\)/gu)) {
    for (let id = Number(from); id < Number(to); id += 1) yield id;
  }
}
