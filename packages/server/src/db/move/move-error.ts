/**
 * Why a database cannot be moved; the message says what to do. Nothing of the target was changed but its schema.
 *
 * - `nothing_to_move`: the source has no tenant.
 * - `source_in_use`: a server is at work on the source; what it stores later would be lost.
 * - `target_in_use`: the target holds tenants or people.
 * - `target_unusable`: the target cannot hold every letter.
 * - `schemas_differ`: a table or a column of the source is not in the target.
 * - `copies_differ`: rows did not arrive as they were sent.
 */
export type MoveErrorCode = 'nothing_to_move' | 'source_in_use' | 'target_in_use' | 'target_unusable' | 'schemas_differ' | 'copies_differ';

/** An error of moving, fit to be shown to the operator as it is. */
export class MoveError extends Error {
  override readonly name = 'MoveError';
  readonly code: MoveErrorCode;

  constructor(code: MoveErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
