import { type Schemas, unwrap } from '@likeness/sdk';
import { keepPreviousData, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { likeness } from '../../../api/likeness.ts';
import { keyOf } from '../../../api/query-keys.ts';

export type Distribution = Awaited<ReturnType<typeof loadDistribution>>;
export type HeldAttribute = Schemas['HeldAttribute'];

const VALUES_AT_ONCE = 50;

/** What respondents answer to one attribute; with a search only values that contain it. */
export function distributionQuery(attribute: string, search = '') {
  return queryOptions({
    queryKey: keyOf('figures', 'distribution', attribute, search),
    queryFn: async ({ signal }) =>
      loadDistribution({ attribute, limit: VALUES_AT_ONCE, ...(search !== '' && { search }) }, signal),
  });
}

/** The same as a hook. While another search loads, the values of the one before stay. */
export function useDistribution(attribute: string, search = ''): UseQueryResult<Distribution> {
  return useQuery({ ...distributionQuery(attribute, search), placeholderData: keepPreviousData, enabled: attribute !== '' });
}

/** Every attribute that the responses hold. */
export function useHeldAttributes(): UseQueryResult<HeldAttribute[]> {
  return useQuery({
    queryKey: keyOf('attributes', 'held'),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/attributes/held', { signal })).items,
  });
}

type Asked = { attribute: string; limit: number; search?: string };

async function loadDistribution(body: Asked, signal: AbortSignal) {
  return unwrap(await likeness.POST('/api/attributes/distribution', { body, signal }));
}
