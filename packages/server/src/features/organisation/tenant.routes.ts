import { operations } from '@likeness/contract';
import { bind, type BoundOperation } from '../../http/handler.ts';
import { signedInUser } from './signed-in-user.ts';
import type { Tenant, TenantService } from './tenant.service.ts';

/** Creating a tenant, reading it, changing its settings. */
export function tenantRoutes(tenants: TenantService): BoundOperation[] {
  return [
    bind(operations.createTenant, async ({ visitor, body, request }) => {
      const tenant = await tenants.create(signedInUser(visitor), { name: body.name, timeZone: body.time_zone }, request.id);
      return { status: 201, body: toAnswer(tenant) };
    }),
    bind(operations.getTenant, async ({ caller }) => ({ status: 200, body: toAnswer(await tenants.get(caller)) })),
    bind(operations.previewBands, async ({ caller, body }) => ({ status: 200, body: { items: await tenants.previewBands(caller, body) } })),
    bind(operations.getTenantContents, async ({ caller }) => ({ status: 200, body: await tenants.contents(caller) })),
    bind(operations.eraseTenantData, async ({ caller, body }) => ({ status: 200, body: await tenants.eraseData(caller, body.confirm) })),
    bind(operations.changeTenant, async ({ caller, body }) => {
      const tenant = await tenants.change(caller, { name: body.name, timeZone: body.time_zone, settings: body.settings });
      return { status: 200, body: toAnswer(tenant) };
    }),
  ];
}

function toAnswer({ id, name, timeZone, isDemo, settings, createdAt }: Tenant) {
  return { id, name, time_zone: timeZone, is_demo: isDemo, settings, created_at: createdAt.toISOString() };
}
