import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { ResponseWindow } from '../analytics/response-window.ts';

/** At most `limit` entries with ids below `beforeId` (null: from the newest), of one kind of subject or one subject. */
export type AuditPage = { limit: number; beforeId: number | null; window: ResponseWindow } & AuditFilter;
export type AuditFilter = { subjectType?: string | undefined; subjectId?: string | undefined; actor?: string | undefined; action?: string | undefined };

/** Who changed what in a tenant? Newest first. */
export async function listAuditEntries(trx: TenantTransaction, tenantId: number, { limit, beforeId, subjectType, subjectId, actor, action, window }: AuditPage) {
  return trx
    .selectFrom('audit_log')
    .select(['id', 'at', 'actor', 'actor_name', 'action', 'subject_type', 'subject_id', 'details', 'request_id'])
    .where('tenant_id', '=', tenantId)
    .$if(beforeId !== null, (query) => query.where('id', '<', beforeId))
    .$if(subjectType !== undefined, (query) => query.where('subject_type', '=', subjectType ?? ''))
    .$if(subjectId !== undefined, (query) => query.where('subject_id', '=', subjectId ?? ''))
    .$if(actor !== undefined, (query) => query.where('actor', '=', actor ?? ''))
    .$if(action !== undefined, (query) => query.where('action', '=', action ?? ''))
    .$if(window.from !== null, (query) => query.where('at', '>=', window.from ?? new Date()))
    .$if(window.to !== null, (query) => query.where('at', '<', window.to ?? new Date()))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export type AuditRow = Awaited<ReturnType<typeof listAuditEntries>>[number];
