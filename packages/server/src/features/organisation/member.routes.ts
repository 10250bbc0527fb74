import { operations } from '@likeness/contract';
import { bind, type BoundOperation } from '../../http/handler.ts';
import type { Member, MemberService } from './member.service.ts';

/** Listing members, changing their roles, removing them. */
export function memberRoutes(members: MemberService): BoundOperation[] {
  return [
    bind(operations.listMembers, async ({ caller }) => ({ status: 200, body: { items: (await members.list(caller)).map(toMember) } })),
    bind(operations.changeMember, async ({ caller, params, body }) => ({
      status: 200,
      body: toMember(await members.change(caller, params.user_id, body.role)),
    })),
    bind(operations.removeMember, async ({ caller, params }) => {
      await members.remove(caller, params.user_id);
      return { status: 204 };
    }),
  ];
}

function toMember(row: Member) {
  return { ...row, created_at: row.created_at.toISOString() };
}
