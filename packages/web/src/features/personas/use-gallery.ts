import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { keyOf } from '../../api/query-keys.ts';
import { type Gallery, loadGallery } from './load-gallery.ts';

/** The gallery; asked for again when a live event says that figures changed. Old figures stay when that fails. */
export function useGallery(): UseQueryResult<Gallery> {
  return useQuery({ queryKey: keyOf('figures', 'gallery'), queryFn: async ({ signal }) => loadGallery(signal) });
}
