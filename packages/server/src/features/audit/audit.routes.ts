import { operations } from '@likeness/contract';
import { bind, type BoundOperation } from '../../http/handler.ts';
import type { AuditService } from './audit.service.ts';

/** The audit log, for owners. */
export function auditRoutes(audit: AuditService): BoundOperation[] {
  return [
    bind(operations.listAuditLog, async ({ caller, query }) => {
      const { items, next_cursor } = await audit.list(caller, {
        limit: query.limit,
        cursor: query.cursor,
        subjectType: query.subject_type,
        subjectId: query.subject_id,
        actor: query.actor,
        action: query.action,
        startDate: query.startDate,
        endDate: query.endDate,
      });
      return { status: 200, body: { items: items.map((row) => ({ ...row, at: row.at.toISOString() })), next_cursor } };
    }),
  ];
}
