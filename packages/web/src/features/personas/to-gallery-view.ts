import type { Gallery, Persona } from './load-gallery.ts';
import { type PersonaCardView, toPersonaCard } from './to-persona-card.ts';
import { type PortfolioView, toPortfolioView } from './to-portfolio-view.ts';

const ORDER: Record<Persona['status'], number> = { active: 0, draft: 1, archived: 2 };

/** The first page with every text ready: active personas first, then drafts, then archived ones, each as the API orders them. */
export function toGalleryView({ personas, portfolio, tenant, loadedAt }: Gallery): { together: PortfolioView | null; cards: PersonaCardView[] } {
  return {
    together: toPortfolioView(portfolio, tenant.settings),
    cards: personas.toSorted((a, b) => ORDER[a.status] - ORDER[b.status]).map((persona) => toPersonaCard(persona, { portfolio, now: loadedAt })),
  };
}
