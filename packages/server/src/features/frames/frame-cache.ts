import type { Database } from '../../db/database.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import type { FrameTransaction, OpenFrame } from './frame-job.ts';
import type { FrameStatistics } from './frame-service.ts';
import { takeWatermark, type Watermark } from './frame-state.queries.ts';
import { FrameTooLarge } from './frame-too-large.ts';
import type { LoadedFrame } from './loaded-frame.ts';
import { updateFrame, type FrameSource, type FrameUpdate } from './update-frame.ts';

/** The frames of one thread. */
export type FrameCache = {
  /**
   * The tenant's frame, up to date, with these columns. One update of a tenant's frame at a time; those who wait find it current.
   * With `within`, as that transaction sees it. Throws as `updateFrame`.
   */
  open(tenantId: number, attributes: readonly string[], within?: FrameTransaction): Promise<OpenFrame>;
  /** Lets go of frames that nobody has opened for this long. */
  dropIdle(idleMs: number): void;
  statistics(): FrameStatistics;
};

/** `memoryBytes`: what all frames together may take. `signal` ends what is being loaded. */
export type FrameCacheParts = { db: Database; memoryBytes: number; signal: AbortSignal };

type Held = { loaded: LoadedFrame; usedAtMs: number };

/**
 * Keeps frames for as long as memory allows: the one unused for longest goes first, and those that are in use are not counted twice.
 *
 * A frame is out of the cache while it is being changed, so one whose change failed is never seen again.
 */
export function createFrameCache(parts: FrameCacheParts): FrameCache {
  const held = new Map<number, Held>();
  const growing = new Map<number, number>();
  const lines = new Map<number, Promise<unknown>>();
  const loads = { loads: 0, loadedRows: 0, loadSeconds: 0 };
  const heldBytes = (): number => sum([...held.values()].map(({ loaded }) => loaded.frame.byteCount));
  const makeRoom = (tenantId: number, bytes: number): void => {
    growing.set(tenantId, bytes);
    const wanted = sum(growing.values());
    for (const [oldest] of held) {
      if (heldBytes() + wanted <= parts.memoryBytes) return;
      held.delete(oldest);
    }
    if (wanted > parts.memoryBytes) throw new FrameTooLarge(wanted, parts.memoryBytes);
  };
  const update = async (tenantId: number, attributes: readonly string[], within: FrameTransaction | undefined): Promise<OpenFrame> => {
    const present = held.get(tenantId)?.loaded ?? null;
    held.delete(tenantId);
    growing.set(tenantId, present?.frame.byteCount ?? 0);
    const startMs = performance.now();
    try {
      const checkSize = (bytes: number): void => makeRoom(tenantId, bytes);
      const { loaded, isNew, hasOwnChanges } = await updateWithin({ ...parts, tenantId, checkSize }, present, attributes, within);
      checkSize(loaded.frame.byteCount);
      if (!hasOwnChanges) held.set(tenantId, { loaded, usedAtMs: performance.now() });
      if (isNew) {
        loads.loads += 1;
        loads.loadedRows += loaded.frame.rowCount;
        loads.loadSeconds += (performance.now() - startMs) / 1000;
      }
      return { frame: loaded.frame, dictionaries: loaded.dictionaries };
    } finally {
      growing.delete(tenantId);
    }
  };
  return {
    open: (tenantId, attributes, within) => inLine(lines, tenantId, () => update(tenantId, attributes, within)),
    dropIdle: (idleMs) => {
      for (const [tenantId, { usedAtMs }] of held) if (performance.now() - usedAtMs >= idleMs) held.delete(tenantId);
    },
    statistics: () => ({ frames: held.size, rows: sum([...held.values()].map(({ loaded }) => loaded.frame.liveRowCount)), bytes: heldBytes(), ...loads }),
  };
}

type UpdateParts = FrameCacheParts & { tenantId: number; checkSize: (bytes: number) => void };

/**
 * In the caller's transaction, or in one of its own. When a frame with the columns of many jobs cannot take one more, it is loaded
 * again with those of this job alone.
 */
async function updateWithin(parts: UpdateParts, present: LoadedFrame | null, attributes: readonly string[], within: FrameTransaction | undefined): Promise<FrameUpdate> {
  const { db, tenantId } = parts;
  const toSource = (transaction: FrameTransaction, watermark: Watermark | null): FrameSource =>
    ({ ...parts, ...transaction, watermark, isSnapshot: within === undefined, allowedBytes: parts.memoryBytes });
  const updateOnce = async (current: LoadedFrame | null): Promise<FrameUpdate> => {
    if (within !== undefined) return updateFrame(current, attributes, toSource(within, null));
    const watermark = current === null ? await readTenant(db, tenantId, (trx) => takeWatermark(trx, tenantId)) : null;
    // A second attempt, should the first one's transaction be refused, must not go on with a half-changed frame.
    let remaining = current;
    return readTenant(db, tenantId, (trx, session) => {
      const base = remaining;
      remaining = null;
      return updateFrame(base, attributes, toSource({ trx, session }, watermark));
    });
  };
  if (present === null || within !== undefined) return updateOnce(present);
  return updateOnce(present).catch((error: unknown) => {
    if (error instanceof FrameTooLarge) return updateOnce(null);
    throw error;
  });
}

/** One after the other for each tenant, whether the one before went well or not. */
function inLine<Result>(lines: Map<number, Promise<unknown>>, tenantId: number, work: () => Promise<Result>): Promise<Result> {
  const before = lines.get(tenantId) ?? Promise.resolve();
  const result = before.then(work, work);
  const settled = result.catch(() => undefined).then(() => {
    if (lines.get(tenantId) === settled) lines.delete(tenantId);
  });
  lines.set(tenantId, settled);
  return result;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
