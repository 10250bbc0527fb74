import type { Role, Scope, SignedInUser, Visitor } from '../../access/caller.ts';
import { scopesOfRole } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import { readTenant } from '../../db/tenant-scope.ts';
import { notFound } from '../../failures/failure.ts';
import { listMembershipsOf, type Membership } from './membership.queries.ts';
import { getTenantRow } from './tenant.queries.ts';

/** Who is asking, for which tenant, with which rights; `tenants` are those a person may choose from. */
export type Session = {
  user: SignedInUser | null;
  tenant: { id: number; name: string; is_demo: boolean; role: Role | null; scopes: readonly Scope[] } | null;
  tenants: { id: number; name: string; is_demo: boolean; role: Role }[];
};

export type SessionService = {
  /** The session of whoever asks; all of it empty for nobody. */
  describe(visitor: Visitor): Promise<Session>;
  /** A person's session in the tenant that was just chosen. `not_found` when this person is no member of it. */
  enter(user: SignedInUser, tenantId: number): Promise<Session>;
};

/** Sessions as the interface shows them. */
export function createSessionService({ db }: { db: Database }): SessionService {
  return {
    async describe({ user, caller }) {
      if (user !== null) return toSession(user, await listMembershipsOf(db, user.id), caller?.tenantId ?? null);
      if (caller === null) return { user: null, tenant: null, tenants: [] };
      const { tenantId, role, scopes } = caller;
      const { name, is_demo } = await readTenant(db, tenantId, (trx) => getTenantRow(trx, tenantId));
      return { user: null, tenant: { id: tenantId, name, is_demo, role, scopes }, tenants: [] };
    },
    async enter(user, tenantId) {
      const session = toSession(user, await listMembershipsOf(db, user.id), tenantId);
      if (session.tenant === null) throw notFound('tenant');
      return session;
    },
  };
}

function toSession(user: SignedInUser, memberships: Membership[], tenantId: number | null): Session {
  const tenants = memberships.map((membership) => ({ id: membership.tenantId, name: membership.tenantName, is_demo: membership.isDemo, role: membership.role }));
  const chosen = tenants.find((tenant) => tenant.id === tenantId);
  return { user, tenant: chosen === undefined ? null : { ...chosen, scopes: scopesOfRole(chosen.role) }, tenants };
}
