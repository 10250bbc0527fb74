import { getRouteApi } from '@tanstack/react-router';
import { Card } from '../../ui/card/Card.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { messages } from './messages.ts';
import { ResponseTable } from './ResponseTable.tsx';
import { useRespondent, useResponses } from './use-responses.ts';

const route = getRouteApi('/respondents/$respondentId');

/** One person with all their responses. */
export function RespondentPage() {
  const id = Number(route.useParams().respondentId);
  const respondent = useRespondent(id);
  const query = useResponses({ respondent: id });
  return (
    <Page title={messages.respondentTitle} subtitle={respondent.data?.respondent_key}>
      <Loaded query={respondent} skeleton={<SkeletonRows count={4} />}>
        {() => (
          <Card title={messages.history} isFlush>
            <Loaded query={query} skeleton={<SkeletonRows count={4} />}>
              {({ pages }) => (
                <ResponseTable
                  rows={pages.flatMap(({ items }) => items)} hasMore={query.hasNextPage} isLoadingMore={query.isFetchingNextPage}
                  onMore={() => void query.fetchNextPage()}
                />
              )}
            </Loaded>
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
