import { type Schemas, unwrap } from '@likeness/sdk';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';

export type Form = Schemas['Form'];

/** The forms that an import can go into, the first hundred. */
export function useForms(): UseQueryResult<Form[]> {
  return useQuery({
    queryKey: keyOf('forms', 'choices'),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/forms', { params: { query: { limit: 100 } }, signal })).items,
  });
}
