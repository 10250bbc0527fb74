/** How far a run was at some moment; `atMs` by the browser's clock. */
export type Progress = { done: number; atMs: number };
/** Rows a second, and how long the rest takes at that rate; null while it cannot be told. */
export type Pace = { rowsPerSecond: number; leftMs: number | null } | null;

const SHORTEST_MS = 500;

/**
 * How fast a run goes, between when it was first and last seen. Null before half a second or a single row has passed.
 *
 * @example toPace({ done: 0, atMs: 0 }, { done: 500, atMs: 1000 }, 2000) // { rowsPerSecond: 500, leftMs: 3000 }
 */
export function toPace(first: Progress, last: Progress, total: number | null): Pace {
  const passedMs = last.atMs - first.atMs;
  const rows = last.done - first.done;
  if (passedMs < SHORTEST_MS || rows <= 0) return null;
  const rowsPerSecond = (rows * 1000) / passedMs;
  return { rowsPerSecond, leftMs: total === null ? null : Math.max(0, ((total - last.done) / rowsPerSecond) * 1000) };
}
