import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/** What a caller must be to use an operation. API keys carry scopes, people carry roles; each role implies its scopes. */
export type Access =
  /** Anybody, signed in or not. */
  | 'public'
  /** A signed-in person, of any tenant or none. */
  | 'signed-in'
  /** Sees figures: role viewer and up, scope `read`. */
  | 'read'
  /** Submits responses only: role editor and up, scope `submit` or `write`. */
  | 'submit'
  /** Changes personas, forms, responses: role editor and up, scope `write`. */
  | 'write'
  /** Manages members, keys and settings: role owner, scope `admin`. */
  | 'admin';

/** A body or an answer of one content type. `example` must satisfy `schema`; a test proves it. */
export type Content<S extends z.ZodType = z.ZodType> = {
  contentType: string;
  schema: S;
  example?: z.input<S>;
};

export type Answer<S extends z.ZodType = z.ZodType> = Content<S> & {
  description: string;
  headers?: Record<string, string>;
  /** Other kinds of file that the answer may be; the handler then names the one in its `content-type` header. */
  otherContentTypes?: readonly string[];
};

/**
 * One thing a caller can do: the single source of routing, validation, permission, documentation and SDK types.
 *
 * `path` uses `:name` for parameters. `answers` lists the successful answers by status; failures are problem
 * documents whose possible codes are `errors` (the ones every operation can give are added by the document).
 */
export type Operation = {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  tag: string;
  summary: string;
  description?: string;
  access: Access;
  params?: z.ZodObject;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  bodies?: Content[];
  answers: Record<number, Answer>;
  errors: readonly ErrorCode[];
};

/** Keeps the literal types of an operation, so that a handler bound to it is checked against its schemas. */
export function operation<const O extends Operation>(definition: O): O {
  return definition;
}

/** Content whose type is known to be JSON, so that the compiler can hold handlers to its schema. */
export type JsonContent<S extends z.ZodType> = Content<S> & { contentType: 'application/json' };

/** A JSON body. */
export function json<S extends z.ZodType>(schema: S, example: z.input<S>): JsonContent<S> {
  return { contentType: 'application/json', schema, example };
}

/** A successful JSON answer. */
export function answer<S extends z.ZodType>(
  description: string,
  schema: S,
  example: z.input<S>,
  headers?: Record<string, string>,
): Answer<S> & JsonContent<S> {
  return { contentType: 'application/json', schema, example, description, ...(headers && { headers }) };
}
