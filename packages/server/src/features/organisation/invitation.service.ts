import type { Caller, Role, SignedInUser } from '../../access/caller.ts';
import { scopesOfRole } from '../../access/caller.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { invalidInput, notFound } from '../../failures/failure.ts';
import { recordChange } from '../audit/audit.store.ts';
import { hashToken, newToken } from '../../access/secret-token.ts';
import { findPresentedInvitation, listOpenInvitations, type InvitationRow } from './invitation.queries.ts';
import { acceptInvitation, deleteInvitation, replaceInvitation } from './invitation.store.ts';
import { isMemberByEmail } from './member.queries.ts';
import { insertMember } from './member.store.ts';

const LIFE_MS = 7 * 86_400_000;

/** An open invitation, without its token. */
export type Invitation = InvitationRow;

export type InvitationService = {
  /** Open invitations, newest first. */
  list(caller: Caller): Promise<Invitation[]>;
  /**
   * Invites an e-mail address for seven days and answers the link, which nobody can be shown again; an earlier
   * invitation of the same address is replaced. `invalid_input` when it is a member's address.
   */
  invite(caller: Caller, request: { email: string; role: Role }): Promise<{ invitation: Invitation; link: string }>;
  /** Takes an invitation back. `not_found` for one that is unknown or accepted. */
  revoke(caller: Caller, id: number): Promise<void>;
  /**
   * Makes a signed-in person a member and answers of which tenant. Somebody who is one already keeps the role.
   * `not_found` for a token that is unknown, used, over, taken back, or meant for another e-mail address.
   */
  accept(user: SignedInUser, token: string, requestId: string): Promise<number>;
};

/** Invitations into a tenant. */
export function createInvitationService(deps: { db: Database; clock: Clock; publicUrl: string }): InvitationService {
  const { db, clock, publicUrl } = deps;
  return {
    list: (caller) => readTenant(db, caller.tenantId, (trx) => listOpenInvitations(trx, caller.tenantId, clock.now())),
    async invite(caller, { email, role }) {
      const token = newToken();
      const now = clock.now();
      const address = email.trim().toLowerCase();
      const invitation = await withTenant(db, caller.tenantId, async (trx) => {
        if (await isMemberByEmail(trx, caller.tenantId, address)) throw invalidInput([{ path: 'email', message: 'is a member already' }]);
        const row = await replaceInvitation(trx, caller.tenantId, {
          email: address,
          role,
          tokenHash: hashToken(token),
          invitedBy: caller.actor,
          createdAt: now,
          expiresAt: new Date(now.getTime() + LIFE_MS),
        });
        await recordChange(trx, caller, { action: 'invitation.created', subjectType: 'invitation', subjectId: row.id, details: { role } });
        return row;
      });
      // After the #, browsers send it to nobody: it stands in no server's log.
      return { invitation, link: new URL(`/invitation#token=${token}`, publicUrl).href };
    },
    revoke: (caller, id) =>
      withTenant(db, caller.tenantId, async (trx) => {
        if (!(await deleteInvitation(trx, caller.tenantId, id))) throw notFound('invitation');
        await recordChange(trx, caller, { action: 'invitation.revoked', subjectType: 'invitation', subjectId: id });
      }),
    async accept(user, token, requestId) {
      const invitation = await findPresentedInvitation(db, hashToken(token));
      if (invitation === null || invitation.email !== user.email.toLowerCase()) throw notFound('open invitation for your e-mail address');
      const { tenantId, id } = invitation;
      await withTenant(db, tenantId, async (trx) => {
        const role = await acceptInvitation(trx, tenantId, id, clock.now());
        if (role === null) throw notFound('open invitation for your e-mail address');
        const isNew = await insertMember(trx, tenantId, { userId: user.id, role, joinedAt: clock.now() });
        const caller: Caller = { actor: `user:${user.id}`, name: user.name, userId: user.id, tenantId, role, scopes: scopesOfRole(role), requestId };
        await recordChange(trx, caller, { action: 'invitation.accepted', subjectType: 'invitation', subjectId: id });
        if (isNew) await recordChange(trx, caller, { action: 'member.joined', subjectType: 'member', subjectId: user.id, details: { role } });
      });
      return tenantId;
    },
  };
}
