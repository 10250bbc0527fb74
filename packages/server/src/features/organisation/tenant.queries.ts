import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { notFound } from '../../failures/failure.ts';

/** The row of the tenant this transaction is for. Throws `not_found` for one that does not exist. */
export async function getTenantRow(trx: TenantTransaction, tenantId: number, lock: 'for update' | 'none' = 'none') {
  const row = await trx
    .selectFrom('tenants')
    .select(['id', 'name', 'time_zone', 'settings', 'is_demo', 'created_at'])
    .where('id', '=', tenantId)
    .$if(lock === 'for update', (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) throw notFound('tenant');
  return row;
}

export type TenantRow = Awaited<ReturnType<typeof getTenantRow>>;
