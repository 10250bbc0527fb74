import { Readable } from 'node:stream';
import type { Caller } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import { listen } from '../../db/listen.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import type { Log } from '../../log.ts';
import { toEventStream, type StreamTimes } from './event-stream.ts';
import { findNewestEventId, listEventsAfter } from './event.queries.ts';
import { EVENT_CHANNEL } from './event.store.ts';

const DEFAULT_TIMES: StreamTimes & { stalledMs: number } = {
  heartbeatMs: 15_000,
  latecomerMs: 10_000,
  lifetimeMs: 15 * 60_000,
  stalledMs: 60_000,
};
/** More than the events of one tenant within the time of latecomers, else new ones would wait for old ones. */
const MOST_AT_ONCE = 5000;

export type EventService = {
  /**
   * A stream of the tenant's events, as server-sent events. `lastEventId`: the last one that the reader has; without
   * it only what comes from now on. A reader that takes nothing for a minute is dropped; it can come back and resume.
   */
  open(caller: Caller, lastEventId: number | undefined): Promise<Readable>;
  /** Ends all streams and the listening. */
  close(): Promise<void>;
};

type Times = typeof DEFAULT_TIMES;

/** Serves live events of every tenant from one listening connection per process. */
export function createEventService({ db, log, times = DEFAULT_TIMES }: { db: Database; log: Log; times?: Times }): EventService {
  const wakers = new Map<number, Set<() => void>>();
  const streams = new Set<Readable>();
  let isClosed = false;
  // null: anybody may have news, because nothing was heard for a while.
  const wake = (tenantId: number | null): void => {
    const sets = tenantId === null ? [...wakers.values()] : [wakers.get(tenantId) ?? new Set<() => void>()];
    for (const set of sets) for (const waker of set) waker();
  };
  const listener = listen(db, EVENT_CHANNEL, (tenantId) => wake(tenantId === null ? null : Number(tenantId)), log);

  const open = async (caller: Caller, lastEventId: number | undefined): Promise<Readable> => {
    const { tenantId } = caller;
    const bell = createBell();
    const ring = wakers.get(tenantId) ?? new Set();
    wakers.set(tenantId, ring.add(bell.ring));
    const read = (afterId: number) => readTenant(db, tenantId, (trx) => listEventsAfter(trx, tenantId, afterId, MOST_AT_ONCE));
    const afterId = lastEventId ?? (await readTenant(db, tenantId, (trx) => findNewestEventId(trx, tenantId)));
    const source = { read, wait: bell.wait, isClosed: () => isClosed || stream.destroyed };
    const stream: Readable = Readable.from(withoutStalls(toEventStream(source, afterId, times), times.stalledMs, () => stream.destroy()), {
      objectMode: false,
      highWaterMark: 64 * 1024,
    });
    streams.add(stream);
    stream.once('close', () => {
      streams.delete(stream);
      ring.delete(bell.ring);
      if (ring.size === 0 && wakers.get(tenantId) === ring) wakers.delete(tenantId);
      bell.ring();
    });
    return stream;
  };
  const close = async (): Promise<void> => {
    isClosed = true;
    wake(null);
    for (const stream of streams) stream.destroy();
    await listener.close();
  };
  return { open, close };
}

/** Passes texts on; calls `onStall` when the consumer has not asked for the next one in time. */
async function* withoutStalls(texts: AsyncIterable<string>, stalledMs: number, onStall: () => void): AsyncGenerator<string> {
  for await (const text of texts) {
    const timer = setTimeout(onStall, stalledMs);
    try {
      yield text;
    } finally {
      clearTimeout(timer);
    }
  }
}

type Bell = { ring(): void; wait(timeoutMs: number): Promise<void> };

/** A bell that remembers having rung while nobody waited. */
function createBell(): Bell {
  let hasRung = false;
  let release: (() => void) | null = null;
  return {
    ring: () => {
      hasRung = true;
      release?.();
    },
    wait: async (timeoutMs) => {
      if (!hasRung) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          release = resolve;
          timer = setTimeout(resolve, Math.max(0, timeoutMs));
        });
        clearTimeout(timer);
        release = null;
      }
      hasRung = false;
    },
  };
}
