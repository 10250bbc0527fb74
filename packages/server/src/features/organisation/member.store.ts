import type { Role } from '../../access/caller.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';

/** Makes somebody a member; answers false, and changes nothing, for somebody who is one. */
export async function insertMember(
  trx: TenantTransaction,
  tenantId: number,
  member: { userId: string; role: Role; joinedAt: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('memberships')
    .values({ tenant_id: tenantId, user_id: member.userId, role: member.role, created_at: member.joinedAt })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/**
 * The owners of a tenant, locked until the transaction ends: two owners who demote each other at the same moment
 * come one after the other, and the second sees that it would be the last.
 */
export async function lockOwners(trx: TenantTransaction, tenantId: number): Promise<string[]> {
  const owners = await trx
    .selectFrom('memberships')
    .select('user_id')
    .where('tenant_id', '=', tenantId)
    .where('role', '=', 'owner')
    .orderBy('user_id')
    .forUpdate()
    .execute();
  return owners.map((owner) => owner.user_id);
}

/** Gives a member another role. */
export async function updateMemberRole(trx: TenantTransaction, tenantId: number, userId: string, role: Role): Promise<void> {
  await trx.updateTable('memberships').set({ role }).where('tenant_id', '=', tenantId).where('user_id', '=', userId).execute();
}

/** Ends a membership. */
export async function deleteMember(trx: TenantTransaction, tenantId: number, userId: string): Promise<void> {
  await trx.deleteFrom('memberships').where('tenant_id', '=', tenantId).where('user_id', '=', userId).execute();
}
