import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Persona } from '../../api/use-personas.ts';
import { useTenant } from '../../api/use-tenant.ts';
import { RangeControl } from '../../ui/control/RangeControl.tsx';
import { PageActions } from '../../ui/page/PageActions.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { AnalyticsSkeleton } from './AnalyticsSkeleton.tsx';
import { AnalyticsExport } from './AnalyticsExport.tsx';
import { Dashboard } from './Dashboard.tsx';
import { messages } from './messages.ts';
import { NoFigures } from './NoFigures.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { SyncButton } from './SyncButton.tsx';
import { toRuleTexts } from '../../ui/rule-text/to-rule-text.ts';
import { useDashboard } from './use-dashboard.ts';

const route = getRouteApi('/persona-builder/$personaId');

/** How good a persona is, and by what: everything about one persona over a time range. */
export function AnalyticsTab({ persona }: { persona: Persona }) {
  const { range = 'all', people, rule, under } = route.useSearch();
  const navigate = route.useNavigate();
  const dashboard = useDashboard(persona, range, under === 'one');
  const tenant = useTenant().data;
  const texts = toRuleTexts(persona.rules);
  if (persona.rule_count === 0) return <NoRules personaId={persona.id} />;
  const showRange = (next: typeof range): void => void navigate({ search: (search) => ({ ...search, range: next }) });
  const close = (): void => void navigate({ search: ({ people: _people, rule: _rule, ...search }) => search, resetScroll: false });
  return (
    <>
      <PageActions>
        <RangeControl value={range} onChange={showRange} />
        <AnalyticsExport persona={persona} dashboard={dashboard} range={range} timeZone={tenant?.time_zone} />
        <SyncButton persona={persona} />
      </PageActions>
      <Loaded query={dashboard.analytics} skeleton={<AnalyticsSkeleton />}>
        {(analytics) =>
          analytics.edition === null || analytics.match_statistics.total_responses === 0 ? (
            <NoFigures persona={persona} analytics={analytics} range={range} onShowAll={() => showRange('all')} />
          ) : (
            tenant !== undefined && <Dashboard persona={persona} analytics={analytics} dashboard={dashboard} tenant={tenant} texts={texts} />
          )
        }
      </Loaded>
      {people !== undefined && (
        <PeoplePanel persona={persona} set={people} rule={rule === undefined ? null : { index: rule - 1, text: texts[rule - 1] ?? '' }} range={range} onClose={close} />
      )}
    </>
  );
}

function NoRules({ personaId }: { personaId: number }) {
  const action = (
    <Button renderRoot={(props) => <Link {...props} to="/persona-builder/$personaId" params={{ personaId: String(personaId) }} search={{ tab: 'canvas' }} />}>{messages.openCanvas}</Button>
  );
  return (
    <StateMessage icon="sliders" title={messages.noRulesTitle} actions={action}>
      {messages.noRulesText}
    </StateMessage>
  );
}
