import type { Frame } from '../frame/frame.ts';
import type { Kernel } from '../frame/kernel.ts';
import type { RuleOutcome } from '../rules/rule-set.ts';
import type { CancelCheck } from './count-scores.ts';
import { NOBODY, OTHERS, PEOPLE } from './group-rows.ts';
import { CHUNK_ROWS } from './window-rows.ts';

/** How often a rule had each outcome in a group. */
export type OutcomeCounts = Record<RuleOutcome, number>;

/**
 * What does the first rule of a kernel say of the people, and of the others?
 *
 * @param input.groups a group for each row (`groupRows`)
 * @returns null when `isCancelled` ended it
 */
export function countOutcomes(
  frame: Frame,
  { kernel, groups, isCancelled }: { kernel: Kernel; groups: Uint8Array; isCancelled: CancelCheck },
): { people: OutcomeCounts; others: OutcomeCounts } | null {
  if (!kernel.prepare(isCancelled)) return null;
  const found = { people: { matched: 0, unmatched: 0, unanswered: 0 }, others: { matched: 0, unmatched: 0, unanswered: 0 } };
  const patterns = new Uint32Array(CHUNK_ROWS);
  const groupCount = PEOPLE + 1;
  let counts = new Float64Array(0);
  for (let from = 0; from < frame.rowCount; from += CHUNK_ROWS) {
    if (isCancelled()) return null;
    const to = Math.min(frame.rowCount, from + CHUNK_ROWS);
    kernel.run(from, to, patterns);
    if (counts.length < groupCount * kernel.patternLimit) {
      const wider = new Float64Array(groupCount * kernel.patternLimit);
      wider.set(counts);
      counts = wider;
    }
    for (let row = from; row < to; row += 1) {
      const cell = groupCount * (patterns[row - from] as number) + (groups[row] as number);
      counts[cell] = (counts[cell] as number) + 1;
    }
  }
  counts.forEach((count, cell) => {
    const group = cell % groupCount;
    if (count === 0 || group === NOBODY) return;
    const outcome = kernel.scoreOf(Math.floor(cell / groupCount)).outcomes[0] ?? 'unanswered';
    found[group === OTHERS ? 'others' : 'people'][outcome] += count;
  });
  return found;
}
