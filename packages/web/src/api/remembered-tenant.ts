/** What a page has to know of the tenant before it can ask for its figures. */
export type RememberedTenant = { timeZone: string; demographics: readonly string[] };

const KEY = 'likeness.tenant';

/**
 * The tenant as this browser saw it last; null when nobody is signed in, or nothing can be kept here.
 *
 * With it a page that is opened by its address asks for everything at once. It only decides what is asked early: what is
 * shown goes by the tenant as the server has it, and is asked for again where that differs.
 */
export function rememberedTenant(): RememberedTenant | null {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage.getItem(KEY) ?? 'null');
    return isTenant(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps it in this browser; null forgets it. */
export function rememberTenant(tenant: RememberedTenant | null): void {
  try {
    if (tenant === null) globalThis.localStorage.removeItem(KEY);
    else globalThis.localStorage.setItem(KEY, JSON.stringify(tenant));
  } catch {
    // Some people forbid storage; the page then asks in two rounds.
  }
}

function isTenant(kept: unknown): kept is RememberedTenant {
  return typeof kept === 'object' && kept !== null && 'timeZone' in kept && typeof kept.timeZone === 'string' && 'demographics' in kept && Array.isArray(kept.demographics);
}
