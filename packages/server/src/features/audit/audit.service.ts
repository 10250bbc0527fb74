import type { Caller } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { fromCursor, toPage } from '../../http/cursor.ts';
import { toResponseWindow, type WindowDays } from '../analytics/response-window.ts';
import { loadDictionaries } from '../dictionary/dictionary.queries.ts';
import { listAuditEntries, type AuditFilter, type AuditRow } from './audit.queries.ts';

/** One page, perhaps only of one kind of subject, one subject, one actor, one action, or some days. */
export type AuditRequest = { limit: number; cursor?: string | undefined } & AuditFilter & WindowDays;

export type AuditService = {
  /** Who changed what, newest first. `invalid_input` for a cursor that is of no such list. */
  list(caller: Caller, request: AuditRequest): Promise<{ items: AuditRow[]; next_cursor: string | null }>;
};

/** The audit log of a tenant; it is written by every change itself (`recordChange`). */
export function createAuditService({ db }: { db: Database }): AuditService {
  return {
    async list(caller, { limit, cursor, startDate, endDate, ...filter }) {
      const [before] = fromCursor(cursor, ['number']) ?? [];
      const beforeId = before === undefined ? null : Number(before);
      const rows = await readTenant(db, caller.tenantId, async (trx) => {
        const { timeZone } = await loadDictionaries(trx, caller.tenantId);
        return listAuditEntries(trx, caller.tenantId, { limit: limit + 1, beforeId, ...filter, window: toResponseWindow({ startDate, endDate }, timeZone) });
      });
      return toPage(rows, limit, (row) => row, (row) => [row.id]);
    },
  };
}
