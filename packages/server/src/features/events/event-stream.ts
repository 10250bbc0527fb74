import type { StoredEvent } from './event.queries.ts';

/** How an open stream gets its events and learns that it should look again. */
export type StreamSource = {
  read(afterId: number): Promise<StoredEvent[]>;
  /** Resolves when there may be news, or after `timeoutMs`. */
  wait(timeoutMs: number): Promise<void>;
  isClosed(): boolean;
};

export type StreamTimes = {
  heartbeatMs: number;
  /** An event may become visible this long after one with a higher id. */
  latecomerMs: number;
  /** A stream ends after this long; readers reconnect, and their rights are checked anew. */
  lifetimeMs: number;
};

/**
 * The text of a server-sent event stream: events after `afterId`, then whatever comes, with a comment as heartbeat.
 *
 * Each event arrives once, in the order of ids as far as they were visible. One that committed after a higher id
 * comes without an id line, so that the reader's last id never goes back. Ends when the source is closed or the
 * lifetime is over. Nothing is read ahead of the consumer.
 *
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function* toEventStream(source: StreamSource, afterId: number, times: StreamTimes): AsyncGenerator<string> {
  const endsAtMs = Date.now() + times.lifetimeMs;
  const sentAtMs = new Map<number, number>();
  let floor = afterId;
  let last = afterId;
  let heartbeatAtMs = Date.now() + times.heartbeatMs;
  yield 'retry: 2000\n\n';
  while (!source.isClosed() && Date.now() < endsAtMs) {
    const fresh = (await source.read(floor)).filter((event) => !sentAtMs.has(event.id));
    for (const event of fresh) {
      sentAtMs.set(event.id, Date.now());
      yield toText(event, event.id > last);
      last = Math.max(last, event.id);
    }
    // What was sent long enough ago has no latecomers below it any more.
    for (const [id, atMs] of sentAtMs) {
      if (atMs > Date.now() - times.latecomerMs) break;
      floor = Math.max(floor, id);
      sentAtMs.delete(id);
    }
    if (fresh.length > 0) {
      heartbeatAtMs = Date.now() + times.heartbeatMs;
      continue;
    }
    if (Date.now() >= heartbeatAtMs) {
      heartbeatAtMs = Date.now() + times.heartbeatMs;
      yield ': still here\n\n';
    }
    await source.wait(heartbeatAtMs - Date.now());
  }
}

function toText(event: StoredEvent, hasNewId: boolean): string {
  return `${hasNewId ? `id: ${event.id}\n` : ''}event: ${event.type}\ndata: ${JSON.stringify(event.payload)}\n\n`;
}
