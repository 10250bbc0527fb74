import type { Role } from '../../access/caller.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import type { InvitationRow } from './invitation.queries.ts';

/** An invitation as it is stored: the token's SHA-256, never the token. `email` in lower case. */
export type NewInvitation = { email: string; role: Role; tokenHash: Buffer; invitedBy: string; createdAt: Date; expiresAt: Date };

/** Stores an invitation; earlier ones for the same address that nobody accepted are no longer good. */
export async function replaceInvitation(trx: TenantTransaction, tenantId: number, invitation: NewInvitation): Promise<InvitationRow> {
  await trx
    .deleteFrom('invitations')
    .where('tenant_id', '=', tenantId)
    .where('email', '=', invitation.email)
    .where('accepted_at', 'is', null)
    .execute();
  return trx
    .insertInto('invitations')
    .values({
      tenant_id: tenantId,
      email: invitation.email,
      role: invitation.role,
      token_hash: invitation.tokenHash,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
    })
    .returning(['id', 'email', 'role', 'created_at', 'expires_at'])
    .executeTakeFirstOrThrow();
}

/** Takes back an invitation nobody accepted yet; answers whether there was one. */
export async function deleteInvitation(trx: TenantTransaction, tenantId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('invitations')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Marks an open invitation as accepted; answers its role, or null when it is not open (any more). */
export async function acceptInvitation(trx: TenantTransaction, tenantId: number, id: number, now: Date): Promise<Role | null> {
  const accepted = await trx
    .updateTable('invitations')
    .set({ accepted_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('role')
    .executeTakeFirst();
  return accepted?.role ?? null;
}
