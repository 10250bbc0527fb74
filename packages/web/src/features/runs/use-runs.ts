import { unwrap } from '@likeness/sdk';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import type { OpenExport } from '../../ui/export/receive-file.ts';
import { showTrouble } from '../../ui/toast/use-undoable-mutation.ts';
import type { RunsSearch } from './search.ts';
import type { Run } from './to-run-view.ts';

/** Live events carry progress; this is for when they do not arrive. */
const ASK_EVERY_MS = 2000;

/** Runs of a kind, state and persona, newest first, page by page. Asked for again while one is under way. */
export function useRuns({ kind, status, persona }: RunsSearch) {
  return useInfiniteQuery({
    queryKey: keyOf('runs', 'list', kind, status, persona),
    initialPageParam: null as string | null,
    queryFn: async ({ signal, pageParam }) => {
      const narrowed = { ...(kind !== undefined && { kind }), ...(status !== undefined && { status }), ...(persona !== undefined && { persona_id: persona }) };
      const query = { limit: 100, ...narrowed, ...(pageParam !== null && { cursor: pageParam }) };
      return unwrap(await likeness.GET('/api/runs', { params: { query }, signal }));
    },
    getNextPageParam: ({ next_cursor }) => next_cursor,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isUnderWay)) === true ? ASK_EVERY_MS : false),
  });
}

/** Asks for all runs of a kind, state and persona, to be exported. */
export function toRunExport({ kind, status, persona }: RunsSearch): OpenExport {
  const narrowed = { ...(kind !== undefined && { kind }), ...(status !== undefined && { status }), ...(persona !== undefined && { persona_id: persona }) };
  return (format, signal) => likeness.GET('/api/exports/runs', { params: { query: { ...narrowed, format } }, parseAs: 'stream', signal });
}

/** One run, asked for again while it is under way. */
export function useRun(id: number) {
  return useQuery({
    queryKey: keyOf('runs', id),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/runs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? ASK_EVERY_MS : false),
  });
}

/** Does what a failed run did once more, as a new run. */
export function useRetry() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: number) => unwrap(await likeness.POST('/api/runs/{id}/retry', { params: { path: { id } } })),
    onError: (error) => showTrouble(error),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf('runs') }),
  });
}

function isUnderWay({ status }: Run): boolean {
  return status === 'queued' || status === 'running';
}
