import { z } from 'zod';

/**
 * Every error code, its HTTP status and its title. The one table that turns a code into an answer.
 *
 * Codes are stable: programs branch on them. Titles are for people and may improve.
 */
export const ERRORS = {
  bad_request: { status: 400, title: 'The request cannot be read' },
  not_signed_in: { status: 401, title: 'Sign in first' },
  invalid_credentials: { status: 401, title: 'These credentials are not valid' },
  not_allowed: { status: 403, title: 'Your role or key does not allow this' },
  wrong_origin: { status: 403, title: 'The request comes from another site' },
  not_found: { status: 404, title: 'There is no such thing here' },
  no_such_route: { status: 404, title: 'There is no such address' },
  name_taken: { status: 409, title: 'The name is taken' },
  in_use: { status: 409, title: 'It is still in use' },
  wrong_state: { status: 409, title: 'It cannot be done in this state' },
  already_running: { status: 409, title: 'It is already running' },
  superseded: { status: 409, title: 'A newer request took its place' },
  idempotency_conflict: { status: 409, title: 'The idempotency key was used for another request' },
  edited_meanwhile: { status: 412, title: 'Somebody else changed it meanwhile' },
  too_large: { status: 413, title: 'It is larger than the limit' },
  unsupported_media_type: { status: 415, title: 'This content type is not accepted' },
  invalid_input: { status: 422, title: 'Some values are not right' },
  invalid_rules: { status: 422, title: 'The mapping rules are not right' },
  invalid_rows: { status: 422, title: 'Some rows are not right' },
  no_rules: { status: 422, title: 'The persona has no rules yet' },
  file_refused: { status: 422, title: 'The file does not hold survey responses' },
  takes_too_long: { status: 422, title: 'It takes too long: ask for less' },
  if_match_required: { status: 428, title: 'Say which revision you changed' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  over_capacity: { status: 503, title: 'It needs more memory than the server may use' },
  not_ready: { status: 503, title: 'The server is not ready' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** One wrong value: where it is and what would be right. */
export const FieldProblem = z
  .object({
    path: z.string().meta({ description: 'The place, as `mapping_rules.rules[2].is.between[0]`' }),
    message: z.string().meta({ description: 'What is wrong and what would be right' }),
    code: z.string().optional().meta({ description: 'Why a file is refused, as `image`: stable, to be worded in any language' }),
    row: z.int().positive().optional().meta({ description: 'Line of a bulk body or row of a file, from 1' }),
  })
  .meta({ id: 'FieldProblem' });

/** RFC 9457 problem document. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'A URI reference naming the kind of problem' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string().optional(),
    errors: z.array(FieldProblem).optional(),
    request_id: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });

export type Problem = z.infer<typeof Problem>;
export type FieldProblem = z.infer<typeof FieldProblem>;
