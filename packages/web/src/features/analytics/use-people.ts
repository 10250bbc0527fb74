import { type Schemas, unwrap } from '@likeness/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { useToday } from '../../api/use-tenant.ts';
import { type TimeRange, toDays } from '../../ui/control/time-range.ts';
import type { OpenExport } from '../../ui/export/receive-file.ts';
import type { PeopleSet } from './search.ts';
import type { DayWindow } from './dashboard-queries.ts';

export type Person = Schemas['ScoredPerson'];

const PAGE = 50;

/** The respondents behind a figure of a persona, page after page, and all of them to be exported. `rule` is its place from 0: only those who do not pass it. */
export function usePeople(personaId: number, { set, rule, range }: { set: PeopleSet; rule: number | null; range: TimeRange }) {
  const today = useToday();
  const path = { id: personaId };
  const days: DayWindow = toDays(range, today ?? '');
  const filter = { ...days, set, ...(rule !== null && { rule }) };
  const openExport: OpenExport = (format, signal) =>
    likeness.GET('/api/exports/cx-personas/{id}/people', { params: { path, query: { ...filter, format } }, parseAs: 'stream', signal });
  const query = useInfiniteQuery({
    queryKey: keyOf('figures', 'people', personaId, set, rule, range, today),
    enabled: today !== undefined,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filter, limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) };
      return unwrap(await likeness.GET('/api/cx-personas/{id}/people', { params: { path, query }, signal }));
    },
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
  return { query, openExport };
}
