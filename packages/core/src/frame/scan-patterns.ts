import type { CodeArray } from './code-column.ts';
import { BLOCK_ROWS } from './compile-kernel.ts';
import type { Frame } from './frame.ts';
import type { Kernel } from './kernel.ts';

/** Blocks between two looks at whether anybody still wants the answer: some milliseconds of work. */
const BLOCKS_AT_ONCE = 16;

/** One block: `patterns[k]` and `dayCodes` have a number for each row from `from` to `to` (excluded). */
export type PatternBlock = { from: number; to: number; patterns: readonly Uint32Array[]; dayCodes: CodeArray };

export type ScanOptions = { isCancelled?: () => boolean; report?: (done: number, total: number) => void };

/**
 * Runs several kernels over all rows of a frame, block by block, so that a block's codes are read once for all of them.
 *
 * `visit` gets every block in order; its patterns are used again for the next block. Erased rows have day code 0.
 * False when `isCancelled` said so in between: then not all rows were visited.
 */
export function scanPatterns(frame: Frame, kernels: readonly Kernel[], visit: (block: PatternBlock) => void, options: ScanOptions = {}): boolean {
  const { isCancelled = () => false, report } = options;
  if (!kernels.every((kernel) => kernel.prepare(isCancelled))) return false;
  const patterns = kernels.map(() => new Uint32Array(BLOCK_ROWS));
  const { rowCount } = frame;
  let block = 0;
  for (let from = 0; from < rowCount; from += BLOCK_ROWS) {
    const to = Math.min(rowCount, from + BLOCK_ROWS);
    kernels.forEach((kernel, index) => kernel.run(from, to, patterns[index] as Uint32Array));
    const written = to - from === BLOCK_ROWS ? patterns : patterns.map((each) => each.subarray(0, to - from));
    visit({ from, to, patterns: written, dayCodes: frame.dayCodes.view(from, to) });
    block += 1;
    if (block % BLOCKS_AT_ONCE !== 0) continue;
    report?.(to, rowCount);
    if (isCancelled()) return false;
  }
  report?.(rowCount, rowCount);
  return true;
}
