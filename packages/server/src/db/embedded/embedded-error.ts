/**
 * Why our own PostgreSQL cannot run; the message says what to do.
 *
 * - `no_binaries`: none for this platform, or they do not start here.
 * - `no_user`: we are root, and there is no unprivileged account to run PostgreSQL as.
 * - `folder_unusable`: the data folder cannot be read, written or reached.
 * - `folder_in_use`: another Likeness works on this data folder.
 * - `wrong_version`: the data were written by another major version of PostgreSQL.
 * - `start_failed`: PostgreSQL said no; the message ends with its last words.
 */
export type EmbeddedErrorCode = 'no_binaries' | 'no_user' | 'folder_unusable' | 'folder_in_use' | 'wrong_version' | 'start_failed';

/** An error of the embedded server, fit to be shown to the operator as it is. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
