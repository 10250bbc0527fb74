import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { Failure } from '../../failures/failure.ts';

/** A row with optimistic locking, as it is now. */
export type Revised = { subjectType: 'persona' | 'form'; id: number; revision: number };

/**
 * Holds a change to the revision its author saw; `expected` null accepts any.
 *
 * Throws `edited_meanwhile`, saying who made the last change and when. Lock the row before: else the revision may
 * move on after the comparison.
 */
export async function assertRevision(trx: TenantTransaction, tenantId: number, row: Revised, expected: number | null): Promise<void> {
  if (expected === null || expected === row.revision) return;
  const last = await findLastChange(trx, tenantId, row.subjectType, row.id);
  const who = last === null ? 'Somebody changed it' : `${last.actorName} changed it at ${last.at.toISOString()}`;
  throw new Failure(
    'edited_meanwhile',
    `${who}: it is at revision ${row.revision} now, you changed revision ${expected}. Load it again, then repeat your change.`,
  );
}

/** Who changed a thing last, and when? null when nobody did. The name is as it was at the time. */
export async function findLastChange(
  trx: TenantTransaction,
  tenantId: number,
  subjectType: string,
  subjectId: number | string,
): Promise<{ actorName: string; at: Date } | null> {
  const row = await trx
    .selectFrom('audit_log')
    .select(['actor_name', 'at'])
    .where('tenant_id', '=', tenantId)
    .where('subject_type', '=', subjectType)
    .where('subject_id', '=', String(subjectId))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { actorName: row.actor_name, at: row.at } : null;
}
