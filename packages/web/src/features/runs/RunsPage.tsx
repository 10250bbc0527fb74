import { getRouteApi } from '@tanstack/react-router';
import { usePersonas } from '../../api/use-personas.ts';
import { useMay } from '../../api/use-session.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { compact } from '../../ui/search-params.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import { RunFilters } from './RunFilters.tsx';
import { toRunColumns } from './run-columns.tsx';
import { toRunView } from './to-run-view.ts';
import { RunPanel } from './RunPanel.tsx';
import { toRunExport, useRetry, useRuns } from './use-runs.ts';

const route = getRouteApi('/runs');

/** What ran, is running or failed and why, newest first. */
export function RunsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useRuns(search);
  const retry = useRetry();
  const mayWrite = useMay('write');
  const { data: personas = [] } = usePersonas();
  const names = new Map(personas.map(({ id, name }) => [id, name]));
  const { run: opened = null, ...filters } = search;
  const isFiltered = Object.keys(filters).length > 0;
  const open = (run: number | undefined): void => void navigate({ search: compact({ ...filters, run }), replace: true });
  const columns = toRunColumns({ names, onRetry: mayWrite ? retry.mutate : null, isStarting: retry.isPending, onOpen: open });
  return (
    <Page title={messages.title}>
      <Card title={messages.caption} actions={<RunFilters search={search} names={names} onChange={(next) => void navigate({ search: next, replace: true })} />} isFlush>
        <Loaded query={query} skeleton={<SkeletonRows count={8} />}>
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items);
            if (rows.length === 0 && !query.hasNextPage) {
              return (
                <StateMessage icon="runs" title={isFiltered ? messages.noneLikeThis : messages.noneTitle}>
                  {isFiltered ? messages.noneLikeThisText : messages.noneText}
                </StateMessage>
              );
            }
            const more = { hasMore: query.hasNextPage, isLoading: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() };
            return <DataTable caption={messages.caption} columns={columns} rows={rows.map(toRunView)} rowKey={({ run }) => run.id} more={more} csvName="runs" openExport={toRunExport(search)} />;
          }}
        </Loaded>
      </Card>
      <RunPanel key={opened} id={opened} names={names} mayWrite={mayWrite} onClose={() => open(undefined)} onNext={open} />
    </Page>
  );
}
