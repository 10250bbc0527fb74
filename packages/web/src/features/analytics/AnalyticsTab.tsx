import { unwrap } from '@likeness/sdk';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import type { Persona } from '../../api/use-personas.ts';
import { useToday } from '../../api/use-tenant.ts';
import { Cell, Grid } from '../../ui/card/Grid.tsx';
import { RangeControl } from '../../ui/control/RangeControl.tsx';
import { type TimeRange, toDays } from '../../ui/control/time-range.ts';
import { Kpi } from '../../ui/figure/Kpi.tsx';
import { toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { formats } from '../../ui/formats.ts';
import { PageActions } from '../../ui/page/PageActions.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonCard } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { messages } from './messages.ts';

type Analytics = NonNullable<ReturnType<typeof useAnalytics>['data']>;

const route = getRouteApi('/persona-builder/$personaId');

/** How good a persona is, in its four figures. */
export function AnalyticsTab({ persona }: { persona: Persona }) {
  const { range = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useAnalytics(persona, range);
  if (persona.rule_count === 0) {
    return (
      <StateMessage icon="sliders" title={messages.noRulesTitle}>
        {messages.noRulesText}
      </StateMessage>
    );
  }
  return (
    <>
      <PageActions>
        <RangeControl value={range} onChange={(next) => void navigate({ search: (search) => ({ ...search, range: next }) })} />
      </PageActions>
      <Loaded query={query} skeleton={<SkeletonCard blockSize={128} />}>
        {(analytics) => <Figures analytics={analytics} />}
      </Loaded>
    </>
  );
}

function Figures({ analytics: { match_statistics: match, coverage, strong_coverage: strong } }: { analytics: Analytics }) {
  return (
    <Grid>
      <Cell span={3} isHalfOnPhone>
        <Kpi name={messages.totalResponses} figure={formats.compactCount(match.total_responses)} />
      </Cell>
      <Cell span={3} isHalfOnPhone>
        <Kpi name={messages.averageMatch} figure={match.avg_match_score === null ? null : formats.score(match.avg_match_score)} />
      </Cell>
      <Cell span={3} isHalfOnPhone>
        <Kpi name={messages.coverage} share={toShareFigure(coverage)} />
      </Cell>
      <Cell span={3} isHalfOnPhone>
        <Kpi name={messages.strongMatches} share={toShareFigure(strong)} />
      </Cell>
    </Grid>
  );
}

function useAnalytics(persona: Persona, range: TimeRange) {
  const today = useToday();
  return useQuery({
    queryKey: keyOf('figures', 'analytics', persona.id, range, today),
    enabled: today !== undefined,
    queryFn: async ({ signal }) =>
      unwrap(await likeness.GET('/api/cx-personas/{id}/analytics', { params: { path: { id: persona.id }, query: toDays(range, today ?? '') }, signal })),
  });
}
