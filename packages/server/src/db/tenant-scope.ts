import type { Database } from './database.ts';
import { runScoped } from './scoped-transaction.ts';
import type { CopySession, TenantTransaction } from './scoped-transaction.ts';

/**
 * Runs work that reads and writes one tenant's rows, in one transaction; all of it is kept, or none.
 *
 * Rows of other tenants are invisible to it, whatever its SQL says: the database holds the wall. A tenant that does not
 * exist has no rows. A deadlock or failed serialization runs the work once more, so it must have no effect outside of
 * its transaction. `session` is the connection under `trx`, for COPY streams.
 *
 * Throws a RangeError when `tenantId` is not a positive safe integer, `DatabaseError` for trouble in the database.
 *
 * @example
 * const id = await withTenant(db, tenantId, async (trx) =>
 *   (await trx.insertInto('forms').values({ tenant_id: tenantId, name }).returning('id').executeTakeFirstOrThrow()).id);
 */
export function withTenant<T>(
  db: Database,
  tenantId: number,
  work: (trx: TenantTransaction, session: CopySession) => Promise<T>,
): Promise<T> {
  return runScoped(db.app, tenantSettings(tenantId), 'write', work);
}

/**
 * Runs work that only reads one tenant's rows: every query in it sees the same moment, and a write is refused.
 *
 * @example await readTenant(db, tenantId, (trx) => trx.selectFrom('forms').select(['id', 'name']).execute())
 */
export function readTenant<T>(
  db: Database,
  tenantId: number,
  work: (trx: TenantTransaction, session: CopySession) => Promise<T>,
): Promise<T> {
  return runScoped(db.app, tenantSettings(tenantId), 'snapshot', work);
}

/**
 * Runs work that reads one tenant's rows and makes temporary tables on the way: every query in it sees the same moment.
 *
 * For questions that are too large for memory. It must write to tables of its own only (`on commit drop`).
 *
 * @example await readTenantWithScratch(db, tenantId, (trx, session) => countRules({ trx, session, tenantId, dictionaries }))
 */
export function readTenantWithScratch<T>(
  db: Database,
  tenantId: number,
  work: (trx: TenantTransaction, session: CopySession) => Promise<T>,
): Promise<T> {
  return runScoped(db.app, tenantSettings(tenantId), 'snapshot with scratch', work);
}

function tenantSettings(tenantId: number): { tenant_id: string } {
  if (!Number.isSafeInteger(tenantId) || tenantId < 1) throw new RangeError(`Not a tenant's id: ${String(tenantId)}`);
  return { tenant_id: String(tenantId) };
}
