import type { Caller } from '../../access/caller.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { JsonObject } from '../../db/tables.ts';

/** One change, as the audit log keeps it. `details` says what changed, never whose answers. */
export type Change = { action: string; subjectType: string; subjectId: number | string; details?: JsonObject };

/** Writes who changed what, in the transaction of the change itself: both are kept, or neither. */
export async function recordChange(trx: TenantTransaction, caller: Caller, change: Change): Promise<void> {
  await trx
    .insertInto('audit_log')
    .values({
      tenant_id: caller.tenantId,
      actor: caller.actor,
      actor_name: caller.name,
      action: change.action,
      subject_type: change.subjectType,
      subject_id: String(change.subjectId),
      details: JSON.stringify(change.details ?? {}),
      request_id: caller.requestId,
    })
    .execute();
}
