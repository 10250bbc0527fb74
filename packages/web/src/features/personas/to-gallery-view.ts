import { filterPersonas } from './filter-personas.ts';
import type { Gallery } from './load-gallery.ts';
import type { GallerySearch } from './search.ts';
import { type PersonaCardView, toPersonaCard } from './to-persona-card.ts';
import { type PortfolioView, toPortfolioView } from './to-portfolio-view.ts';

/** The first page with every text ready: all personas together, and the cards of those that the filters let through. */
export function toGalleryView({ personas, portfolio, tenant, loadedAt }: Gallery, search: GallerySearch): { together: PortfolioView | null; cards: PersonaCardView[] } {
  return {
    together: toPortfolioView(portfolio, tenant.settings),
    cards: filterPersonas(personas, search).map((persona) => toPersonaCard(persona, { portfolio, now: loadedAt })),
  };
}
