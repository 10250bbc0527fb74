import type { Frame } from '@likeness/core';
import type { Database } from '../../db/database.ts';
import type { CopySession, TenantTransaction } from '../../db/scoped-transaction.ts';
import type { Dictionaries } from '../dictionary/dictionary.queries.ts';

/** A tenant's frame with the dictionaries it was read by. */
export type OpenFrame = { frame: Frame; dictionaries: Dictionaries };

/** A transaction that already looks at the tenant, with the connection under it: what `withTenant` and `readTenant` give. */
export type FrameTransaction = { trx: TenantTransaction; session: CopySession };

/**
 * What a job works with, inside the thread that owns the tenant's frame.
 *
 * A frame changes only inside of somebody's `open`, so between two `await`s it stands still: count without awaiting, and
 * look at `isCancelled()` instead. After an `await` other jobs may have brought it up to date: rows may have been added
 * behind, others erased. A frame that had to be built anew is another object; one that a job still holds stays readable.
 */
export type FrameContext = {
  db: Database;
  tenantId: number;
  /** Aborted when the caller gave up, or the server stops. It is noticed when the job awaits; `isCancelled` sees it at once. */
  signal: AbortSignal;
  /** Whether nobody waits for the answer any more. Costs a few nanoseconds. */
  isCancelled(): boolean;
  /** Tells the caller how far it is. `total` may change on the way. */
  report(done: number, total: number): void;
  /**
   * The tenant's frame as the database is now, with columns for these attributes (names in any spelling).
   *
   * With `within` it is as that transaction sees it, own writes included.
   *
   * Throws `FrameTooLarge` when it does not fit the memory that frames may use, `not_found` when there is no such tenant,
   * the signal's reason when the job was cancelled.
   */
  open(attributes: readonly string[], within?: FrameTransaction): Promise<OpenFrame>;
};

/**
 * Work on a tenant's frame. Input and answer cross threads: they must be structured-cloneable, and buffers in an answer are
 * moved, not copied.
 */
export type FrameJob<Input, Answer> = { run: (context: FrameContext, input: Input) => Promise<Answer> };

/** Jobs by name, whatever they take. */
export type FrameJobTable = Readonly<Record<string, FrameJob<never, unknown>>>;
export type InputOf<Job> = Job extends { run: (context: FrameContext, input: infer Input) => Promise<unknown> } ? Input : never;
export type AnswerOf<Job> = Job extends { run: (context: FrameContext, input: never) => Promise<infer Answer> } ? Answer : never;
