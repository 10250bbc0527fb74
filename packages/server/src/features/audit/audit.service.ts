import type { Caller } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { fromCursor, toPage } from '../../http/cursor.ts';
import { listAuditEntries, type AuditRow } from './audit.queries.ts';

/** One page, perhaps only of one kind of subject, or of one subject. */
export type AuditRequest = { limit: number; cursor?: string | undefined; subjectType?: string | undefined; subjectId?: string | undefined };

export type AuditService = {
  /** Who changed what, newest first. `invalid_input` for a cursor that is of no such list. */
  list(caller: Caller, request: AuditRequest): Promise<{ items: AuditRow[]; next_cursor: string | null }>;
};

/** The audit log of a tenant; it is written by every change itself (`recordChange`). */
export function createAuditService({ db }: { db: Database }): AuditService {
  return {
    async list(caller, { limit, cursor, subjectType, subjectId }) {
      const [before] = fromCursor(cursor, ['number']) ?? [];
      const beforeId = before === undefined ? null : Number(before);
      const rows = await readTenant(db, caller.tenantId, (trx) =>
        listAuditEntries(trx, caller.tenantId, { limit: limit + 1, beforeId, subjectType, subjectId }),
      );
      return toPage(rows, limit, (row) => row, (row) => [row.id]);
    },
  };
}
