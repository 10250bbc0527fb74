import type { ErrorCode, FieldProblem } from '@likeness/contract';

/**
 * An expected failure of a request, by its stable code; the HTTP status is looked up in one table at the edge.
 *
 * `detail` is one sentence for a person; `problems` name the places. Never carries secrets or SQL.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: ErrorCode;
  readonly detail: string;
  readonly problems: FieldProblem[];

  constructor(code: ErrorCode, detail: string, problems: FieldProblem[] = [], options: { cause?: unknown } = {}) {
    super(`${code}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
    this.problems = problems;
  }
}

/** An id that does not exist, or belongs to another tenant: nobody can tell which. `thing` as "persona". */
export function notFound(thing: string): Failure {
  return new Failure('not_found', `There is no such ${thing}.`);
}

/** Wrong values, one problem a place. */
export function invalidInput(problems: FieldProblem[]): Failure {
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return new Failure('invalid_input', first ? `${first.path || 'The body'}: ${first.message}${more}` : 'Some values are not right.', problems);
}
