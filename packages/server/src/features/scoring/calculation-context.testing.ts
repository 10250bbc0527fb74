import type { Database } from '../../db/database.ts';
import { createFrameCache } from '../frames/frame-cache.ts';
import type { FrameContext, OpenFrame } from '../frames/frame-job.ts';

/** What happens in the middle of a calculation: after its frame was opened (or did not fit), once, while it holds no lock that anybody waits for. */
export type Meanwhile = { opened?: () => Promise<unknown>; reported?: () => void; memoryBytes?: number; signal?: AbortSignal };

/** What a calculation of this tenant works with, in the test's own thread, so that things can happen at known moments. */
export function calculationContext(db: Database, tenantId: number, { opened, reported, memoryBytes = 100_000_000, signal }: Meanwhile = {}): FrameContext {
  const cache = createFrameCache({ db, memoryBytes, signal: new AbortController().signal });
  const ending = signal ?? new AbortController().signal;
  let hasHappened = false;
  return {
    db,
    tenantId,
    signal: ending,
    isCancelled: () => ending.aborted,
    report: () => reported?.(),
    open: async (attributes, within) => {
      const frame = await cache.open(tenantId, attributes, within).catch((error: unknown) => error);
      if (!hasHappened) {
        hasHappened = true;
        await opened?.();
      }
      if (frame instanceof Error) throw frame;
      return frame as OpenFrame;
    },
  };
}
