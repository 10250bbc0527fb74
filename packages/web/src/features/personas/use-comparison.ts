import { unwrap } from '@likeness/sdk';
import { useQueries } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';

const ALL_DAYS = 3650;

/** The snapshots of a few personas, by id; asked for at once. What has not arrived yet is absent. */
export function useComparedDays(personaIds: readonly number[]) {
  return useQueries({
    queries: personaIds.map((id) => ({
      queryKey: keyOf('figures', 'evolution', id, 'compare'),
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        unwrap(await likeness.GET('/api/cx-personas/{id}/evolution', { params: { path: { id }, query: { days: ALL_DAYS } }, signal })),
    })),
    combine: (results) => new Map(results.flatMap(({ data }, index) => (data === undefined ? [] : [[personaIds[index] ?? 0, data] as const]))),
  });
}
