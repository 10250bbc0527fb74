import { compact, type RawSearch, readChoice, readList, readText } from '../../ui/search-params.ts';

export const STATUSES = ['active', 'draft', 'archived'] as const;
export const VERDICTS = ['good', 'fair', 'poor', 'too broad', 'too few to tell', 'no rules yet', 'not calculated'] as const;
export const SORTS = ['name', 'coverage', 'strong', 'least', 'newest'] as const;
export const WAYS = ['blank', 'template', 'json'] as const;

/** What the gallery keeps in the address. */
export type GallerySearch = {
  q?: string;
  status?: (typeof STATUSES)[number];
  tag?: string;
  verdict?: (typeof VERDICTS)[number];
  /** `least`: the least likeness first. Without it: active first, then drafts, then archived ones, by name. */
  sort?: (typeof SORTS)[number];
  /** Ids of the personas that are compared, or about to be. */
  compare?: readonly string[];
  /** A new persona is being made, in this way. */
  create?: (typeof WAYS)[number];
};

/** The gallery's parameters as far as they are well formed. */
export function readGallerySearch(raw: RawSearch): GallerySearch {
  const compare = [...new Set(readList(raw, 'compare')?.filter((id) => /^[1-9]\d{0,14}$/.test(id)))];
  return compact({
    q: readText(raw, 'q'),
    status: readChoice(raw, 'status', STATUSES),
    tag: readText(raw, 'tag'),
    verdict: readChoice(raw, 'verdict', VERDICTS),
    sort: readChoice(raw, 'sort', SORTS),
    compare: compare.length === 0 ? undefined : compare.slice(0, MOST_COMPARED),
    create: readChoice(raw, 'create', WAYS),
  });
}

/** More do not stand beside each other. */
export const MOST_COMPARED = 4;
