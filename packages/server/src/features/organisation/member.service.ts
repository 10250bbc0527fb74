import type { Caller, Role } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import type { TenantTransaction } from '../../db/scoped-transaction.ts';
import { readTenant, withTenant } from '../../db/tenant-scope.ts';
import { Failure, notFound } from '../../failures/failure.ts';
import { recordChange } from '../audit/audit.store.ts';
import { findMember, listMembers, type MemberRow } from './member.queries.ts';
import { deleteMember, lockOwners, updateMemberRole } from './member.store.ts';

/** A member as others see them. */
export type Member = MemberRow;

export type MemberService = {
  /** All members, those who joined first first. */
  list(caller: Caller): Promise<Member[]>;
  /** Gives a member another role, from the next request on. `not_found`; `wrong_state` for the last owner. */
  change(caller: Caller, userId: string, role: Role): Promise<Member>;
  /** Ends a membership: the next request is refused. `not_found`; `wrong_state` for the last owner. */
  remove(caller: Caller, userId: string): Promise<void>;
};

/** The members of a tenant. There is always an owner. */
export function createMemberService({ db }: { db: Database }): MemberService {
  return {
    list: (caller) => readTenant(db, caller.tenantId, (trx) => listMembers(trx, caller.tenantId)),
    change: (caller, userId, role) =>
      withTenant(db, caller.tenantId, async (trx) => {
        const member = await getMemberToChange(trx, caller, userId, role === 'owner');
        if (member.role === role) return member;
        await updateMemberRole(trx, caller.tenantId, userId, role);
        await recordChange(trx, caller, { action: 'member.changed', subjectType: 'member', subjectId: userId, details: { from: member.role, to: role } });
        return { ...member, role };
      }),
    remove: (caller, userId) =>
      withTenant(db, caller.tenantId, async (trx) => {
        const member = await getMemberToChange(trx, caller, userId, false);
        await deleteMember(trx, caller.tenantId, userId);
        await recordChange(trx, caller, { action: 'member.removed', subjectType: 'member', subjectId: userId, details: { role: member.role } });
      }),
  };
}

async function getMemberToChange(trx: TenantTransaction, caller: Caller, userId: string, staysOwner: boolean): Promise<Member> {
  const owners = await lockOwners(trx, caller.tenantId);
  const member = await findMember(trx, caller.tenantId, userId);
  if (member === null) throw notFound('member');
  if (!staysOwner && owners.length === 1 && owners[0] === userId) {
    throw new Failure('wrong_state', 'This is the last owner. Make somebody else an owner first.');
  }
  return member;
}
