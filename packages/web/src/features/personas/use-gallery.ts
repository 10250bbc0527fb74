import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type Gallery, loadGallery } from './load-gallery.ts';

/** The gallery; asked for again when a live event says that figures changed. Old figures stay when that fails. */
export function useGallery(): UseQueryResult<Gallery> {
  return useQuery({ queryKey: ['gallery'], queryFn: async ({ signal }) => loadGallery(signal) });
}
