import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { keyOf } from '../../api/query-keys.ts';
import { type Gallery, loadGallery } from './load-gallery.ts';

/** How everything that the gallery shows is asked for. */
export const galleryQuery = queryOptions({ queryKey: keyOf('figures', 'gallery'), queryFn: async ({ signal }): Promise<Gallery> => loadGallery(signal) });

/** The gallery; asked for again when a live event says that figures changed. Old figures stay when that fails. */
export function useGallery(): UseQueryResult<Gallery> {
  return useQuery(galleryQuery);
}
