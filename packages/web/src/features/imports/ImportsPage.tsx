import { type Schemas, unwrap } from '@likeness/sdk';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { RowLink } from '../../ui/table/RowLink.tsx';
import { messages } from './messages.ts';

type Row = Schemas['Import'];

/** What was imported, newest first. */
export function ImportsPage() {
  const query = useQuery({
    queryKey: keyOf('imports', 'list'),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/imports', { params: { query: { limit: 100 } }, signal })).items,
  });
  const action = (
    <Button component={Link} to="/imports/new" leftSection={<Icon name="plus" />}>
      {messages.newImport}
    </Button>
  );
  return (
    <Page title={messages.title} actions={action}>
      <Loaded query={query} skeleton={<SkeletonRows count={6} />}>
        {(rows) =>
          rows.length === 0 ? (
            <StateMessage icon="file" title={messages.noneTitle}>
              {messages.noneText}
            </StateMessage>
          ) : (
            <Card title={messages.caption} isFlush>
              <DataTable caption={messages.caption} columns={toColumns()} rows={rows} rowKey={(row) => row.id} />
            </Card>
          )
        }
      </Loaded>
    </Page>
  );
}

function toColumns(): Column<Row>[] {
  return [
    {
      key: 'file', header: messages.file, isRowHeader: true,
      cell: (row) => (
        <RowLink to="/imports/new" search={{ import: row.id }}>
          {row.file_name}
        </RowLink>
      ),
    },
    { key: 'state', header: messages.state, cell: (row) => <Chip tone="outline">{messages.status[row.status]}</Chip> },
    { key: 'rows', header: messages.rows, align: 'end', cell: (row) => (row.report === null ? '–' : formats.count(row.report.rows)) },
    { key: 'at', header: messages.at, cell: (row) => formats.instant(new Date(row.created_at)) },
  ];
}
