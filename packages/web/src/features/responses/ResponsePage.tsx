import { unwrap } from '@likeness/sdk';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Form, useForms } from '../../api/use-forms.ts';
import { likeness } from '../../api/likeness.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Cell, Grid } from '../../ui/card/Grid.tsx';
import { formats } from '../../ui/formats.ts';
import { Page } from '../../ui/page/Page.tsx';
import { Loaded } from '../../ui/state/Loaded.tsx';
import { SkeletonCard } from '../../ui/state/Skeleton.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { EraseButton, ErasureReceipt, type Receipt } from './EraseButton.tsx';
import { messages } from './messages.ts';
import classes from './responses.module.css';
import { ScoreCard } from './ScoreCard.tsx';
import { toAnswerText } from './to-answer-text.ts';
import { toFields } from './to-fields.ts';
import { type ResponseDetail, useRespondent, useResponse } from './use-responses.ts';

const route = getRouteApi('/responses/$responseId');

/** One response: what was answered, by whom, and its score under every persona with the reason for each rule. */
export function ResponsePage() {
  const id = Number(route.useParams().responseId);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const query = useResponse(id);
  const forms = useForms().data ?? [];
  const words = messages.erase;
  const erase = async (): Promise<Receipt> => unwrap(await likeness.DELETE('/api/responses/{id}', { params: { path: { id } } }));
  if (receipt !== null) {
    return (
      <Page title={messages.name(id)}>
        <ErasureReceipt receipt={receipt} />
      </Page>
    );
  }
  const actions = query.data && (
    <EraseButton label={words.response} title={words.responseTitle(id)} erase={erase} onErased={setReceipt}>
      {words.responseText}
    </EraseButton>
  );
  return (
    <Page title={messages.name(id)} subtitle={query.data && formats.instant(new Date(query.data.submitted_at))} actions={actions}>
      <Loaded query={query} skeleton={<SkeletonCard blockSize={320} lines={6} />}>
        {(response) => (
          <Grid>
            <Cell span={6}>
              <div className={classes.column}>
                <Facts response={response} form={forms.find(({ id: formId }) => formId === response.form_id)} />
                <Answers response={response} forms={forms} />
              </div>
            </Cell>
            <Cell span={6}>
              <div className={classes.column}>
                <ScoreCard scores={response.scores} />
              </div>
            </Cell>
          </Grid>
        )}
      </Loaded>
    </Page>
  );
}

function Facts({ response, form }: { response: ResponseDetail; form: Form | undefined }) {
  const { respondent_id: respondentId, import_id: importId, external_id: externalId } = response;
  const respondent = useRespondent(respondentId ?? 0, respondentId !== null).data;
  return (
    <Card title={messages.about}>
      <dl className={classes.facts}>
        <dt>{messages.respondent}</dt>
        <dd>
          {respondentId === null ? (
            messages.nobody
          ) : (
            <Link to="/respondents/$respondentId" params={{ respondentId: String(respondentId) }}>
              {respondent?.respondent_key ?? formats.count(respondentId)}
            </Link>
          )}
        </dd>
        <dt>{messages.form}</dt>
        <dd>
          <Link to="/responses" search={{ form: response.form_id }}>
            {form?.name ?? formats.count(response.form_id)}
          </Link>
        </dd>
        {importId !== null && (
          <>
            <dt>{messages.import}</dt>
            <dd>
              <Link to="/responses" search={{ import: importId }}>
                {messages.filters.import(importId)}
              </Link>
            </dd>
          </>
        )}
        {externalId !== null && (
          <>
            <dt>{messages.externalId}</dt>
            <dd>
              <bdi>{externalId}</bdi>
            </dd>
          </>
        )}
        <dt>{messages.received}</dt>
        <dd>{formats.instant(new Date(response.received_at))}</dd>
      </dl>
    </Card>
  );
}

type Answer = { key: string; label: string | null; text: string };

function Answers({ response, forms }: { response: ResponseDetail; forms: readonly Form[] }) {
  const labels = new Map(toFields(forms, response.form_id).map(({ key, label }) => [key, label]));
  const rows = Object.entries(response.response_data).map(([key, value]): Answer => ({ key, label: labels.get(key) ?? null, text: toAnswerText(value) }));
  const columns = [
    { key: 'question', header: messages.question, isRowHeader: true, cell: Question, value: ({ key }: Answer) => key },
    { key: 'answer', header: messages.answer, cell: ({ text }: Answer) => <bdi>{text === '' ? messages.noScore : text}</bdi>, value: ({ text }: Answer) => text },
  ];
  return (
    <Card title={messages.answers} isFlush>
      <DataTable caption={messages.answersOf} columns={columns} rows={rows} rowKey={({ key }) => key} csvName={messages.name(response.id)} />
    </Card>
  );
}

function Question({ key, label }: Answer) {
  return (
    <>
      {label !== null && label !== key && <span className={classes.question}>{label}</span>}
      <code className={classes.key}>{key}</code>
    </>
  );
}
