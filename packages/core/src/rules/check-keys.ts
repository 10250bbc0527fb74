import type { ParseContext } from './parse-context.ts';
import { type PlainObject, pathOf, quote } from './plain-input.ts';

const LONGEST_COMPARED = 40;

/** Levenshtein distance, in code units. */
function toDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * Which of the allowed names is most like this one? Upper and lower case are the same; the first one wins a tie.
 *
 * @example findNearest('atleast', ['between', 'atLeast']) // 'atLeast'
 */
export function findNearest(name: string, allowed: readonly [string, ...string[]]): string {
  const folded = name.slice(0, LONGEST_COMPARED).toLowerCase();
  let nearest = allowed[0];
  let shortest = Infinity;
  for (const candidate of allowed) {
    const distance = toDistance(folded, candidate.toLowerCase());
    if (distance < shortest) {
      nearest = candidate;
      shortest = distance;
    }
  }
  return nearest;
}

/** Notes an error for every key that is not allowed here, naming the nearest right one. Were all keys right? */
export function checkKeys(
  input: PlainObject,
  allowed: readonly [string, ...string[]],
  path: string,
  context: ParseContext,
): boolean {
  let isRight = true;
  for (const key of Object.keys(input)) {
    if (allowed.includes(key)) continue;
    if (context.isStopped) return false;
    isRight = false;
    const nearest = findNearest(key, allowed);
    const message = `${quote(key)} is not known here. Did you mean "${nearest}"? Known: ${allowed.join(', ')}.`;
    context.fail(pathOf(path, key), 'unknown_key', message);
  }
  return isRight;
}
