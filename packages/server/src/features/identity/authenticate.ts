import type { FastifyRequest } from 'fastify';
import { scopesOfRole } from '../../access/caller.ts';
import type { Caller, SignedInUser } from '../../access/caller.ts';
import type { Database } from '../../db/database.ts';
import { invalidInput, notFound } from '../../failures/failure.ts';
import type { Authenticate } from '../../http/register-operation.ts';
import type { ApiKeyService } from '../organisation/api-key.service.ts';
import { listMembershipsOf, type Membership } from '../organisation/membership.queries.ts';
import { assertSameOrigin, isMutating } from './same-origin.ts';
import type { SessionReader } from './session-reader.ts';
import { rememberedTenant } from './tenant-cookie.ts';

const TENANT_HEADER = 'likeness-tenant';

type Dependencies = { db: Database; apiKeys: Pick<ApiKeyService, 'admit'>; sessions: SessionReader; publicUrl: string };

/**
 * Finds out who is asking: the API key of `Authorization: Bearer lk_...` if there is one, else the session's cookies,
 * else nobody. Other kinds of Authorization belong to whatever stands in front of us and are not looked at.
 *
 * A person works in the tenant that the header `Likeness-Tenant` names, else the one chosen, else the one joined
 * first; membership and role come from the database with every request. Naming a tenant one is no member of, or
 * that a key is not of, answers `not_found`. A cookie from another site's page answers `wrong_origin` when it changes
 * something.
 */
export function createAuthenticate({ db, apiKeys, sessions, publicUrl }: Dependencies): Authenticate {
  return async (request) => {
    const wanted = wantedTenant(request);
    const key = bearerOf(request);
    if (key !== null) {
      const caller = await apiKeys.admit(key, request.id);
      if (wanted !== null && wanted !== caller.tenantId) throw notFound('tenant');
      return { user: null, caller };
    }
    if (!sessions.hasCookie(request)) return { user: null, caller: null };
    if (isMutating(request)) assertSameOrigin(request, publicUrl);
    const user = await sessions.find(request);
    if (user === null) return { user: null, caller: null };
    const membership = choose(await listMembershipsOf(db, user.id), wanted, rememberedTenant(request.headers.cookie));
    return { user, caller: membership === null ? null : toCaller(user, membership, request.id) };
  };
}

/** What is presented as a key, whatever it looks like: a malformed one must be refused, not passed over. */
function bearerOf(request: FastifyRequest): string | null {
  const presented = /^Bearer(?:\s+(.*))?$/i.exec(request.headers.authorization ?? '');
  return presented === null ? null : (presented[1] ?? '').trim();
}

function wantedTenant(request: FastifyRequest): number | null {
  const text = request.headers[TENANT_HEADER];
  if (text === undefined) return null;
  if (typeof text !== 'string' || !/^[1-9]\d{0,14}$/.test(text)) {
    throw invalidInput([{ path: 'headers.likeness-tenant', message: 'must be the id of a tenant' }]);
  }
  return Number(text);
}

function choose(memberships: Membership[], wanted: number | null, remembered: number | null): Membership | null {
  const of = (tenantId: number | null): Membership | undefined => memberships.find((membership) => membership.tenantId === tenantId);
  if (wanted === null) return of(remembered) ?? memberships[0] ?? null;
  const named = of(wanted);
  if (named === undefined) throw notFound('tenant');
  return named;
}

function toCaller(user: SignedInUser, { tenantId, role }: Membership, requestId: string): Caller {
  return { actor: `user:${user.id}`, name: user.name, userId: user.id, tenantId, role, scopes: scopesOfRole(role), requestId };
}
