import type { Role } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import { readThroughDoor } from '../../db/doors.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/** An invitation somebody holds the token of, open or not. `email` is in lower case. */
export type PresentedInvitation = { tenantId: number; id: number; email: string; role: Role; expiresAt: Date; acceptedAt: Date | null };

/** Which invitation, of whatever tenant, has a token with this SHA-256? Null for none. */
export async function findPresentedInvitation(db: Database, tokenHash: Buffer): Promise<PresentedInvitation | null> {
  const found = await readThroughDoor(db, { invitationHash: tokenHash.toString('hex') }, (trx) =>
    trx
      .selectFrom('invitations')
      .select(['tenant_id as tenantId', 'id', 'email', 'role', 'expires_at as expiresAt', 'accepted_at as acceptedAt'])
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst(),
  );
  return found ?? null;
}

/** Which invitations of a tenant are still open at this moment? Newest first. */
export async function listOpenInvitations(trx: TenantTransaction, tenantId: number, now: Date) {
  return trx
    .selectFrom('invitations')
    .select(['id', 'email', 'role', 'created_at', 'expires_at'])
    .where('tenant_id', '=', tenantId)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id', 'desc')
    .execute();
}

export type InvitationRow = Awaited<ReturnType<typeof listOpenInvitations>>[number];
