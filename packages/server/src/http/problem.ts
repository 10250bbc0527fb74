import { ERRORS, type ErrorCode, type Problem } from '@likeness/contract';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseError } from '../db/database-error.ts';
import { Failure } from '../failures/failure.ts';

const FASTIFY_CODES: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_REQ_FILE_TOO_LARGE: 'too_large',
  FST_FILES_LIMIT: 'too_large',
  FST_PARTS_LIMIT: 'too_large',
};

/** Turns whatever was thrown into an RFC 9457 answer; what nobody expected is logged once and told to nobody. */
export function sendProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const failure = hasSenderGone(error, request) ? SENDER_GONE : toFailure(error);
  const { status, title } = ERRORS[failure.code];
  if (status >= 500) request.log.error({ err: error }, 'request failed');
  const problem: Problem = {
    type: `/api/docs#error-${failure.code}`,
    title,
    status,
    code: failure.code,
    detail: failure.detail,
    ...(failure.problems.length > 0 && { errors: failure.problems }),
    request_id: request.id,
  };
  if (failure.code === 'not_ready') void reply.header('retry-after', '2');
  return reply.status(status).header('content-type', 'application/problem+json').serializer(JSON.stringify).send(problem);
}

// Told to nobody, and no fault of ours: it must not be logged as one.
const SENDER_GONE = new Failure('bad_request', 'The connection was closed before the whole request had arrived.');

function hasSenderGone(error: Error, request: FastifyRequest): boolean {
  return request.raw.destroyed && !request.raw.complete && 'code' in error && error.code === 'ECONNRESET';
}

function toFailure(error: FastifyError | Error): Failure {
  if (error instanceof Failure) return error;
  if (isDatabaseError(error)) {
    if (error.code === 'unavailable' || error.code === 'timed_out' || error.code === 'unreachable') {
      return new Failure('not_ready', 'The database does not answer. Nothing was changed. Try again in a moment.');
    }
    if (error.code === 'value_invalid') {
      return new Failure('invalid_input', 'A value cannot be stored: it holds a NUL character, half a character, or a number out of range.');
    }
    return new Failure('internal', 'Nothing was changed. The log has the reason under this request id.');
  }
  const code = 'code' in error ? FASTIFY_CODES[error.code] : undefined;
  if (code) return new Failure(code, error.message);
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === 429) return new Failure('too_many_requests', error.message);
  if (status !== undefined && status >= 400 && status < 500) return new Failure('bad_request', error.message);
  return new Failure('internal', 'Nothing was changed. The log has the reason under this request id.');
}
