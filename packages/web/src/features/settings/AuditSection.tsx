import { type Schemas, unwrap } from '@likeness/sdk';
import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { useMay } from '../../api/use-session.ts';
import { Card } from '../../ui/card/Card.tsx';
import { formats } from '../../ui/formats.ts';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';

type Entry = Schemas['AuditEntry'];

const route = getRouteApi('/settings/$section');
const SUBJECTS = ['persona', 'import', 'form', 'attribute', 'tenant', 'member', 'invitation', 'api-key'] as const;
const LOOKED_UP_EVERY_MS = 30_000;

/** Who changed what, newest first. */
export function AuditSection() {
  const mayAdmin = useMay('admin');
  if (!mayAdmin) {
    return (
      <StateMessage icon="lock" title={messages.sections.audit}>
        {messages.ownersOnly}
      </StateMessage>
    );
  }
  return <Log />;
}

function Log() {
  const words = messages.audit;
  const { subject } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery({
    queryKey: keyOf('members', 'audit', subject),
    initialPageParam: null as string | null,
    queryFn: async ({ signal, pageParam }) => {
      const filter = { limit: 50, ...(subject !== undefined && { subject_type: subject }), ...(pageParam !== null && { cursor: pageParam }) };
      return unwrap(await likeness.GET('/api/audit-log', { params: { query: filter }, signal }));
    },
    getNextPageParam: ({ next_cursor }) => next_cursor,
    refetchInterval: LOOKED_UP_EVERY_MS,
  });
  const choices = [{ value: '', label: words.everything }, ...SUBJECTS.map((value) => ({ value: String(value), label: words.subjects[value] }))];
  const filter = (
    <NativeSelect
      aria-label={words.filter} data={choices} value={subject ?? ''} size="xs"
      onChange={({ currentTarget }) => void navigate({ search: currentTarget.value === '' ? {} : { subject: currentTarget.value }, replace: true })}
    />
  );
  return (
    <Card title={messages.sections.audit} caption={words.caption} actions={filter} isFlush>
      <Loaded query={query} skeleton={<SkeletonRows count={8} />}>
        {({ pages }) => (
          <DataTable
            caption={words.caption} rows={pages.flatMap(({ items }) => items)} rowKey={(row) => row.id} columns={toColumns()} csvName="audit-log"
            more={{ hasMore: query.hasNextPage, isLoading: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() }}
          />
        )}
      </Loaded>
    </Card>
  );
}

function toColumns(): Column<Entry>[] {
  const words = messages.audit;
  return [
    { key: 'at', header: words.at, value: (row) => row.at, cell: (row) => formats.instant(new Date(row.at)) },
    { key: 'who', header: words.who, value: (row) => row.actor_name, cell: (row) => row.actor_name },
    { key: 'action', header: words.action, isRowHeader: true, value: (row) => row.action, cell: (row) => <code dir="ltr">{row.action}</code> },
    { key: 'subject', header: words.subject, value: (row) => row.subject_id, cell: (row) => <bdi dir="ltr">{`${row.subject_type} ${row.subject_id}`}</bdi> },
    { key: 'details', header: words.details, value: (row) => toText(row), cell: (row) => <bdi dir="ltr">{toText(row)}</bdi> },
  ];
}

/** What was changed, as `key: value` pairs; short, for a table. */
function toText({ details }: Entry): string {
  return Object.entries(details).map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(', ').slice(0, 300);
}
