import { operations } from '@likeness/contract';
import { bind, type BoundOperation } from '../../http/handler.ts';
import { signedInUser } from './signed-in-user.ts';
import type { Invitation, InvitationService } from './invitation.service.ts';
import type { SessionService } from './session.service.ts';

/** Inviting, taking back, accepting. Who accepts works in that tenant from then on. */
export function invitationRoutes(
  invitations: InvitationService,
  sessions: SessionService,
  rememberTenant: (tenantId: number) => string,
): BoundOperation[] {
  return [
    bind(operations.listInvitations, async ({ caller }) => ({
      status: 200,
      body: { items: (await invitations.list(caller)).map(toInvitation) },
    })),
    bind(operations.invite, async ({ caller, body }) => {
      const { invitation, link } = await invitations.invite(caller, body);
      return { status: 201, body: { ...toInvitation(invitation), link } };
    }),
    bind(operations.revokeInvitation, async ({ caller, params }) => {
      await invitations.revoke(caller, params.id);
      return { status: 204 };
    }),
    bind(operations.acceptInvitation, async ({ visitor, body, request }) => {
      const user = signedInUser(visitor);
      const tenantId = await invitations.accept(user, body.token, request.id);
      return { status: 200, body: await sessions.enter(user, tenantId), headers: { 'set-cookie': rememberTenant(tenantId) } };
    }),
  ];
}

function toInvitation(row: Invitation) {
  return { id: row.id, email: row.email, role: row.role, created_at: row.created_at.toISOString(), expires_at: row.expires_at.toISOString() };
}
