/** What an open stream tells: each event with its data, and whether it is connected. */
export type StreamListener = {
  onEvent(type: string, data: unknown): void;
  onOpen(): void;
  /** Called for every break; `isRefused`: the server answered, and not with a stream. */
  onBreak(isRefused: boolean): void;
};

const RETRY_FIRST_MS = 1000;
const RETRY_AT_MOST_MS = 15_000;

/**
 * Listens to the server's events for as long as the page wants, over every break.
 *
 * The browser itself resumes a stream that ends, and is told what it missed. It gives up when the server answers with an
 * error; then a new stream is opened, later and later. Answers a function that ends it, and one that tries at once.
 */
export function listenToEvents(types: readonly string[], listener: StreamListener): { end(): void; tryNow(): void } {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = RETRY_FIRST_MS;
  const open = (): void => {
    clearTimeout(timer);
    source?.close();
    const opened = new EventSource('/api/events');
    source = opened;
    for (const type of types) opened.addEventListener(type, (event: MessageEvent<unknown>) => listener.onEvent(type, toData(event.data)));
    opened.addEventListener('open', () => {
      waitMs = RETRY_FIRST_MS;
      listener.onOpen();
    });
    opened.addEventListener('error', () => {
      const isRefused = opened.readyState === EventSource.CLOSED;
      listener.onBreak(isRefused);
      if (!isRefused) return;
      timer = setTimeout(open, waitMs);
      waitMs = Math.min(RETRY_AT_MOST_MS, waitMs * 2);
    });
  };
  open();
  return {
    end: () => {
      clearTimeout(timer);
      source?.close();
    },
    tryNow: open,
  };
}

function toData(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
