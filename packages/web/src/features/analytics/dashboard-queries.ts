import { unwrap } from '@likeness/sdk';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { type TimeRange, toDays } from '../../ui/control/time-range.ts';

/** The days that figures are asked for; both absent: all. */
export type DayWindow = { startDate?: string; endDate?: string };

/** What the tab's figures are about. `today` is the tenant's day: of a range that ends with it, undefined until it is known.
 * `isOneEdition`: the history under the edition of the present scores, else each day under its own. */
export type DashboardScope = { personaId: number; range: TimeRange; today: string | undefined; isOneEdition: boolean };

/** Longer than any survey runs, and what the API takes at most. */
const ALL_DAYS = 3650;
const TOP_PAGE = 5;
const MOST_DEMOGRAPHICS = 6;

/**
 * How everything that the Analytics tab shows is asked for. A question depends on the address and the tenant alone, never
 * on another's answer, so that all can be asked at once, before the page is there.
 */
export function dashboardQueries({ personaId, range, today, isOneEdition }: DashboardScope) {
  const days: DayWindow = today === undefined ? {} : toDays(range, today);
  const path = { id: personaId };
  const edition = isOneEdition ? 'scored' : 'of_day';
  const key = (name: string, ...parts: readonly string[]) => keyOf('figures', name, personaId, range, days.endDate, ...parts);
  return {
    analytics: queryOptions({
      queryKey: key('analytics'),
      queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/cx-personas/{id}/analytics', { params: { path, query: days }, signal })),
    }),
    evolution: queryOptions({
      queryKey: key('evolution', edition),
      queryFn: async ({ signal }) => loadEvolution(personaId, { days: range === 'all' ? ALL_DAYS : Number(range), edition }, signal),
      // The charts stay where they are while the same days are asked for under the other edition.
      placeholderData: (before: Awaited<ReturnType<typeof loadEvolution>> | undefined, asked) =>
        JSON.stringify(asked?.queryKey.slice(0, -1)) === JSON.stringify(key('evolution')) ? before : undefined,
    }),
    diagnostics: queryOptions({
      queryKey: key('diagnostics'),
      queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/cx-personas/{id}/diagnostics', { params: { path, query: days }, signal })),
    }),
    differences: queryOptions({
      queryKey: key('differences'),
      queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/cx-personas/{id}/differences', { params: { path, query: { ...days, limit: 100 } }, signal })),
    }),
    topMatches: infiniteQueryOptions({
      queryKey: key('top-matches'),
      initialPageParam: null as string | null,
      queryFn: async ({ pageParam, signal }) => {
        const query = { limit: TOP_PAGE, ...days, ...(pageParam !== null && { cursor: pageParam }) };
        return unwrap(await likeness.GET('/api/cx-personas/{id}/top-matches', { params: { path, query }, signal }));
      },
      getNextPageParam: ({ next_cursor }) => next_cursor,
    }),
    /** The newest editions of the rules: enough to name the marks of the charts. */
    versions: queryOptions({
      queryKey: keyOf('personas', personaId, 'newest-versions'),
      queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/cx-personas/{id}/versions', { params: { path, query: { limit: 100 } }, signal })).items,
    }),
    /** What those who match say about an attribute; of the tenant's demographics the first few are shown. */
    demographics: (attributes: readonly string[]) => attributes.slice(0, MOST_DEMOGRAPHICS).map((attribute) =>
      queryOptions({
        queryKey: key('demographics', attribute),
        queryFn: async ({ signal }) =>
          unwrap(await likeness.POST('/api/attributes/distribution', { body: { attribute, persona_id: personaId, level: 'match', limit: 50, ...days }, signal })),
      })),
  };
}

async function loadEvolution(id: number, query: { days: number; edition: 'scored' | 'of_day' }, signal: AbortSignal) {
  return unwrap(await likeness.GET('/api/cx-personas/{id}/evolution', { params: { path: { id }, query }, signal }));
}

/** Asks for all of it now; what is known already is not asked for again. Trouble shows on the page, which asks the same. */
export function prefetchDashboard(queries: QueryClient, scope: DashboardScope, demographics: readonly string[]): void {
  const { topMatches, demographics: toDistributions, ...single } = dashboardQueries(scope);
  void queries.prefetchQuery(single.analytics);
  void queries.prefetchQuery(single.evolution);
  void queries.prefetchQuery(single.diagnostics);
  void queries.prefetchQuery(single.differences);
  void queries.prefetchQuery(single.versions);
  void queries.prefetchInfiniteQuery(topMatches);
  for (const distribution of toDistributions(demographics)) void queries.prefetchQuery(distribution);
}
