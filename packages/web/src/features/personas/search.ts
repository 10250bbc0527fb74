import type { RawSearch } from '../../ui/search-params.ts';

/** What the gallery keeps in the address: nothing so far. */
export type GallerySearch = Record<never, never>;

/** The gallery's parameters as far as they are well formed. */
export function readGallerySearch(_raw: RawSearch): GallerySearch {
  return {};
}
