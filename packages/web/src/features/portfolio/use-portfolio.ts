import { type Schemas, unwrap } from '@likeness/sdk';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';

/** All active personas together, over all days. */
export function usePortfolio(): UseQueryResult<Schemas['Portfolio']> {
  return useQuery({
    queryKey: keyOf('figures', 'portfolio'),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/cx-personas/portfolio', { signal })),
  });
}
