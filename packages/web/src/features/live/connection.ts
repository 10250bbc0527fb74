/** Whether this page hears from the server. `lost` only after a few seconds: streams end and begin anew all the time. */
export type Connection = 'open' | 'offline' | 'lost';

let current: Connection = 'open';
const listeners = new Set<() => void>();

/** The connection as it is now; for `useSyncExternalStore`. */
export function getConnection(): Connection {
  return current;
}

export function setConnection(connection: Connection): void {
  if (connection === current) return;
  current = connection;
  for (const listener of listeners) listener();
}

export function subscribeToConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
