const COOKIE = 'likeness_tenant';
const YEAR_SECONDS = 31_536_000;

/**
 * The cookie that remembers the tenant a person works in. It grants nothing and needs no signature: the membership
 * is asked from the database with every request.
 */
export function tenantCookie(tenantId: number, isSecure: boolean): string {
  return `${COOKIE}=${tenantId}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

/** The tenant remembered in a Cookie header; null for none. */
export function rememberedTenant(cookieHeader: string | undefined): number | null {
  const text = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\d{1,15})(?:;|$)`).exec(cookieHeader ?? '')?.[1];
  return text === undefined ? null : Number(text);
}
