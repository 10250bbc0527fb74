import type { Access, FieldProblem, Operation } from '@likeness/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Caller, Scope, Visitor } from '../access/caller.ts';
import { Failure, invalidInput } from '../failures/failure.ts';
import type { BoundOperation, Input } from './handler.ts';

/** Finds out who is asking: a session cookie, an API key, or nobody. Throws `invalid_credentials` for a bad key. */
export type Authenticate = (request: FastifyRequest) => Promise<Visitor>;

const SCOPE_OF_ACCESS: Partial<Record<Access, Scope>> = { read: 'read', submit: 'submit', write: 'write', admin: 'admin' };

/** Serves one operation: permission first, then validation, then the handler, then the answer held to its schema. */
export function registerOperation(app: FastifyInstance, { operation, handle }: BoundOperation, authenticate: Authenticate): void {
  app.route({
    method: operation.method,
    url: operation.path,
    exposeHeadRoute: operation.method === 'GET' && !isStreamed(operation),
    handler: async (request, reply) => {
      // Figures about people are for whoever asked, not for caches on the way.
      void reply.header('cache-control', 'no-store');
      const visitor = await authenticate(request);
      if (visitor.caller) request.log = reply.log = request.log.child({ tenant_id: visitor.caller.tenantId });
      const caller = admit(operation.access, visitor);
      const result = await handle(toInput(operation, request, visitor, caller));
      return sendAnswer(operation, result, reply);
    },
  });
}

/** Whether an answer may be as long as it likes: then HEAD, which would make it for nothing, is not offered. */
function isStreamed(operation: Operation): boolean {
  return Object.values(operation.answers).some(({ contentType }) => contentType === 'text/csv' || contentType === 'text/event-stream');
}

function admit(access: Access, visitor: Visitor): Caller | null {
  if (access === 'public') return visitor.caller;
  const scope = SCOPE_OF_ACCESS[access];
  if (scope === undefined) {
    if (!visitor.user) throw new Failure('not_signed_in', 'This needs a signed-in person.');
    return visitor.caller;
  }
  if (!visitor.caller) {
    throw visitor.user
      ? new Failure('not_allowed', 'You are not a member of any tenant yet. Create one, or accept an invitation.')
      : new Failure('not_signed_in', 'Sign in, or send an API key as "Authorization: Bearer …".');
  }
  if (!visitor.caller.scopes.includes(scope)) throw new Failure('not_allowed', `This needs the right to ${RIGHTS[scope]}.`);
  return visitor.caller;
}

const RIGHTS: Record<Scope, string> = {
  read: 'read figures and responses',
  submit: 'submit responses',
  write: 'change personas and responses (role editor)',
  admin: 'manage the tenant (role owner)',
};

function toInput(operation: Operation, request: FastifyRequest, visitor: Visitor, caller: Caller | null): Input<Operation> {
  const problems: FieldProblem[] = [];
  const read = (schema: z.ZodType | undefined, value: unknown, place: string): unknown => {
    if (!schema) return undefined;
    const result = schema.safeParse(value);
    if (!result.success) problems.push(...toFieldProblems(result.error, place));
    return result.data;
  };
  const params = operation.params?.safeParse(request.params);
  // An id that is no number cannot exist: the same answer as for one that does not.
  if (params && !params.success) throw new Failure('not_found', 'There is no such thing here.');
  const input = {
    params: params?.data,
    query: read(operation.query, request.query, 'query'),
    headers: read(operation.headers, request.headers, 'headers'),
    body: readBody(operation, request, read),
    visitor,
    caller,
    request,
  };
  if (problems.length > 0) throw invalidInput(problems);
  return input as Input<Operation>;
}

function readBody(
  operation: Operation,
  request: FastifyRequest,
  read: (schema: z.ZodType | undefined, value: unknown, place: string) => unknown,
): unknown {
  if (!operation.bodies) return undefined;
  const contentType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? 'application/json';
  const content = operation.bodies.find((body) => body.contentType === contentType);
  if (!content) {
    const accepted = operation.bodies.map((body) => body.contentType).join(' or ');
    throw new Failure('unsupported_media_type', `Send ${accepted}; this was ${contentType}.`);
  }
  return contentType === 'application/json' ? read(content.schema, request.body === undefined ? {} : request.body, '') : undefined;
}

/** Zod's issues as places and sentences; `place` is put before the path of query and header values. */
export function toFieldProblems(error: z.ZodError, place: string): FieldProblem[] {
  return error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.reduce<string>(
      (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key)),
      place,
    ),
    message: issue.message,
  }));
}

async function sendAnswer(
  operation: Operation,
  result: { status: number; body?: unknown; headers?: Record<string, string> },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const answer = operation.answers[result.status];
  if (!answer) throw new Error(`${operation.id} answered ${result.status}, which its contract does not know`);
  void reply.status(result.status);
  if (result.headers) void reply.headers(result.headers);
  if (answer.contentType === '') return reply.send();
  // What is one of several types, as pictures are, says itself which.
  if (result.headers?.['content-type'] !== undefined) return reply.send(result.body);
  void reply.header('content-type', answer.contentType === 'application/json' ? 'application/json; charset=utf-8' : `${answer.contentType}; charset=utf-8`);
  if (answer.contentType !== 'application/json') return reply.send(result.body);
  const checked = answer.schema.safeParse(result.body);
  if (!checked.success) throw new Error(`${operation.id} would answer against its contract: ${checked.error.message}`);
  return reply.serializer(JSON.stringify).send(checked.data);
}
