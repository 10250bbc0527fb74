import type { Role } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import { readThroughDoor } from '../../db/doors.ts';

/** A tenant somebody belongs to, and as what. */
export type Membership = { tenantId: number; tenantName: string; isDemo: boolean; role: Role };

/** Which tenants is this person a member of? The one joined first comes first; nobody known has none. */
export async function listMembershipsOf(db: Database, userId: string): Promise<Membership[]> {
  return readThroughDoor(db, { userId }, (trx) =>
    trx
      .selectFrom('memberships as m')
      .innerJoin('tenants as t', 't.id', 'm.tenant_id')
      .select(['m.tenant_id as tenantId', 't.name as tenantName', 't.is_demo as isDemo', 'm.role'])
      .where('m.user_id', '=', userId)
      .orderBy('m.created_at')
      .orderBy('m.tenant_id')
      .execute(),
  );
}
