import { unwrap } from '@likeness/sdk';
import { likeness } from '../../api/likeness.ts';

/** What the API answers about personas, all of them together, and the tenant. */
export type Persona = Awaited<ReturnType<typeof loadPersonaPage>>['items'][number];
export type Portfolio = Awaited<ReturnType<typeof loadPortfolio>>;
export type Tenant = Awaited<ReturnType<typeof loadTenant>>;

/** Everything the gallery shows; read together, so that its parts are of about one moment. */
export type Gallery = { personas: Persona[]; portfolio: Portfolio; tenant: Tenant; loadedAt: Date };

/** The gallery of the tenant that the session works in. Throws what `unwrap` throws. */
export async function loadGallery(signal: AbortSignal): Promise<Gallery> {
  const [personas, portfolio, tenant] = await Promise.all([loadPersonas(signal), loadPortfolio(signal), loadTenant(signal)]);
  return { personas, portfolio, tenant, loadedAt: new Date() };
}

async function loadPersonas(signal: AbortSignal): Promise<Persona[]> {
  const personas: Persona[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Persona[]; next_cursor: string | null } = await loadPersonaPage(cursor, signal);
    personas.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return personas;
}

async function loadPersonaPage(cursor: string | null, signal: AbortSignal) {
  const query = { limit: 100, include: 'figures' as const, omit: 'card' as const, ...(cursor !== null && { cursor }) };
  return unwrap(await likeness.GET('/api/cx-personas', { params: { query }, signal }));
}

async function loadPortfolio(signal: AbortSignal) {
  return unwrap(await likeness.GET('/api/cx-personas/portfolio', { signal }));
}

async function loadTenant(signal: AbortSignal) {
  return unwrap(await likeness.GET('/api/tenant', { signal }));
}
