import { type Schemas, unwrap } from '@likeness/sdk';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { formats } from '../../ui/formats.ts';
import { Page } from '../../ui/page/Page.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';

type Row = Schemas['Run'];

const route = getRouteApi('/runs');

/** What ran, is running or failed, newest first. */
export function RunsPage() {
  const { kind, status } = route.useSearch();
  const query = useQuery({
    queryKey: keyOf('runs', 'list', kind, status),
    queryFn: async ({ signal }) => {
      const filter = { limit: 100, ...(kind !== undefined && { kind }), ...(status !== undefined && { status }) };
      return unwrap(await likeness.GET('/api/runs', { params: { query: filter }, signal })).items;
    },
  });
  return (
    <Page title={messages.title}>
      <Loaded query={query} skeleton={<SkeletonRows count={8} />}>
        {(rows) =>
          rows.length === 0 ? (
            <StateMessage icon="runs" title={messages.noneTitle}>
              {messages.noneText}
            </StateMessage>
          ) : (
            <Card title={messages.caption} isFlush>
              <DataTable caption={messages.caption} columns={toColumns()} rows={rows} rowKey={(row) => row.id} csvName="runs" />
            </Card>
          )
        }
      </Loaded>
    </Page>
  );
}

function toColumns(): Column<Row>[] {
  return [
    { key: 'id', header: messages.run, isRowHeader: true, isSortable: true, value: (row) => row.id, cell: (row) => String(row.id) },
    { key: 'kind', header: messages.what, isSortable: true, value: (row) => messages.kind[row.kind], cell: (row) => messages.kind[row.kind] },
    { key: 'status', header: messages.state, value: (row) => row.status, cell: (row) => <Chip tone={row.status === 'failed' ? 'bad' : 'outline'}>{messages.status[row.status]}</Chip> },
    { key: 'done', header: messages.progress, align: 'end', value: (row) => row.done, cell: (row) => formats.count(row.done) },
    { key: 'created', header: messages.started, value: (row) => row.created_at, cell: (row) => formats.instant(new Date(row.created_at)) },
  ];
}
