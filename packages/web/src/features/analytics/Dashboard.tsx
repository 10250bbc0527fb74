import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Persona } from '../../api/use-personas.ts';
import type { Tenant } from '../../api/use-tenant.ts';
import { Cell, Grid } from '../../ui/card/Grid.tsx';
import { formats } from '../../ui/formats.ts';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonCard } from '../../ui/state/Skeleton.tsx';
import classes from './dashboard.module.css';
import { DemographicsCard } from './DemographicsCard.tsx';
import { DifferencesCard } from './DifferencesCard.tsx';
import { DistributionCard } from './DistributionCard.tsx';
import { FigureCards } from './FigureCards.tsx';
import { messages } from './messages.ts';
import { OneRuleShortCard } from './OneRuleShortCard.tsx';
import { RulesCard } from './RulesCard.tsx';
import { toDemographics } from './to-demographics.ts';
import { toScoreBars } from './to-score-bars.ts';
import { toVerdict } from './to-verdict.ts';
import { toVolume } from './to-volume.ts';
import { TimeCards } from './TimeCards.tsx';
import { TopMatchesCard } from './TopMatchesCard.tsx';
import type { Analytics, useDashboard } from './use-dashboard.ts';
import { VerdictCard } from './VerdictCard.tsx';

type DashboardProps = { persona: Persona; analytics: Analytics; dashboard: ReturnType<typeof useDashboard>; tenant: Tenant; texts: readonly string[] };

const route = getRouteApi('/persona-builder/$personaId');

/** The tab with its figures: the answer first, then what it rests on. Each part has its own states. */
export function Dashboard({ persona, analytics, dashboard, tenant, texts }: DashboardProps) {
  const { bands } = tenant.settings;
  const { volume: shown = 'counts' } = route.useSearch();
  const scores = useMemo(() => toScoreBars(analytics.score_histogram, bands), [analytics.score_histogram, bands]);
  const snapshots = dashboard.evolution.data;
  const volume = useMemo(() => (snapshots === undefined ? null : toVolume(snapshots, shown)), [snapshots, shown]);
  return (
    <div className={classes.stack} data-export-page>
      {analytics.edition !== null && analytics.newest_edition > analytics.edition && (
        <output className={classes.pending}>{messages.pending(analytics.newest_edition, analytics.edition)}</output>
      )}
      <VerdictCard view={toVerdict(analytics, { ruleCount: persona.rule_count, bands })} respondents={analytics.coverage.total_customers} days={toDaysText(analytics, volume)} />
      <FigureCards analytics={analytics} bands={bands} volume={volume} scores={scores} />
      <Loaded query={dashboard.evolution} skeleton={<SkeletonCard blockSize={352} />}>
        {(loaded) => (
          <TimeCards
            persona={persona} snapshots={loaded} volume={volume ?? toVolume(loaded, shown)} versions={dashboard.versions.data ?? []} scales={tenant.settings.metrics} shown={shown}
            distribution={<DistributionCard match={analytics.match_statistics} scores={scores} />}
            rules={
              <Loaded query={dashboard.diagnostics} skeleton={<SkeletonCard blockSize={320} />}>
                {(diagnostics) => <RulesCard persona={persona} diagnostics={diagnostics} texts={texts} />}
              </Loaded>
            }
          />
        )}
      </Loaded>
      <PeopleCards persona={persona} dashboard={dashboard} tenant={tenant} texts={texts} />
      <footer className={classes.foot}>
        <span>{messages.asOf(analytics.edition ?? 0, formats.instant(new Date(analytics.as_of), analytics.window.time_zone), analytics.window.time_zone)}</span>
      </footer>
    </div>
  );
}

/** Who matches and what sets them apart, the best matches, and who misses by one rule. */
function PeopleCards({ persona, dashboard, tenant, texts }: Omit<DashboardProps, 'analytics'>) {
  const pages = dashboard.topMatches;
  return (
    <Grid>
      <Cell span={6}>
        <Loaded query={dashboard.demographics} skeleton={<SkeletonCard blockSize={320} />}>
          {(distributions) => <DemographicsCard views={distributions.map((distribution) => toDemographics(distribution))} />}
        </Loaded>
      </Cell>
      <Cell span={6}>
        <Loaded query={dashboard.differences} skeleton={<SkeletonCard blockSize={320} />}>
          {(differences) => <DifferencesCard differences={differences} name={persona.name} />}
        </Loaded>
      </Cell>
      <Cell span={8}>
        <Loaded query={pages} skeleton={<SkeletonCard blockSize={320} />}>
          {(data) => (
            <TopMatchesCard
              matches={data.pages.flatMap(({ items }) => items)} demographics={tenant.settings.demographics} name={persona.name}
              openExport={dashboard.exports.topMatches} hasMore={pages.hasNextPage} isLoading={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()}
            />
          )}
        </Loaded>
      </Cell>
      <Cell span={4}>
        <Loaded query={dashboard.diagnostics} skeleton={<SkeletonCard blockSize={320} />}>
          {(diagnostics) => <OneRuleShortCard diagnostics={diagnostics} texts={texts} />}
        </Loaded>
      </Cell>
    </Grid>
  );
}

function toDaysText(analytics: Analytics, volume: ReturnType<typeof toVolume> | null): string {
  const respondents = formats.count(analytics.coverage.total_customers);
  const first = analytics.window.startDate ?? volume?.bars.at(0)?.firstDay;
  const last = analytics.window.endDate ?? volume?.bars.at(-1)?.lastDay;
  return messages.verdict.about(respondents, first === undefined || last === undefined ? '' : messages.verdict.days(formats.day(first), formats.day(last)));
}
