import pg from 'pg';
import type { Log } from '../log.ts';
import { toPoolSettings } from './connection-settings.ts';
import type { Database } from './database.ts';

const RECONNECT_MS = 1000;

export type Listener = { close(): Promise<void> };

/**
 * Listens to a channel of PostgreSQL on one connection of its own.
 *
 * `onMessage` hears the text of each message, and null whenever the connection was made (again): what was said
 * meanwhile is lost. Reconnects every second for as long as it takes; a lost connection is logged once.
 *
 * Throws for a channel that is not a plain lower-case name.
 */
export function listen(db: Database, channel: string, onMessage: (text: string | null) => void, log: Log): Listener {
  if (!/^[a-z_]+$/.test(channel)) throw new RangeError(`No name of a channel: ${channel}`);
  const { connectionString, options } = toPoolSettings(db.url, 1);
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let wasLost = false;

  const retry = (error: Error): void => {
    if (isClosed) return;
    if (!wasLost) log.warn({ err: error, channel }, 'lost the connection that listens; connecting again');
    wasLost = true;
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), RECONNECT_MS);
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString, options, application_name: 'likeness-listen', keepAlive: true });
    client = next;
    next.on('error', retry);
    next.on('notification', ({ payload }) => onMessage(payload ?? ''));
    try {
      await next.connect();
      await next.query(`LISTEN ${channel}`);
      wasLost = false;
      onMessage(null);
    } catch (error) {
      retry(error instanceof Error ? error : new Error(String(error)));
    }
    if (isClosed) await next.end().catch(() => undefined);
  };
  const connecting = connect();

  return {
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await connecting;
      await client?.end().catch(() => undefined);
    },
  };
}
