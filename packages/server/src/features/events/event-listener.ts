import pg from 'pg';
import { toPoolSettings } from '../../db/connection-settings.ts';
import type { Database } from '../../db/database.ts';
import type { Log } from '../../log.ts';
import { EVENT_CHANNEL } from './event.store.ts';

const RECONNECT_MS = 1000;

export type EventListener = { close(): Promise<void> };

/**
 * Listens, on one connection of its own, for tenants that have new events.
 *
 * `onTenant` hears a tenant's id when it has news, and null when anybody may have: the connection was made (again),
 * and what was said meanwhile is lost. Reconnects every second for as long as it takes; a lost connection is logged once.
 */
export function listenForEvents(db: Database, onTenant: (tenantId: number | null) => void, log: Log): EventListener {
  const { connectionString, options } = toPoolSettings(db.url, 1);
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let wasLost = false;

  const retry = (error: Error): void => {
    if (isClosed) return;
    if (!wasLost) log.warn({ err: error }, 'lost the connection that hears of new events; connecting again');
    wasLost = true;
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), RECONNECT_MS);
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString, options, application_name: 'likeness-events', keepAlive: true });
    client = next;
    next.on('error', retry);
    next.on('notification', ({ payload }) => onTenant(Number(payload)));
    try {
      await next.connect();
      await next.query(`LISTEN ${EVENT_CHANNEL}`);
      wasLost = false;
      onTenant(null);
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
