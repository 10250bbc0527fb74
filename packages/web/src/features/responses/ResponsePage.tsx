import type { Schemas } from '@likeness/sdk';
import { getRouteApi } from '@tanstack/react-router';
import { Card } from '../../ui/card/Card.tsx';
import { Cell, Grid } from '../../ui/card/Grid.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { formats } from '../../ui/formats.ts';
import { Page } from '../../ui/page/Page.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonCard } from '../../ui/state/Skeleton.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { messages } from './messages.ts';
import { useResponse } from './use-responses.ts';

type Detail = Schemas['ResponseDetail'];

const route = getRouteApi('/responses/$responseId');

/** One response: what was answered, and its score under every persona. */
export function ResponsePage() {
  const id = Number(route.useParams().responseId);
  const query = useResponse(id);
  return (
    <Page title={messages.name(id)} subtitle={query.data && formats.instant(new Date(query.data.submitted_at))}>
      <Loaded query={query} skeleton={<SkeletonCard blockSize={320} lines={6} />}>
        {(response) => (
          <Grid>
            <Cell span={7}>
              <Answers response={response} />
            </Cell>
            <Cell span={5}>
              <Scores response={response} />
            </Cell>
          </Grid>
        )}
      </Loaded>
    </Page>
  );
}

function Answers({ response }: { response: Detail }) {
  const rows = Object.entries(response.response_data);
  const columns = [
    { key: 'question', header: messages.question, isRowHeader: true, cell: ([key]: [string, unknown]) => <code>{key}</code> },
    { key: 'answer', header: messages.answer, cell: ([, value]: [string, unknown]) => <bdi>{typeof value === 'string' ? value : JSON.stringify(value)}</bdi> },
  ];
  return (
    <Card title={messages.answers} isFlush>
      <DataTable caption={messages.answersOf} columns={columns} rows={rows} rowKey={([key]) => key} />
    </Card>
  );
}

function Scores({ response }: { response: Detail }) {
  type Score = Detail['scores'][number];
  const columns = [
    { key: 'persona', header: messages.persona, isRowHeader: true, cell: (row: Score) => row.persona_name },
    { key: 'band', header: messages.band, cell: (row: Score) => messages.bands[row.band] },
    { key: 'score', header: messages.score, align: 'end' as const, cell: (row: Score) => <Figure>{formats.exactScore(row.match_score)}</Figure> },
  ];
  return (
    <Card title={messages.scores} isFlush>
      <DataTable caption={messages.scoresOf} columns={columns} rows={response.scores} rowKey={(row) => row.persona_id} />
    </Card>
  );
}
