import type { components } from './generated/api-types.ts';

type Problem = components['schemas']['Problem'];

/** A refused request: `code` to branch on, `problems` to show beside the fields, `requestId` to find it in the log. */
export class LikenessError extends Error {
  override readonly name = 'LikenessError';
  readonly code: Problem['code'] | 'unreadable';
  readonly status: number;
  readonly problems: NonNullable<Problem['errors']>;
  readonly requestId: string | null;

  constructor(body: unknown, status: number) {
    const problem = isProblem(body) ? body : null;
    super(problem?.detail ?? problem?.title ?? `The server answered ${status} without a reason`);
    this.code = problem?.code ?? 'unreadable';
    this.status = status;
    this.problems = problem?.errors ?? [];
    this.requestId = problem?.request_id ?? null;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}
