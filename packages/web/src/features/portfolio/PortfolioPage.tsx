import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePersonas } from '../../api/use-personas.ts';
import { useTenant } from '../../api/use-tenant.ts';
import type { TimeRange } from '../../ui/control/time-range.ts';
import { RangeControl } from '../../ui/control/RangeControl.tsx';
import { SegmentedControl } from '../../ui/control/SegmentedControl.tsx';
import { formats } from '../../ui/formats.ts';
import { ExportMenu } from '../../ui/export/ExportMenu.tsx';
import { figureChoices, pageChoices } from '../../ui/export/page-choices.ts';
import { messages as uiMessages } from '../../ui/messages.ts';
import { Page } from '../../ui/page/Page.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { toPortfolioTable } from './export-portfolio.ts';
import { messages } from './messages.ts';
import { PeoplePanel } from './PeoplePanel.tsx';
import { toPersonaMarks } from './persona-mark.ts';
import { PortfolioFigures } from './PortfolioFigures.tsx';
import { PortfolioSkeleton } from './PortfolioSkeleton.tsx';
import { LEVELS } from './search.ts';
import { type Portfolio, usePortfolio } from './use-portfolio.ts';

const route = getRouteApi('/portfolio');

/** All active personas together: whom they stand for, where they are the same people, and whom nobody stands for. */
export function PortfolioPage() {
  const { range = 'all', level = 'strong', people, others } = route.useSearch();
  const navigate = route.useNavigate();
  const portfolio = usePortfolio({ range, level });
  const tenant = useTenant();
  const colorIndexes = new Map((usePersonas().data ?? []).map(({ id, color_index }) => [id, color_index]));
  const marks = toPersonaMarks(portfolio.data?.personas ?? [], colorIndexes);
  const bands = tenant.data?.settings.bands;
  const fromOf = { match: formats.count(bands?.moderate ?? 50), strong: formats.count(bands?.strong ?? 70), every_rule: '' };
  const show = (change: { range?: typeof range; level?: typeof level }): void => void navigate({ search: (search) => ({ ...search, ...change }), resetScroll: false });
  const close = (): void => void navigate({ search: ({ people: _people, others: _others, ...search }) => search, resetScroll: false });
  const actions = (
    <>
      <SegmentedControl
        label={messages.levelLabel} value={level} onChange={(next) => show({ level: next })}
        choices={LEVELS.map((value) => ({ value, name: messages.levelNames[value](fromOf[value]) }))}
      />
      <RangeControl value={range} onChange={(next) => show({ range: next })} />
      <ExportMenu groups={toExportGroups(portfolio.data, range, tenant.data?.time_zone)} />
    </>
  );
  return (
    <Page title={messages.title} actions={actions} asOf={portfolio.data && messages.asOf(formats.instant(new Date(portfolio.data.as_of), tenant.data?.time_zone))}>
      <Loaded query={portfolio} skeleton={<PortfolioSkeleton />}>
        {(data) => <Body portfolio={data} onShowAll={range === 'all' ? null : () => show({ range: 'all' })}>{bands !== undefined && <PortfolioFigures portfolio={data} bands={bands} marks={marks} scope={{ range, level }} />}</Body>}
      </Loaded>
      {people !== undefined && portfolio.data !== undefined && <PeoplePanel scope={{ range, level }} people={people} others={others} marks={marks} onClose={close} />}
    </Page>
  );
}

/** The page as a picture or pages, and its shares; nothing before there are some. */
function toExportGroups(portfolio: Portfolio | undefined, range: TimeRange, timeZone: string | undefined) {
  if (portfolio === undefined || portfolio.personas.length === 0 || portfolio.total_customers === 0) return [];
  const about = () => ({
    name: messages.title, subtitle: uiMessages.range.names[range], asOf: new Date(portfolio.as_of), timeZone, edition: null, n: portfolio.total_customers,
  });
  return [pageChoices(about), figureChoices(() => toPortfolioTable(portfolio))];
}

/** The figures, or why there are none. `onShowAll` null: all days are looked at already. */
function Body({ portfolio, onShowAll, children }: { portfolio: Portfolio; onShowAll: (() => void) | null; children: ReactNode }) {
  if (portfolio.personas.length === 0) {
    const action = <Button renderRoot={(props) => <Link {...props} to="/persona-builder" />}>{messages.toPersonas}</Button>;
    return (
      <StateMessage icon="portfolio" title={messages.noneTitle} actions={action}>
        {messages.noneText}
      </StateMessage>
    );
  }
  if (portfolio.total_customers > 0) return children;
  if (onShowAll !== null) {
    return (
      <StateMessage icon="calendarOff" title={messages.noResponsesInRangeTitle} actions={<Button onClick={onShowAll}>{messages.showAll}</Button>}>
        {messages.noResponsesInRangeText}
      </StateMessage>
    );
  }
  const action = <Button renderRoot={(props) => <Link {...props} to="/imports/new" />}>{messages.importFile}</Button>;
  return (
    <StateMessage icon="file" title={messages.noResponsesTitle} actions={action}>
      {messages.noResponsesText}
    </StateMessage>
  );
}
