import { type Schemas, unwrap } from '@likeness/sdk';
import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { useToday } from '../../api/use-tenant.ts';
import { toDays, type TimeRange } from '../../ui/control/time-range.ts';
import type { OpenExport } from '../../ui/export/receive-file.ts';
import type { Level } from './search.ts';

export type Portfolio = Schemas['Portfolio'];
export type Differences = Schemas['Differences'];
export type Person = Schemas['Person'];

/** Which respondents are looked at, and what counts as covered. */
export type Scope = { range: TimeRange; level: Level };

const MAX_DIFFERENCES = 8;
const PEOPLE_PAGE = 50;

/** All active personas together. While another scope loads, the figures of the one before stay. */
export function usePortfolio({ range, level }: Scope): UseQueryResult<Portfolio> {
  const today = useToday();
  return useQuery({
    queryKey: keyOf('figures', 'portfolio', range, level, today),
    enabled: today !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { level, ...toDays(range, today ?? '') };
      return unwrap(await likeness.GET('/api/cx-personas/portfolio', { params: { query }, signal }));
    },
  });
}

/** What sets the people apart whom no persona reaches, the largest differences first. */
export function useGapDifferences({ range, level }: Scope): UseQueryResult<Differences> {
  const today = useToday();
  return useQuery({
    queryKey: keyOf('figures', 'gap-differences', range, level, today),
    enabled: today !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { level, limit: MAX_DIFFERENCES, ...toDays(range, today ?? '') };
      return unwrap(await likeness.GET('/api/cx-personas/portfolio/differences', { params: { query }, signal }));
    },
  });
}

/** The people behind a figure, page after page, and all of them to be exported: `people` and `others` as in the address. */
export function usePortfolioPeople({ range, level }: Scope, people: string, others: 'any' | undefined) {
  const today = useToday();
  const filter = {
    level, ...toDays(range, today ?? ''),
    ...(people !== 'none' && { persona_ids: people }),
    ...(others === 'any' && { with_others: 'true' as const }),
  };
  const openExport: OpenExport = (format, signal) => likeness.GET('/api/exports/portfolio/people', { params: { query: { ...filter, format } }, parseAs: 'stream', signal });
  const query = useInfiniteQuery({
    queryKey: keyOf('figures', 'portfolio-people', range, level, people, others, today),
    enabled: today !== undefined,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const page = { ...filter, limit: PEOPLE_PAGE, ...(pageParam !== null && { cursor: pageParam }) };
      return unwrap(await likeness.GET('/api/cx-personas/portfolio/people', { params: { query: page }, signal }));
    },
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
  return { query, openExport };
}
