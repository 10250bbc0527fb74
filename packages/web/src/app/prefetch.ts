import { rememberedTenant } from '../api/remembered-tenant.ts';
import { personaQuery, personasQuery } from '../api/use-personas.ts';
import { sessionQuery } from '../api/use-session.ts';
import { tenantQuery } from '../api/use-tenant.ts';
import { prefetchDashboard } from '../features/analytics/dashboard-queries.ts';
import { galleryQuery } from '../features/personas/use-gallery.ts';
import { tenantDay, type TimeRange } from '../ui/control/time-range.ts';
import { queries } from './query-client.ts';
import { formCountsQuery } from './use-counts.ts';

// What an address will ask for is asked for while its code is still on the way, and none of it waits for another's answer.
// A browser that remembers no tenant has nobody signed in, as far as it knows: then only the session is asked for.

/** What the frame around every page shows. */
export function prefetchFrame(): void {
  void queries.prefetchQuery(sessionQuery);
  if (rememberedTenant() === null) return;
  void queries.prefetchQuery(tenantQuery);
  void queries.prefetchQuery(personasQuery);
  void queries.prefetchQuery(formCountsQuery);
}

/** What the gallery shows. */
export function prefetchGallery(): void {
  if (rememberedTenant() !== null) void queries.prefetchQuery(galleryQuery);
}

type PersonaAddress = { personaId: number; tab: 'canvas' | 'analytics' | undefined; range: TimeRange | undefined; under: 'one' | undefined };

/** One persona, and its figures and the code of its tab when the page is opened rather than only pointed at. */
export function prefetchPersona({ personaId, tab, range = 'all', under }: PersonaAddress, isOpened: boolean): void {
  const tenant = rememberedTenant();
  if (tenant === null || !Number.isSafeInteger(personaId)) return;
  void queries.prefetchQuery(personaQuery(personaId));
  if (!isOpened) return;
  // When it does not arrive, the page asks for it again, and says so.
  const code = tab === 'analytics' ? import('../features/analytics/AnalyticsTab.tsx') : import('../features/persona/CanvasTab.tsx');
  code.catch(() => undefined);
  if (tab === 'analytics') prefetchDashboard(queries, { personaId, range, today: tenantDay(new Date(), tenant.timeZone), isOneEdition: under === 'one' }, tenant.demographics);
}
