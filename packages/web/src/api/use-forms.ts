import { type Schemas, unwrap } from '@likeness/sdk';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { likeness } from './likeness.ts';
import { keyOf } from './query-keys.ts';

export type Form = Schemas['Form'];

/** All forms with their fields, in the order they were made. */
export function useForms(): UseQueryResult<Form[]> {
  return useQuery({
    queryKey: keyOf('forms', 'all'),
    queryFn: async ({ signal }) => {
      const forms: Form[] = [];
      let cursor: string | null = null;
      do {
        const query = { limit: 100, ...(cursor !== null && { cursor }) };
        const page: { items: Form[]; next_cursor: string | null } = unwrap(await likeness.GET('/api/forms', { params: { query }, signal }));
        forms.push(...page.items);
        cursor = page.next_cursor;
      } while (cursor !== null);
      return forms;
    },
  });
}
