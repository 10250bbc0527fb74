import { type Schemas, unwrap } from '@likeness/sdk';
import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import type { ResponsesSearch } from './search.ts';

const PAGE = 50;

/** Responses under the filters of the address, newest first, page after page. */
export function useResponses(search: ResponsesSearch) {
  return useInfiniteQuery({
    queryKey: keyOf('responses', 'list', JSON.stringify(search)),
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        limit: PAGE,
        ...(pageParam !== null && { cursor: pageParam }),
        ...(search.form !== undefined && { form_id: search.form }),
        ...(search.respondent !== undefined && { respondent_id: search.respondent }),
        ...(search.import !== undefined && { import_id: search.import }),
        ...(search.persona !== undefined && { persona_id: search.persona }),
        ...(search.band !== undefined && { band: search.band }),
      };
      return unwrap(await likeness.GET('/api/responses', { params: { query }, signal }));
    },
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

/** One response with its scores. */
export function useResponse(id: number): UseQueryResult<Schemas['ResponseDetail']> {
  return useQuery({
    queryKey: keyOf('responses', id),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/responses/{id}', { params: { path: { id } }, signal })),
  });
}

/** One respondent. */
export function useRespondent(id: number): UseQueryResult<Schemas['Respondent']> {
  return useQuery({
    queryKey: keyOf('responses', 'respondent', id),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/respondents/{id}', { params: { path: { id } }, signal })),
  });
}
