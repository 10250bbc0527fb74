import type { BoundOperation } from '../../http/handler.ts';
import { apiKeyRoutes } from './api-key.routes.ts';
import type { ApiKeyService } from './api-key.service.ts';
import { invitationRoutes } from './invitation.routes.ts';
import type { InvitationService } from './invitation.service.ts';
import { memberRoutes } from './member.routes.ts';
import type { MemberService } from './member.service.ts';
import { sessionRoutes } from './session.routes.ts';
import type { SessionService } from './session.service.ts';
import { tenantRoutes } from './tenant.routes.ts';
import type { TenantService } from './tenant.service.ts';

/** What the routes of this feature call. `rememberTenant` answers the cookie that keeps a choice of tenant. */
export type OrganisationParts = {
  sessions: SessionService;
  tenants: TenantService;
  members: MemberService;
  invitations: InvitationService;
  apiKeys: ApiKeyService;
  rememberTenant: (tenantId: number) => string;
};

/** Session, tenant, members, invitations and API keys. */
export function organisationRoutes({ sessions, tenants, members, invitations, apiKeys, rememberTenant }: OrganisationParts): BoundOperation[] {
  return [
    ...sessionRoutes(sessions, rememberTenant),
    ...tenantRoutes(tenants),
    ...memberRoutes(members),
    ...invitationRoutes(invitations, sessions, rememberTenant),
    ...apiKeyRoutes(apiKeys),
  ];
}
