import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ResponseWindow } from './response-window.ts';

/**
 * The responses submitted within a window, as the body of a CTE with columns `id` and `is_latest`.
 *
 * `is_latest` marks one response of each respondent: the latest of the window by time of submission, then id. A response
 * without a respondent is its own. Figures about people count the marked ones, figures about responses all.
 *
 * Cost: one pass over the window. Who answered more than once is found in the order of the index by respondent, so
 * nothing is sorted when the window is wide.
 */
export function windowedResponses(tenantId: number, window: ResponseWindow): RawBuilder<unknown> {
  const within = sql`r.tenant_id = ${tenantId} ${submittedWithin(window)}`;
  return sql`
    select r.id, true as is_latest
    from form_responses r
    where ${within} and r.respondent_id is null
    union all
    select r.id, lead(r.id) over (partition by r.respondent_id order by r.submitted_at, r.id) is null as is_latest
    from form_responses r
    where ${within} and r.respondent_id is not null`;
}

/** The window as further conditions on `r.submitted_at`, each led by `and`; nothing for an open side. */
export function submittedWithin({ from, to }: ResponseWindow): RawBuilder<unknown> {
  const since = from === null ? sql`` : sql`and r.submitted_at >= ${from}`;
  const before = to === null ? sql`` : sql`and r.submitted_at < ${to}`;
  return sql`${since} ${before}`;
}
