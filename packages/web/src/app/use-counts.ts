import { unwrap } from '@likeness/sdk';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { likeness } from '../api/likeness.ts';
import { keyOf } from '../api/query-keys.ts';
import { usePersonas } from '../api/use-personas.ts';

/** How the forms are asked for, to add up their responses. */
export const formCountsQuery = queryOptions({
  queryKey: keyOf('forms', 'counts'),
  queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/forms', { params: { query: { limit: 100 } }, signal })).items,
});

/** How many personas and responses there are; undefined while that is not known. For the sidebar. */
export function useCounts(isOn: boolean): { personas: number | undefined; responses: number | undefined } {
  const personas = usePersonas(isOn).data?.filter(({ status }) => status !== 'archived').length;
  const forms = useQuery({ ...formCountsQuery, enabled: isOn });
  return { personas, responses: forms.data?.reduce((sum, form) => sum + form.response_count, 0) };
}
