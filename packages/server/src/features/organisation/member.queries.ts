import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/** Who belongs to a tenant, and as what? Those who joined first come first. */
export async function listMembers(trx: TenantTransaction, tenantId: number) {
  return selectMembers(trx, tenantId).orderBy('m.created_at').orderBy('m.user_id').execute();
}

/** One member; null for anybody else. */
export async function findMember(trx: TenantTransaction, tenantId: number, userId: string): Promise<MemberRow | null> {
  return (await selectMembers(trx, tenantId).where('m.user_id', '=', userId).executeTakeFirst()) ?? null;
}

/** Whether a member has this e-mail address (lower case). Strangers' addresses are invisible, so it says nothing of them. */
export async function isMemberByEmail(trx: TenantTransaction, tenantId: number, email: string): Promise<boolean> {
  return (await selectMembers(trx, tenantId).where('u.email', '=', email).executeTakeFirst()) !== undefined;
}

export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number];

function selectMembers(trx: TenantTransaction, tenantId: number) {
  return trx
    .selectFrom('memberships as m')
    .innerJoin('identity.users as u', 'u.id', 'm.user_id')
    .select(['m.user_id', 'u.name', 'u.email', 'm.role', 'm.created_at'])
    .where('m.tenant_id', '=', tenantId);
}
