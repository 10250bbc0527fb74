type Fetch = (request: Request) => Promise<Response>;

/** Whether somebody who was signed in has to sign in again. Told to whoever listens. */
export type SessionGuard = {
  /** From now on a refusal means that a session has ended, and not that nobody was there. */
  begin(): void;
  /** Whether requests wait for somebody to sign in. */
  isWaiting(): boolean;
  /** Somebody signed in: requests that wait are sent again. */
  resume(): void;
  subscribe(listener: () => void): () => void;
  /** Asks for a sign-in; resolves when it has happened. Rejects with the signal's reason when the request is given up. */
  ask(signal: AbortSignal): Promise<void>;
};

/** A guard without a session. */
export function createSessionGuard(): SessionGuard {
  const listeners = new Set<() => void>();
  let waiting: PromiseWithResolvers<void> | null = null;
  let hasBegun = false;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    begin: () => {
      hasBegun = true;
    },
    isWaiting: () => waiting !== null,
    resume: () => {
      waiting?.resolve();
      waiting = null;
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ask: async (signal) => {
      if (!hasBegun) return Promise.reject(new Error('Nobody was signed in'));
      waiting ??= Promise.withResolvers<void>();
      tell();
      const given = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
      return Promise.race([waiting.promise, given]);
    },
  };
}

/** The guard of this page. */
export const sessionGuard = createSessionGuard();

/**
 * Sends requests; one that is refused because the session has ended waits for the guard and is sent again, once.
 *
 * A refusal before anybody was signed in is handed on as it is.
 */
export function withSession(send: Fetch, guard: SessionGuard = sessionGuard): Fetch {
  return async (request) => {
    // A body can be read once, so the second try needs its own.
    const again = request.clone();
    const response = await send(request);
    if (response.status !== 401) return response;
    const hasSignedIn = await guard.ask(request.signal).then(
      () => true,
      () => false,
    );
    return hasSignedIn ? send(again) : response;
  };
}
