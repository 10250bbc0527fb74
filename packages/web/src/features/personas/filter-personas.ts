import type { Persona } from './load-gallery.ts';
import type { GallerySearch } from './search.ts';
import { verdictWordOf } from './verdict-word.ts';

const STATUS_ORDER: Record<Persona['status'], number> = { active: 0, draft: 1, archived: 2 };
/** From the least likeness on; what cannot be told stands behind what was found poor. */
const LIKENESS: Record<string, number> = { 'poor': 0, 'too broad': 1, 'fair': 2, 'good': 3, 'too few to tell': 4, 'not calculated': 5, 'no rules yet': 6 };

/**
 * The personas that the filters let through, sorted. A search finds words in name, description and tags, whatever their case.
 *
 * @example filterPersonas(personas, { status: 'active', sort: 'coverage' })
 */
export function filterPersonas(personas: readonly Persona[], search: GallerySearch): Persona[] {
  const words = (search.q ?? '').toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  return personas
    .filter((persona) => search.status === undefined || persona.status === search.status)
    .filter((persona) => search.tag === undefined || persona.tags.includes(search.tag))
    .filter((persona) => search.verdict === undefined || verdictWordOf(persona) === search.verdict)
    .filter((persona) => {
      const text = [persona.name, persona.description, ...persona.tags].join(' ').toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted(comparatorOf(search.sort));
}

/** How many personas have which status; for the filter's labels. */
export function countStatuses(personas: readonly Persona[]): Record<Persona['status'], number> {
  const counts = { active: 0, draft: 0, archived: 0 };
  for (const { status } of personas) counts[status] += 1;
  return counts;
}

/** Every tag in use, once, by name. */
export function tagsOf(personas: readonly Persona[]): string[] {
  return [...new Set(personas.flatMap(({ tags }) => tags))].toSorted((a, b) => a.localeCompare(b));
}

function comparatorOf(sort: GallerySearch['sort']): (a: Persona, b: Persona) => number {
  const byName = (a: Persona, b: Persona): number => a.name.localeCompare(b.name, undefined, { numeric: true });
  // A persona without figures stands behind all that have some.
  const share = (persona: Persona, kind: 'coverage' | 'strong_coverage'): number => persona.figures?.[kind].percentage ?? -1;
  switch (sort) {
    case 'name':
      return byName;
    case 'coverage':
      return (a, b) => share(b, 'coverage') - share(a, 'coverage') || byName(a, b);
    case 'strong':
      return (a, b) => share(b, 'strong_coverage') - share(a, 'strong_coverage') || byName(a, b);
    case 'least':
      return (a, b) => (LIKENESS[verdictWordOf(a)] ?? 0) - (LIKENESS[verdictWordOf(b)] ?? 0) || byName(a, b);
    case 'newest':
      return (a, b) => b.updated_at.localeCompare(a.updated_at);
    default:
      return (a, b) => STATUS_ORDER[a.status] - STATUS_ORDER[b.status] || byName(a, b);
  }
}
