import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import type { Persona } from '../../api/use-personas.ts';
import { useTenant, useToday } from '../../api/use-tenant.ts';
import type { TimeRange } from '../../ui/control/time-range.ts';
import { dashboardExports } from './dashboard-exports.ts';
import { dashboardQueries } from './dashboard-queries.ts';

// As the client answers them, which is a little wider than the schemas: an interval is a list of numbers.
type Dashboard = ReturnType<typeof useDashboard>;
export type Analytics = NonNullable<Dashboard['analytics']['data']>;
export type Snapshot = NonNullable<Dashboard['evolution']['data']>[number];
export type Diagnostics = NonNullable<Dashboard['diagnostics']['data']>;
export type Differences = NonNullable<Dashboard['differences']['data']>;
export type Distribution = NonNullable<Dashboard['demographics']['data']>[number];
export type TopMatch = NonNullable<Dashboard['topMatches']['data']>['pages'][number]['items'][number];
export type Version = NonNullable<Dashboard['versions']['data']>[number];

/**
 * Everything the Analytics tab shows. What its address asks for is under way already when the tab is drawn
 * (`prefetchDashboard`). Nothing is asked while the persona has no rules.
 */
export function useDashboard(persona: Persona, range: TimeRange, isOneEdition: boolean) {
  const today = useToday();
  const tenant = useTenant().data;
  const options = dashboardQueries({ personaId: persona.id, range, today, isOneEdition });
  const enabled = persona.rule_count > 0 && (range === 'all' || today !== undefined);
  return {
    analytics: useQuery({ ...options.analytics, enabled }),
    evolution: useQuery({ ...options.evolution, enabled }),
    diagnostics: useQuery({ ...options.diagnostics, enabled }),
    differences: useQuery({ ...options.differences, enabled }),
    topMatches: useInfiniteQuery({ ...options.topMatches, enabled }),
    exports: dashboardExports(persona.id, range, today),
    versions: useQuery({ ...options.versions, enabled }),
    demographics: useQueries({
      queries: options.demographics(tenant?.settings.demographics ?? []).map((distribution) => ({ ...distribution, enabled })),
      combine: (results) => ({
        data: tenant === undefined || results.some(({ data }) => data === undefined) ? undefined : results.flatMap(({ data }) => (data === undefined ? [] : [data])),
        error: results.find(({ error }) => error !== null)?.error ?? null,
        isPending: tenant === undefined || results.some(({ isPending }) => isPending),
        isFetching: results.some(({ isFetching }) => isFetching),
        dataUpdatedAt: Math.min(...results.map(({ dataUpdatedAt }) => dataUpdatedAt)),
        refetch: () => Promise.all(results.map(({ refetch }) => refetch())),
      }),
    }),
  };
}
