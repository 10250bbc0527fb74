/**
 * Lets the first request for something through at once and then one at most every `everyMs`, the last one always: what
 * changes in bursts is shown soon and asked for seldom.
 */
export function createPacer<T>(everyMs: number, run: (what: T) => void): { ask(what: T): void; end(): void } {
  const timers = new Map<T, ReturnType<typeof setTimeout>>();
  const askedAgain = new Set<T>();
  const ask = (what: T): void => {
    if (timers.has(what)) {
      askedAgain.add(what);
      return;
    }
    run(what);
    timers.set(
      what,
      setTimeout(() => {
        timers.delete(what);
        if (askedAgain.delete(what)) ask(what);
      }, everyMs),
    );
  };
  return {
    ask,
    end: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
