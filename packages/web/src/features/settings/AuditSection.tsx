import { type Schemas, unwrap } from '@likeness/sdk';
import { NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { likeness } from '../../api/likeness.ts';
import { keyOf } from '../../api/query-keys.ts';
import { useMay } from '../../api/use-session.ts';
import { Card } from '../../ui/card/Card.tsx';
import type { OpenExport } from '../../ui/export/receive-file.ts';
import { formats } from '../../ui/formats.ts';
import { compact } from '../../ui/search-params.ts';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import type { SettingsSearch } from './search.ts';
import classes from './settings.module.css';

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
  const { subject, actor, from, to } = route.useSearch();
  const navigate = route.useNavigate();
  const days = { ...(from !== undefined && { startDate: from }), ...(to !== undefined && { endDate: to }) };
  const narrowed = { ...days, ...(subject !== undefined && { subject_type: subject }), ...(actor !== undefined && { actor }) };
  const query = useInfiniteQuery({
    queryKey: keyOf('members', 'audit', subject, actor, from, to),
    initialPageParam: null as string | null,
    queryFn: async ({ signal, pageParam }) => {
      const page = { limit: 50, ...narrowed, ...(pageParam !== null && { cursor: pageParam }) };
      return unwrap(await likeness.GET('/api/audit-log', { params: { query: page }, signal }));
    },
    getNextPageParam: ({ next_cursor }) => next_cursor,
    refetchInterval: LOOKED_UP_EVERY_MS,
  });
  const openExport: OpenExport = (format, signal) =>
    likeness.GET('/api/exports/audit-log', { params: { query: { ...narrowed, format } }, parseAs: 'stream', signal });
  const choices = [{ value: '', label: words.everything }, ...SUBJECTS.map((value) => ({ value: String(value), label: words.subjects[value] }))];
  const members = useQuery({ queryKey: keyOf('members', 'list'), queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/members', { signal })).items }).data ?? [];
  const narrow = (change: { [K in keyof SettingsSearch]?: SettingsSearch[K] | undefined }): void =>
    void navigate({ search: compact({ subject, actor, from, to, ...change }), replace: true });
  const people = [{ value: '', label: words.anybody }, ...members.map(({ user_id: id, name }) => ({ value: `user:${id}`, label: name }))];
  const filter = (
    <div className={classes.filters}>
      <NativeSelect aria-label={words.filter} data={choices} value={subject ?? ''} size="xs" onChange={({ currentTarget }) => narrow({ subject: currentTarget.value || undefined })} />
      <NativeSelect aria-label={words.byWhom} data={people} value={actor ?? ''} size="xs" onChange={({ currentTarget }) => narrow({ actor: currentTarget.value || undefined })} />
      <TextInput type="date" aria-label={words.fromDay} value={from ?? ''} size="xs" onChange={({ currentTarget }) => narrow({ from: currentTarget.value || undefined })} />
      <TextInput type="date" aria-label={words.toDay} value={to ?? ''} size="xs" onChange={({ currentTarget }) => narrow({ to: currentTarget.value || undefined })} />
    </div>
  );
  return (
    <Card title={messages.sections.audit} caption={words.caption} actions={filter} isFlush>
      <Loaded query={query} skeleton={<SkeletonRows count={8} />}>
        {({ pages }) => (
          <DataTable
            caption={words.caption} rows={pages.flatMap(({ items }) => items)} rowKey={(row) => row.id} columns={toColumns()} csvName="audit-log" empty={words.none} openExport={openExport}
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
