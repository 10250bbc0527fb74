import type pg from 'pg';
import { DatabaseError } from './database-error.ts';
import { typeParsers } from './type-parsers.ts';

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * The settings of a pool for this connection URL.
 *
 * `sessionSettings` are startup options of every session (`role`, ...), added to those the URL itself carries in
 * `?options=`; every session works in UTC, so that no cast between a day and a moment depends on the server's zone.
 * Throws `DatabaseError('url_invalid')` for anything that is not a `postgres://` or `postgresql://` URL.
 */
export function toPoolSettings(url: string, max: number, sessionSettings: Record<string, string> = {}): pg.PoolConfig {
  const parsed = parseDatabaseUrl(url);
  const options = [parsed.searchParams.get('options') ?? '', ...startupOptions({ timezone: 'UTC', ...sessionSettings })];
  parsed.searchParams.delete('options');
  return {
    connectionString: parsed.href,
    options: options.join(' ').trim(),
    application_name: 'likeness',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    max,
    types: typeParsers,
  };
}

function startupOptions(settings: Record<string, string>): string[] {
  // In startup options a backslash keeps white space and backslashes inside one value.
  return Object.entries(settings).map(([name, value]) => `-c ${name}=${value.replace(/[\\\s]/g, '\\$&')}`);
}

/**
 * A connection URL as its parts.
 *
 * Throws `DatabaseError('url_invalid')`, without repeating the URL: it may hold a password.
 *
 * @example parseDatabaseUrl('postgres://ann@localhost/surveys').pathname // '/surveys'
 */
export function parseDatabaseUrl(url: string): URL {
  const wanted = 'it should look like postgres://user:password@host:5432/database';
  if (!URL.canParse(url)) throw new DatabaseError('url_invalid', `DATABASE_URL is not a URL; ${wanted}`);
  const parsed = new URL(url);
  if (parsed.protocol !== 'postgres:' && parsed.protocol !== 'postgresql:') {
    throw new DatabaseError('url_invalid', `DATABASE_URL starts with "${parsed.protocol}//"; ${wanted}`);
  }
  return parsed;
}

/**
 * Where a URL points, fit for messages: user, host, port and database, never the password.
 *
 * @example describeDatabase('postgres://ann:secret@db.example/surveys') // 'ann@db.example:5432/surveys'
 */
export function describeDatabase(url: string): string {
  const { username, hostname, port, pathname, searchParams } = parseDatabaseUrl(url);
  const host = hostname || searchParams.get('host') || 'localhost';
  return `${username ? `${decodeURIComponent(username)}@` : ''}${host}:${port || '5432'}${pathname}`;
}
