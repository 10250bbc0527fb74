import type { Caller } from '../../access/caller.ts';
import { Failure } from '../../failures/failure.ts';

/** Keeps one preview going for each place where somebody edits. */
export type NewestPreviews = {
  /**
   * Does a preview's work, after it has ended the one that the same caller had begun under the same key: that one's signal
   * aborts with `superseded`. Without a key nothing is ended.
   */
  run<T>(caller: Caller, key: string | undefined, signal: AbortSignal | undefined, work: (signal: AbortSignal | undefined) => Promise<T>): Promise<T>;
};

/** Knows the previews of this process: with several servers, one that went to another is simply answered. */
export function createNewestPreviews(): NewestPreviews {
  const running = new Map<string, AbortController>();
  return {
    run: async (caller, key, signal, work) => {
      if (key === undefined) return work(signal);
      const place = JSON.stringify([caller.tenantId, caller.actor, key]);
      const controller = new AbortController();
      running.get(place)?.abort(new Failure('superseded', 'A newer preview was asked for, so this one was given up.'));
      running.set(place, controller);
      const own = signal ? AbortSignal.any([signal, controller.signal]) : controller.signal;
      try {
        const answer = await work(own);
        own.throwIfAborted();
        return answer;
      } finally {
        if (running.get(place) === controller) running.delete(place);
      }
    },
  };
}
