import { SubmittedResponse, type FieldProblem } from '@likeness/contract';
import type { JsonObject } from '../../db/tables.ts';
import { toFieldProblems } from '../../http/register-operation.ts';
import { findJsonProblem } from '../../json/find-json-problem.ts';
import type { NewResponse } from './response.store.ts';

const DAY_MS = 86_400_000;

export type ReadSubmission = { response: NewResponse } | { problems: FieldProblem[] };

/**
 * Is this a response that can be stored as it is? `now` is when it was received.
 *
 * Objects inside answers are kept and simply not matched. Without `submitted_at` it was submitted now; a date before
 * 1970 or more than a day ahead is a mistake of the sender's and refused, as is everything `findJsonProblem` refuses.
 *
 * @example readSubmission({ response_data: { age: 31 } }, now)
 * // { response: { responseData: { age: 31 }, respondentKey: null, externalId: null, submittedAt: now } }
 */
export function readSubmission(value: unknown, now: Date): ReadSubmission {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problems: [{ path: '', message: 'is no JSON object; send {"response_data": {…}}' }] };
  }
  // First: it names what the schema would quietly drop or pass.
  const jsonProblem = findJsonProblem('response_data' in value ? value.response_data : null, 'response_data');
  if (jsonProblem !== null) return { problems: [jsonProblem] };
  const parsed = SubmittedResponse.safeParse(value);
  if (!parsed.success) return { problems: toFieldProblems(parsed.error, '') };
  const { response_data, respondent_key = null, external_id = null, submitted_at } = parsed.data;
  const submittedAt = submitted_at === undefined ? now : new Date(submitted_at);
  if (submittedAt.getTime() < 0 || submittedAt.getTime() > now.getTime() + DAY_MS) {
    return { problems: [{ path: 'submitted_at', message: 'must lie between 1970 and tomorrow; it is when the person answered' }] };
  }
  return { response: { responseData: response_data as JsonObject, respondentKey: respondent_key, externalId: external_id, submittedAt } };
}
