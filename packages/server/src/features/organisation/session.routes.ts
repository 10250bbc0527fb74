import { operations } from '@likeness/contract';
import { bind, type BoundOperation } from '../../http/handler.ts';
import { signedInUser } from './signed-in-user.ts';
import type { SessionService } from './session.service.ts';

/** Who is signed in, and choosing the tenant to work in, which a cookie remembers. */
export function sessionRoutes(sessions: SessionService, rememberTenant: (tenantId: number) => string): BoundOperation[] {
  return [
    bind(operations.getSession, async ({ visitor }) => ({ status: 200, body: await sessions.describe(visitor) })),
    bind(operations.chooseTenant, async ({ visitor, body }) => ({
      status: 200,
      body: await sessions.enter(signedInUser(visitor), body.tenant_id),
      headers: { 'set-cookie': rememberTenant(body.tenant_id) },
    })),
  ];
}
