import { sql } from 'kysely';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { ResponseWindow } from './response-window.ts';
import { submittedWithin } from './windowed-responses.ts';

/** When were the first and the last response of the window submitted? Null without any. */
export async function findWindowEnds(
  trx: TenantTransaction,
  tenantId: number,
  window: ResponseWindow,
): Promise<{ first: Date | null; last: Date | null }> {
  const { rows } = await sql<{ first: Date | null; last: Date | null }>`
    select min(r.submitted_at) as first, max(r.submitted_at) as last
    from form_responses r
    where r.tenant_id = ${tenantId} ${submittedWithin(window)}`.execute(trx);
  return rows[0] ?? { first: null, last: null };
}
