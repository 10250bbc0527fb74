import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { unwrap } from '@likeness/sdk';
import { Link } from '@tanstack/react-router';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { useMay } from '../../api/use-session.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { OpenExport } from '../../ui/export/receive-file.ts';
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
import type { Import } from './recognition.ts';

const openExport: OpenExport = (format, signal) => likeness.GET('/api/exports/imports', { params: { query: { format } }, parseAs: 'stream', signal });

const TONES = { failed: 'bad', refused: 'bad', imported: 'match', importing: 'info', undone: 'dashed' } as const;

/** What was imported, newest first; an import that is not finished is gone on with, a stored one taken back, on its page. */
export function ImportsPage() {
  const mayWrite = useMay('write');
  const query = useInfiniteQuery({
    queryKey: keyOf('imports', 'list'),
    initialPageParam: null as string | null,
    queryFn: async ({ signal, pageParam }) => unwrap(await likeness.GET('/api/imports', { params: { query: { limit: 50, ...(pageParam !== null && { cursor: pageParam }) } }, signal })),
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
  const action = mayWrite ? (
    <Button component={Link} to="/imports/new" leftSection={<Icon name="plus" />}>
      {messages.newImport}
    </Button>
  ) : undefined;
  return (
    <Page title={messages.title} actions={action}>
      <Loaded query={query} skeleton={<SkeletonRows count={6} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) {
            return (
              <StateMessage icon="file" title={messages.noneTitle}>
                {mayWrite ? messages.noneText : messages.mayNot}
              </StateMessage>
            );
          }
          const more = { hasMore: query.hasNextPage, isLoading: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() };
          return (
            <Card title={messages.caption} isFlush>
              <DataTable caption={messages.caption} columns={toColumns()} rows={rows} rowKey={(row) => row.id} more={more} csvName="imports" openExport={openExport} />
            </Card>
          );
        }}
      </Loaded>
    </Page>
  );
}

function toColumns(): Column<Import>[] {
  return [
    {
      key: 'file', header: messages.file, isRowHeader: true, value: (row) => row.file_name,
      cell: (row) => (
        <RowLink to="/imports/new" search={{ import: row.id }}>
          {row.file_name}
        </RowLink>
      ),
    },
    { key: 'state', header: messages.state, value: (row) => messages.status[row.status], cell: (row) => <Chip tone={toTone(row)}>{messages.status[row.status]}</Chip> },
    { key: 'rows', header: messages.rows, align: 'end', value: (row) => row.report?.rows ?? null, cell: (row) => toCount(row.report?.rows) },
    { key: 'stored', header: messages.stored, align: 'end', value: toStored, cell: (row) => toCount(toStored(row) ?? undefined) },
    { key: 'refused', header: messages.trial.refused, align: 'end', value: (row) => row.report?.refused ?? null, cell: (row) => toCount(row.report?.refused) },
    { key: 'who', header: messages.by, value: (row) => row.created_by_name, cell: (row) => row.created_by_name ?? '–' },
    { key: 'at', header: messages.at, value: (row) => row.created_at, cell: (row) => formats.instant(new Date(row.created_at)) },
  ];
}

function toStored({ status, report }: Import): number | null {
  return status === 'imported' ? (report?.ready ?? null) : null;
}

function toCount(count: number | undefined): string {
  return count === undefined ? '–' : formats.count(count);
}

function toTone({ status }: Import): 'bad' | 'match' | 'info' | 'dashed' | 'outline' {
  return status in TONES ? TONES[status as keyof typeof TONES] : 'outline';
}
