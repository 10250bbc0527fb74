export type Role = 'owner' | 'editor' | 'viewer';
export type Scope = 'read' | 'submit' | 'write' | 'admin';

/**
 * On whose behalf something is done, in one tenant. Services take it; it is what the audit log names.
 *
 * `actor` is `user:<id>`, `api-key:<id>` or `system`. `role` and `userId` are null for keys and the system.
 */
export type Caller = {
  actor: string;
  name: string;
  userId: string | null;
  tenantId: number;
  role: Role | null;
  scopes: readonly Scope[];
  requestId: string | null;
};

/** A signed-in person, whatever the tenant. */
export type SignedInUser = { id: string; name: string; email: string };

/** Who stands before the door: nobody, a person, a person in a tenant, or a key of a tenant. */
export type Visitor = { user: SignedInUser | null; caller: Caller | null };

const SCOPES_OF_ROLE: Record<Role, readonly Scope[]> = {
  viewer: ['read'],
  editor: ['read', 'submit', 'write'],
  owner: ['read', 'submit', 'write', 'admin'],
};

/** What a role may do. */
export function scopesOfRole(role: Role): readonly Scope[] {
  return SCOPES_OF_ROLE[role];
}

const IMPLIED: Record<Scope, readonly Scope[]> = {
  read: ['read'],
  submit: ['submit'],
  write: ['read', 'submit', 'write'],
  admin: ['read', 'submit', 'write', 'admin'],
};

/** The scopes of a key with all that they imply: `write` implies `read` and `submit`, `admin` everything. */
export function withImpliedScopes(scopes: readonly Scope[]): Scope[] {
  return [...new Set(scopes.flatMap((scope) => IMPLIED[scope]))];
}

/** The server acting by itself (scheduled work) in one tenant. */
export function systemCaller(tenantId: number): Caller {
  return { actor: 'system', name: 'Likeness', userId: null, tenantId, role: null, scopes: scopesOfRole('owner'), requestId: null };
}
