import { scopesOfRole, type Caller } from '../access/caller.ts';
import type { Database } from '../db/database.ts';
import { withTenant } from '../db/tenant-scope.ts';

let lastTenantId = 1000;

/**
 * Makes a tenant of its own for a test, and answers its owner.
 *
 * @example const ann = await newTenant(db, { timeZone: 'Europe/Paris', name: 'Ann' });
 */
export async function newTenant(db: Database, { timeZone = 'UTC', name = 'Ann' }: { timeZone?: string; name?: string } = {}): Promise<Caller> {
  const tenantId = ++lastTenantId;
  await withTenant(db, tenantId, (trx) =>
    trx.insertInto('tenants').values({ id: tenantId, name: `Tenant ${tenantId}`, time_zone: timeZone }).execute(),
  );
  return { actor: `user:${name.toLowerCase()}`, name, userId: name.toLowerCase(), tenantId, role: 'owner', scopes: scopesOfRole('owner'), requestId: 'test' };
}
