/**
 * What went wrong in the database, in our words. SQLSTATE numbers never leave this folder.
 *
 * - `url_invalid`, `unreachable`, `password_refused`, `database_missing`, `server_too_old`, `role_refused`:
 *   the server cannot be used as it is configured; the message says what to change.
 * - `migration_refused`: the schema and the migrations of this release do not fit together.
 * - `duplicate`, `missing_reference`, `still_referenced`, `check_failed`, `value_missing`, `value_invalid`:
 *   the data were refused; `constraint` names the rule where there is one.
 * - `conflict`: another transaction was in the way; trying again may work.
 * - `timed_out`, `unavailable`: the server did not answer in time, or is going away.
 * - `forbidden`: the role may not do this, or row-level security refused a row of another tenant.
 * - `query_broken`: a fault in our SQL.
 */
export type DatabaseErrorCode =
  | 'url_invalid'
  | 'unreachable'
  | 'password_refused'
  | 'database_missing'
  | 'server_too_old'
  | 'role_refused'
  | 'migration_refused'
  | 'duplicate'
  | 'missing_reference'
  | 'still_referenced'
  | 'check_failed'
  | 'value_missing'
  | 'value_invalid'
  | 'conflict'
  | 'timed_out'
  | 'unavailable'
  | 'forbidden'
  | 'query_broken';

/**
 * Every error that comes out of `db/`.
 *
 * `message` is safe to log, and for the configuration codes to show to an operator; it never holds a password.
 * `constraint` is the written-out name of the violated constraint or unique index, else null.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: DatabaseErrorCode;
  readonly constraint: string | null;

  constructor(code: DatabaseErrorCode, message: string, details: { constraint?: string | null; cause?: unknown } = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.constraint = details.constraint ?? null;
  }
}

/**
 * Whether an error is ours and, if asked, of this code and about this constraint.
 *
 * @example isDatabaseError(error, 'duplicate', 'attributes_name_key') // the attribute exists already
 */
export function isDatabaseError(error: unknown, code?: DatabaseErrorCode, constraint?: string): error is DatabaseError {
  if (!(error instanceof DatabaseError)) return false;
  return (code === undefined || error.code === code) && (constraint === undefined || error.constraint === constraint);
}
