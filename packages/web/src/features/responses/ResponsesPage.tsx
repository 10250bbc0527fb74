import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo } from 'react';
import { type Form, useForms } from '../../api/use-forms.ts';
import { useToday } from '../../api/use-tenant.ts';
import { Card } from '../../ui/card/Card.tsx';
import { RangeControl } from '../../ui/control/RangeControl.tsx';
import { exportFromServer } from '../../ui/export/export-rows.ts';
import { ExportTable } from '../../ui/export/ExportTable.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { compact } from '../../ui/search-params.ts';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { Filters } from './Filters.tsx';
import { messages } from './messages.ts';
import { ResponseTable } from './ResponseTable.tsx';
import classes from './responses.module.css';
import { hasFilters, type ResponsesSearch } from './search.ts';
import { toColumnKeys, toFields } from './to-fields.ts';
import { toResponseExport, useNewest, useResponses } from './use-responses.ts';

const route = getRouteApi('/responses');

/** All responses, newest first, under the filters of the address. */
export function ResponsesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const formsQuery = useForms();
  const forms = formsQuery.data;
  // Asked for at once; drawn when the forms are known, whose questions decide how high the filters are.
  useResponses(search);
  const change = (changes: { [K in keyof ResponsesSearch]?: ResponsesSearch[K] | undefined }): void =>
    void navigate({ search: (before) => compact({ ...before, ...changes }), resetScroll: false, replace: true });
  const fields = useMemo(() => toFields(forms ?? [], search.form), [forms, search.form]);
  const columns = useMemo(() => toColumnKeys(search.columns, fields), [search.columns, fields]);
  const shown = useMemo(() => columns.map((key) => fields.find((field) => field.key === key) ?? { key, label: key }), [columns, fields]);
  const today = useToday();
  const openExport = toResponseExport(search, today ?? '');
  const actions = (
    <>
      <RangeControl value={search.range ?? 'all'} onChange={(range) => change({ range, from: undefined, to: undefined })} />
      <ExportTable variant="default" toWork={(format) => exportFromServer(messages.title, format, openExport)} />
    </>
  );
  return (
    <Page title={messages.title} actions={actions}>
      <Loaded query={{ ...formsQuery, data: formsQuery.isPending ? undefined : (forms ?? []), error: null }} skeleton={<SkeletonRows count={12} />}>
        {(known) => (
          <>
            <Filters search={search} forms={known} fields={fields} columns={columns} onChange={change} />
            <List search={search} forms={forms} shown={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function List({ search, forms, shown }: { search: ResponsesSearch; forms: Form[] | undefined; shown: { key: string; label: string }[] }) {
  const query = useResponses(search);
  const newest = useNewest(search).data;
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap(({ items }) => items) ?? [], [pages]);
  const isBehind = newest !== undefined && newest !== null && pages !== undefined && !query.isFetching && newest.id !== rows[0]?.id;
  const isShort = (pages?.length ?? 0) < 2;
  const { refetch } = query;
  useEffect(() => {
    // One page can be asked for again at once; a long list stays where it is until its reader wants the newest.
    if (isBehind && isShort) void refetch();
  }, [isBehind, isShort, refetch]);
  const isNarrowed = hasFilters(search);
  return (
    <Loaded query={query} skeleton={<SkeletonRows count={12} />}>
      {() =>
        rows.length === 0 ? (
          <Nothing isNarrowed={isNarrowed} />
        ) : (
          <Card title={isNarrowed ? messages.filteredTitle : messages.cardTitle} isFlush>
            {isBehind && !isShort && <Newer onShow={() => void refetch()} />}
            <ResponseTable
              rows={rows} fields={shown} total={toTotal(search, forms)} hasMore={query.hasNextPage} isLoadingMore={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          </Card>
        )
      }
    </Loaded>
  );
}

/** How many there are: known without filters, or for a form. */
function toTotal({ form, ...search }: ResponsesSearch, forms: Form[] | undefined): number | null {
  if (forms === undefined || hasFilters(search)) return null;
  return forms.filter(({ id }) => form === undefined || id === form).reduce((sum, { response_count: count }) => sum + count, 0);
}

function Newer({ onShow }: { onShow: () => void }) {
  return (
    <output className={classes.newer}>
      {messages.newer}
      <Button variant="default" size="xs" onClick={onShow}>
        {messages.showNewer}
      </Button>
    </output>
  );
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const [title, text]: [string, ReactNode] = isNarrowed ? [messages.nothingTitle, messages.nothingText] : [messages.noneTitle, messages.noneText];
  const action = isNarrowed ? (
    <Button renderRoot={(props) => <Link {...props} to="/responses" search={{}} />}>{messages.clear}</Button>
  ) : (
    <Button leftSection={<Icon name="file" />} renderRoot={(props) => <Link {...props} to="/imports/new" />}>
      {messages.importFile}
    </Button>
  );
  return (
    <StateMessage icon="file" title={title} actions={action}>
      {text}
    </StateMessage>
  );
}
