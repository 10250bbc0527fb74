import { unwrap } from '@likeness/sdk';
import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import type { Persona } from '../../api/use-personas.ts';
import { useTenant, useToday } from '../../api/use-tenant.ts';
import { type TimeRange, toDays } from '../../ui/control/time-range.ts';

// As the client answers them, which is a little wider than the schemas: an interval is a list of numbers.
export type Analytics = Answer<typeof useAnalytics>;
export type Snapshot = Answer<typeof useEvolution>[number];
export type Diagnostics = Answer<typeof useDiagnostics>;
export type Differences = Answer<typeof useDifferences>;
export type Distribution = Answer<typeof useDemographics>[number];
export type TopMatch = Answer<typeof useTopMatches>['pages'][number]['items'][number];
export type Version = Answer<typeof useVersions>[number];

/** The days that figures are asked for; both absent: all. */
export type DayWindow = { startDate?: string; endDate?: string };
type Answer<Hook extends (scope: Scope) => { data: unknown }> = NonNullable<ReturnType<Hook>['data']>;
type Scope = { persona: Persona; range: TimeRange; today: string | undefined };

/** Longer than any survey runs, and what the API takes at most. */
const ALL_DAYS = 3650;
const TOP_PAGE = 5;
const MOST_DEMOGRAPHICS = 6;

/**
 * Everything the Analytics tab shows, asked for at once: no request waits for another but for the tenant's day, which the
 * frame has asked for already. Nothing is asked while the persona has no rules.
 */
export function useDashboard(persona: Persona, range: TimeRange) {
  const today = useToday();
  const scope = { persona, range, today };
  return {
    analytics: useAnalytics(scope),
    evolution: useEvolution(scope),
    diagnostics: useDiagnostics(scope),
    differences: useDifferences(scope),
    histogram: useScoreHistogram(scope),
    demographics: useDemographics(scope),
    topMatches: useTopMatches(scope),
    versions: useVersions(scope),
  };
}

function optionsOf({ persona, range, today }: Scope, name: string) {
  return {
    queryKey: keyOf('figures', name, persona.id, range, today),
    enabled: today !== undefined && persona.rule_count > 0,
    days: toDays(range, today ?? '') as DayWindow,
  };
}

function useAnalytics(scope: Scope) {
  const { days, ...options } = optionsOf(scope, 'analytics');
  return useQuery({
    ...options,
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/cx-personas/{id}/analytics', { params: { path: { id: scope.persona.id }, query: days }, signal })),
  });
}

function useEvolution(scope: Scope) {
  const { days: _, ...options } = optionsOf(scope, 'evolution');
  const days = scope.range === 'all' ? ALL_DAYS : Number(scope.range);
  return useQuery({
    ...options,
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/cx-personas/{id}/evolution', { params: { path: { id: scope.persona.id }, query: { days } }, signal })),
  });
}

function useDiagnostics(scope: Scope) {
  const { days, ...options } = optionsOf(scope, 'diagnostics');
  return useQuery({
    ...options,
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/cx-personas/{id}/diagnostics', { params: { path: { id: scope.persona.id }, query: days }, signal })),
  });
}

function useDifferences(scope: Scope) {
  const { days, ...options } = optionsOf(scope, 'differences');
  const query = { ...days, limit: 100 };
  return useQuery({
    ...options,
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/cx-personas/{id}/differences', { params: { path: { id: scope.persona.id }, query }, signal })),
  });
}

/** How many responses have which score. Only while the newest rules are those of the figures: it is a preview of them. */
function useScoreHistogram(scope: Scope) {
  const { days, enabled, ...options } = optionsOf(scope, 'histogram');
  const { mapping_rules, edition, scored_edition } = scope.persona;
  return useQuery({
    ...options,
    queryKey: [...options.queryKey, edition],
    enabled: enabled && mapping_rules !== null && scored_edition === edition,
    queryFn: async ({ signal }) =>
      unwrap(await likeness.POST('/api/cx-personas/preview', { body: { mapping_rules: mapping_rules ?? {}, include: [], ...days }, signal })).score_histogram,
  });
}

function useDemographics(scope: Scope) {
  const { days, enabled, ...options } = optionsOf(scope, 'demographics');
  const attributes = (useTenant().data?.settings.demographics ?? []).slice(0, MOST_DEMOGRAPHICS);
  return useQueries({
    queries: attributes.map((attribute) => ({
      ...options,
      enabled,
      queryKey: [...options.queryKey, attribute],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        unwrap(await likeness.POST('/api/attributes/distribution', { body: { attribute, persona_id: scope.persona.id, level: 'match', limit: 50, ...days }, signal })),
    })),
    combine: (results) => ({
      data: results.some(({ data }) => data === undefined) ? undefined : results.flatMap(({ data }) => (data === undefined ? [] : [data])),
      error: results.find(({ error }) => error !== null)?.error ?? null,
      isPending: results.some(({ isPending }) => isPending),
      isFetching: results.some(({ isFetching }) => isFetching),
      dataUpdatedAt: Math.min(...results.map(({ dataUpdatedAt }) => dataUpdatedAt)),
      refetch: () => Promise.all(results.map(({ refetch }) => refetch())),
    }),
  });
}

function useTopMatches(scope: Scope) {
  const { days, ...options } = optionsOf(scope, 'top-matches');
  return useInfiniteQuery({
    ...options,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: TOP_PAGE, ...days, ...(pageParam !== null && { cursor: pageParam }) };
      return unwrap(await likeness.GET('/api/cx-personas/{id}/top-matches', { params: { path: { id: scope.persona.id }, query }, signal }));
    },
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
}

/** The newest editions of the rules: enough to name the marks of the charts. */
function useVersions({ persona }: Scope) {
  return useQuery({
    queryKey: keyOf('personas', persona.id, 'versions', persona.edition),
    enabled: persona.rule_count > 0,
    queryFn: async ({ signal }) =>
      unwrap(await likeness.GET('/api/cx-personas/{id}/versions', { params: { path: { id: persona.id }, query: { limit: 100 } }, signal })).items,
  });
}
