import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keyOf, MADE_OLD_BY, type Resource } from '../../api/query-keys.ts';
import { setConnection } from './connection.ts';
import { listenToEvents } from './event-stream.ts';
import { createPacer } from './pacer.ts';

/** Responses come in bursts: the first is shown at once, then figures are asked for at most this often. */
const REFRESH_EVERY_MS = 2000;
/** A break that is shorter is none. */
const LOST_AFTER_MS = 4000;

/**
 * Keeps everything shown up to date while the page is open: each change on the server marks what depends on it as old.
 *
 * After a break everything is asked for again. When the server refuses the stream, the session is asked for, which shows
 * whether it has ended. A run's progress needs no request: the event carries it.
 */
export function useLiveChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const pacer = createPacer<Resource>(REFRESH_EVERY_MS, (resource) => void queries.invalidateQueries({ queryKey: [resource] }));
    let lostTimer: ReturnType<typeof setTimeout> | undefined;
    let hasBroken = false;
    const stream = listenToEvents(Object.keys(MADE_OLD_BY), {
      onEvent: (type, data) => {
        if (type === 'run.changed' && hasId(data)) {
          queries.setQueryData(keyOf('runs', data.id), (run: object | undefined) => run && { ...run, ...data });
        }
        for (const resource of MADE_OLD_BY[type] ?? []) pacer.ask(resource);
      },
      onOpen: () => {
        clearTimeout(lostTimer);
        lostTimer = undefined;
        setConnection('open');
        if (hasBroken) void queries.invalidateQueries();
        hasBroken = false;
      },
      onBreak: (isRefused) => {
        // A stream that ends in order and resumes misses nothing.
        if (isRefused) void queries.invalidateQueries({ queryKey: ['session'] });
        lostTimer ??= setTimeout(() => {
          hasBroken = true;
          setConnection(navigator.onLine ? 'lost' : 'offline');
        }, LOST_AFTER_MS);
      },
    });
    const onOffline = (): void => setConnection('offline');
    const onOnline = (): void => stream.tryNow();
    globalThis.addEventListener('offline', onOffline);
    globalThis.addEventListener('online', onOnline);
    globalThis.addEventListener(TRY_NOW, onOnline);
    return () => {
      stream.end();
      pacer.end();
      clearTimeout(lostTimer);
      globalThis.removeEventListener('offline', onOffline);
      globalThis.removeEventListener('online', onOnline);
      globalThis.removeEventListener(TRY_NOW, onOnline);
    };
  }, [queries]);
}

const TRY_NOW = 'likeness:try-now';

/** Tries to reach the server at once instead of in a while. */
export function tryNow(): void {
  globalThis.dispatchEvent(new Event(TRY_NOW));
}

function hasId(data: unknown): data is { id: number } {
  return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'number';
}
