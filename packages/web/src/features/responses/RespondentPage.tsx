import { unwrap } from '@likeness/sdk';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useForms } from '../../api/use-forms.ts';
import { likeness } from '../../api/likeness.ts';
import { Card } from '../../ui/card/Card.tsx';
import { formats } from '../../ui/formats.ts';
import { Page } from '../../ui/page/Page.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import { EraseButton, ErasureReceipt, type Receipt } from './EraseButton.tsx';
import { HistoryCard } from './HistoryCard.tsx';
import { messages } from './messages.ts';
import { ResponseTable } from './ResponseTable.tsx';
import classes from './responses.module.css';
import { toColumnKeys, toFields } from './to-fields.ts';
import { type Respondent, useRespondent, useResponseDetails, useResponses } from './use-responses.ts';

/** The scores of each response are read one by one. */
const COMPARED = 8;

const route = getRouteApi('/respondents/$respondentId');

/** One person: their responses, and how the personas they fit changed over time. */
export function RespondentPage() {
  const id = Number(route.useParams().respondentId);
  const [erased, setErased] = useState<{ key: string; receipt: Receipt } | null>(null);
  const respondent = useRespondent(id, erased === null);
  const words = messages.erase;
  const erase = async (): Promise<Receipt> => unwrap(await likeness.DELETE('/api/respondents/{id}', { params: { path: { id } } }));
  if (erased !== null) {
    return (
      <Page title={erased.key}>
        <ErasureReceipt receipt={erased.receipt} />
      </Page>
    );
  }
  const { data } = respondent;
  const actions = data && (
    <EraseButton
      label={words.respondent} title={words.respondentTitle(data.respondent_key)} erase={erase} onErased={(receipt) => setErased({ key: messages.respondentTitle, receipt })}
    >
      {words.respondentText(data.response_count)}
    </EraseButton>
  );
  return (
    <Page title={data?.respondent_key ?? messages.respondentTitle} subtitle={data && toFacts(data)} actions={actions}>
      <Loaded query={respondent} skeleton={<SkeletonRows count={4} />}>
        {() => <History respondentId={id} />}
      </Loaded>
    </Page>
  );
}

function toFacts({ response_count: count, first_response_at: first, latest_response_at: latest }: Respondent): string {
  if (first === null || latest === null) return messages.noResponsesLeft;
  return messages.respondentFacts(count, formats.instant(new Date(first)), formats.instant(new Date(latest)));
}

function History({ respondentId }: { respondentId: number }) {
  const query = useResponses({ respondent: respondentId });
  const { data } = query;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const { details, isWhole } = useResponseDetails(rows.slice(0, COMPARED).map(({ id }) => id));
  // Drawn whole for the first time, so that nothing is pushed down; later what was shown stays while more comes.
  const [isShown, setIsShown] = useState(false);
  if (!isShown && isWhole && data !== undefined) setIsShown(true);
  const forms = useForms().data;
  const fields = useMemo(() => {
    const all = toFields(forms ?? [], undefined);
    const keys = toColumnKeys(undefined, all);
    return all.filter(({ key }) => keys.includes(key));
  }, [forms]);
  return (
    <Loaded query={{ ...query, data: isShown ? data : undefined }} skeleton={<SkeletonRows count={4} />}>
      {() => {
        if (rows.length === 0) return <Card title={messages.history}>{messages.noResponsesLeft}</Card>;
        return (
          <div className={classes.column}>
            <HistoryCard details={details} limit={COMPARED} />
            <Card title={messages.history} isFlush>
              <ResponseTable rows={rows} fields={fields} total={null} hasMore={query.hasNextPage} isLoadingMore={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
            </Card>
          </div>
        );
      }}
    </Loaded>
  );
}
