import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Card } from '../../ui/card/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { StateMessage } from '../../ui/state/StateMessage.tsx';
import { messages } from './messages.ts';
import { ResponseTable } from './ResponseTable.tsx';
import { useResponses } from './use-responses.ts';

const route = getRouteApi('/responses');

/** All responses, newest first, under the filters of the address. */
export function ResponsesPage() {
  const query = useResponses(route.useSearch());
  return (
    <Page title={messages.title}>
      <Loaded query={query} skeleton={<SkeletonRows count={12} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Nothing />;
          return (
            <Card title={messages.cardTitle} isFlush>
              <ResponseTable rows={rows} hasMore={query.hasNextPage} isLoadingMore={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
            </Card>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Nothing() {
  const action = (
    <Button component={Link} to="/imports/new" leftSection={<Icon name="file" />}>
      {messages.importFile}
    </Button>
  );
  return (
    <StateMessage icon="file" title={messages.noneTitle} actions={action}>
      {messages.noneText}
    </StateMessage>
  );
}
