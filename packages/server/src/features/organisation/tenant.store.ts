import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { TenantRow } from './tenant.queries.ts';

/** Stores a tenant under an id taken for it, with all settings at their defaults. */
export async function insertTenant(
  trx: TenantTransaction,
  tenant: { id: number; name: string; timeZone: string; isDemo: boolean; createdAt: Date },
): Promise<TenantRow> {
  return trx
    .insertInto('tenants')
    .values({ id: tenant.id, name: tenant.name, time_zone: tenant.timeZone, is_demo: tenant.isDemo, created_at: tenant.createdAt })
    .returning(['id', 'name', 'time_zone', 'settings', 'is_demo', 'created_at'])
    .executeTakeFirstOrThrow();
}

/** Writes name, time zone and settings of a tenant. Figures that depend on them are another's business. */
export async function updateTenant(trx: TenantTransaction, { id, name, time_zone, settings }: TenantRow): Promise<void> {
  await trx.updateTable('tenants').set({ name, time_zone, settings: JSON.stringify(settings) }).where('id', '=', id).execute();
}
