import { unwrap } from '@likeness/sdk';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { showTrouble } from '../../ui/toast/use-undoable-mutation.ts';
import type { RunsSearch } from './search.ts';
import type { Run } from './to-run-view.ts';

/** Live events carry progress; this is for when they do not arrive. */
const ASK_EVERY_MS = 2000;

/** Runs of a kind and state, newest first, page by page. Asked for again while one is under way. */
export function useRuns({ kind, status }: RunsSearch) {
  return useInfiniteQuery({
    queryKey: keyOf('runs', 'list', kind, status),
    initialPageParam: null as string | null,
    queryFn: async ({ signal, pageParam }) => {
      const query = { limit: 100, ...(kind !== undefined && { kind }), ...(status !== undefined && { status }), ...(pageParam !== null && { cursor: pageParam }) };
      return unwrap(await likeness.GET('/api/runs', { params: { query }, signal }));
    },
    getNextPageParam: ({ next_cursor }) => next_cursor,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isUnderWay)) === true ? ASK_EVERY_MS : false),
  });
}

/** Does a failed run of a persona once more. */
export function useAgain() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ personaId, kind }: { personaId: number; kind: 'sync' | 'batch-calculate' }) => {
      const params = { path: { id: personaId }, header: { prefer: 'respond-async' } };
      return kind === 'sync'
        ? unwrap(await likeness.POST('/api/cx-personas/{id}/sync', { params }))
        : unwrap(await likeness.POST('/api/cx-personas/{id}/batch-calculate', { params }));
    },
    onError: (error) => showTrouble(error),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf('runs') }),
  });
}

function isUnderWay({ status }: Run): boolean {
  return status === 'queued' || status === 'running';
}
