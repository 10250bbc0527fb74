import { type Schemas, unwrap } from '@likeness/sdk';
import { useInfiniteQuery, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { useToday } from '../../api/use-tenant.ts';
import type { OpenExport } from '../../ui/export/receive-file.ts';
import type { ResponsesSearch } from './search.ts';
import { toResponseQuery } from './to-response-query.ts';

export type Response = Schemas['Response'];
export type ResponseDetail = Schemas['ResponseDetail'];
export type Respondent = Schemas['Respondent'];

const PAGE = 100;
const SUGGESTED = 10;
/** No resource of the live changes: a new response must not ask again for each of a thousand pages. */
const LIST = 'response-list';

/** Responses under the filters of the address, newest first, page after page. They stay as they are until asked for anew. */
export function useResponses(search: ResponsesSearch) {
  const today = useToday();
  const { columns: _columns, ...filters } = search;
  return useInfiniteQuery({
    queryKey: [LIST, JSON.stringify(filters), today],
    enabled: today !== undefined,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...toResponseQuery(search, today ?? ''), ...(pageParam !== null && { cursor: pageParam }) };
      return unwrap(await likeness.GET('/api/responses', { params: { query }, signal }));
    },
    getNextPageParam: ({ next_cursor }) => next_cursor,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Asks for all responses under the filters of the address, with the scores of all personas, to be exported. */
export function toResponseExport(search: ResponsesSearch, today: string): OpenExport {
  return (format, signal) => likeness.GET('/api/exports/responses', { params: { query: { ...toResponseQuery(search, today), format } }, parseAs: 'stream', signal });
}

/** The newest response under these filters: asked for again with each live change, to know whether a list is behind. */
export function useNewest(search: ResponsesSearch): UseQueryResult<Response | null> {
  const today = useToday();
  const { columns: _columns, ...filters } = search;
  return useQuery({
    queryKey: keyOf('responses', 'newest', JSON.stringify(filters), today),
    enabled: today !== undefined,
    queryFn: async ({ signal }) => {
      const query = { limit: 1, ...toResponseQuery(search, today ?? '') };
      return unwrap(await likeness.GET('/api/responses', { params: { query }, signal })).items[0] ?? null;
    },
  });
}

/** One response with its scores. */
export function useResponse(id: number): UseQueryResult<ResponseDetail> {
  return useQuery(responseQuery(id));
}

/** Several responses with their scores, in this order; those that are not there yet are left out, and `isWhole` is false. */
export function useResponseDetails(ids: readonly number[]): { details: ResponseDetail[]; isWhole: boolean } {
  return useQueries({
    queries: ids.map(responseQuery),
    combine: (results) => ({ details: results.flatMap(({ data }) => data ?? []), isWhole: results.every(({ isPending }) => !isPending) }),
  });
}

function responseQuery(id: number) {
  return {
    queryKey: keyOf('responses', id),
    queryFn: async ({ signal }: { signal: AbortSignal }) => unwrap(await likeness.GET('/api/responses/{id}', { params: { path: { id } }, signal })),
  };
}

/** One respondent. */
export function useRespondent(id: number, isOn = true): UseQueryResult<Respondent> {
  return useQuery({
    queryKey: keyOf('responses', 'respondent', id),
    enabled: isOn,
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/respondents/{id}', { params: { path: { id } }, signal })),
  });
}

/** The first respondents with this in their key; nobody without a text. */
export function useRespondentsByKey(text: string): UseQueryResult<Respondent[]> {
  return useQuery({
    queryKey: keyOf('responses', 'respondents', text),
    enabled: text !== '',
    queryFn: async ({ signal }) =>
      unwrap(await likeness.GET('/api/respondents', { params: { query: { key_contains: text, limit: SUGGESTED } }, signal })).items,
  });
}
