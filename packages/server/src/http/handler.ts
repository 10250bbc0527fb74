import type { Readable } from 'node:stream';
import type { Answer, Operation } from '@likeness/contract';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Caller, Visitor } from '../access/caller.ts';

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type JsonBody<O extends Operation> = O extends { bodies: readonly (infer B)[] }
  ? B extends { contentType: 'application/json'; schema: infer S }
    ? Parsed<S>
    : never
  : undefined;

/** What a handler gets: everything validated. `body` is the parsed JSON; other content types are read from `request`. */
export type Input<O extends Operation> = {
  params: Parsed<O['params']>;
  query: Parsed<O['query']>;
  headers: Parsed<O['headers']>;
  body: JsonBody<O>;
  visitor: Visitor;
  caller: O['access'] extends 'public' | 'signed-in' ? Caller | null : Caller;
  request: FastifyRequest;
};

/** An answer is only read, so handlers may give read-only lists. */
type ReadOnly<T> = T extends readonly (infer Item)[]
  ? readonly ReadOnly<Item>[]
  : T extends object
    ? { [K in keyof T]: ReadOnly<T[K]> }
    : T;

type Success<A extends Record<number, Answer>, S extends keyof A = keyof A> = S extends number
  ? {
      status: S;
      body?: A[S]['contentType'] extends 'application/json' ? ReadOnly<z.input<A[S]['schema']>> : string | Readable;
      headers?: Record<string, string>;
    }
  : never;

/** What a handler answers: a status of the operation, with the body its schema wants, or a stream. */
export type Reply<O extends Operation> = Success<O['answers']>;

/** An operation with its handler; the application registers a list of these. */
export type BoundOperation = {
  operation: Operation;
  handle: (input: Input<Operation>) => Promise<Reply<Operation>>;
};

/**
 * Binds a handler to an operation of the contract; the compiler holds the handler to the schemas.
 *
 * @example bind(operations.getRun, async ({ caller, params }) => ({ status: 200, body: await runs.get(caller, params.id) }))
 */
export function bind<O extends Operation, const R extends Reply<O>>(
  operation: O,
  handle: (input: Input<O>) => Promise<R>,
): BoundOperation {
  // The application calls `handle` only with what the schemas of `operation` accepted.
  return { operation, handle: handle as unknown as BoundOperation['handle'] };
}
