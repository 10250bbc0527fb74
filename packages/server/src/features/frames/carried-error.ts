import type { ErrorCode, FieldProblem } from '@likeness/contract';
import { DatabaseError, type DatabaseErrorCode } from '../../db/database-error.ts';
import { Failure } from '../../failures/failure.ts';
import { FrameTooLarge } from './frame-too-large.ts';

/** An error as plain data: threads cannot hand each other objects of a class. */
export type CarriedError =
  | { kind: 'failure'; code: ErrorCode; detail: string; problems: FieldProblem[] }
  | { kind: 'too large'; neededBytes: number; allowedBytes: number }
  | { kind: 'database'; code: DatabaseErrorCode; message: string; constraint: string | null }
  | { kind: 'other'; name: string; message: string; stack: string | undefined };

/** Takes apart what a job threw. What the other side has no class for keeps name, message and stack; causes are left behind. */
export function packError(error: unknown): CarriedError {
  if (error instanceof FrameTooLarge) return { kind: 'too large', neededBytes: error.neededBytes, allowedBytes: error.allowedBytes };
  if (error instanceof Failure) return { kind: 'failure', code: error.code, detail: error.detail, problems: error.problems };
  if (error instanceof DatabaseError) return { kind: 'database', code: error.code, message: error.message, constraint: error.constraint };
  if (error instanceof Error) return { kind: 'other', name: error.name, message: error.message, stack: error.stack };
  return { kind: 'other', name: 'Error', message: String(error), stack: undefined };
}

/** Puts it together again. */
export function unpackError(carried: CarriedError): Error {
  if (carried.kind === 'too large') return new FrameTooLarge(carried.neededBytes, carried.allowedBytes);
  if (carried.kind === 'failure') return new Failure(carried.code, carried.detail, carried.problems);
  if (carried.kind === 'database') return new DatabaseError(carried.code, carried.message, { constraint: carried.constraint });
  const error = new Error(carried.message);
  error.name = carried.name;
  if (carried.stack !== undefined) error.stack = carried.stack;
  return error;
}
