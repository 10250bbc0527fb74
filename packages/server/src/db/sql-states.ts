import pg from 'pg';
import { DatabaseError } from './database-error.ts';
import type { DatabaseErrorCode } from './database-error.ts';

// https://www.postgresql.org/docs/18/errcodes-appendix.html
const BY_STATE: Record<string, DatabaseErrorCode> = {
  '23502': 'value_missing',
  '23503': 'missing_reference',
  '23505': 'duplicate',
  '23514': 'check_failed',
  '23P01': 'duplicate',
  '40001': 'conflict',
  '40P01': 'conflict',
  '55P03': 'conflict',
  '57014': 'timed_out',
  '25P03': 'timed_out',
  '42501': 'forbidden',
};

const BY_CLASS: Record<string, DatabaseErrorCode> = {
  '08': 'unavailable',
  '22': 'value_invalid',
  '53': 'unavailable',
  '54': 'value_invalid',
  '57': 'unavailable',
  '58': 'unavailable',
};

const NETWORK_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENOENT']);

/**
 * Which of our errors is this error of the driver?
 *
 * Answers a `DatabaseError` (the original as `cause`) for everything PostgreSQL or the connection to it reported,
 * and the error itself, untouched, for anything else (so that it can be used around any work).
 *
 * @example toDatabaseError(errorWithState23505) // DatabaseError { code: 'duplicate', constraint: 'api_keys_prefix' }
 */
export function toDatabaseError(error: unknown): unknown {
  if (error instanceof DatabaseError || !(error instanceof Error)) return error;
  if (error instanceof pg.DatabaseError) {
    return new DatabaseError(codeOf(error), error.message, { constraint: error.constraint ?? null, cause: error });
  }
  if (isLostConnection(error)) return new DatabaseError('unavailable', `The database did not answer: ${error.message}`, { cause: error });
  return error;
}

function codeOf(error: pg.DatabaseError): DatabaseErrorCode {
  const state = error.code ?? '';
  // One state for both ends of a foreign key; only the words tell which end.
  if (state === '23503' && error.message.startsWith('update or delete')) return 'still_referenced';
  return BY_STATE[state] ?? BY_CLASS[state.slice(0, 2)] ?? 'query_broken';
}

function isLostConnection(error: Error): boolean {
  const code: unknown = 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return NETWORK_CODES.has(code);
  // The driver's own errors carry no code.
  return /^Connection terminated|timeout exceeded when trying to connect|^Client has encountered a connection error/.test(error.message);
}

/**
 * Whether trying the whole transaction again may succeed: a deadlock or a failed serialization, nothing else.
 * A lock that was not free in time (`55P03`) is a conflict too, but waiting for it again would only double the wait.
 */
export function isWorthRetrying(error: unknown): boolean {
  const cause = error instanceof DatabaseError ? error.cause : error;
  return cause instanceof pg.DatabaseError && (cause.code === '40001' || cause.code === '40P01');
}
