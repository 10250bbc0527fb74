import { Button } from '@mantine/core';
import { TOO_FEW_BELOW } from '@likeness/core';
import { useMay } from '../../api/use-session.ts';
import { TwoDots, TwoDotsKey } from '../../charts/TwoDots.tsx';
import { ChartCard } from '../../charts/ChartCard.tsx';
import { Figure } from '../../ui/figure/Figure.tsx';
import { toShareFigure } from '../../ui/figure/to-share-figure.ts';
import { formats } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Loaded, type LoadedQuery } from '../../ui/state/Loaded.tsx';
import { SkeletonRows } from '../../ui/state/Skeleton.tsx';
import type { Column } from '../../ui/table/column.ts';
import classes from './gap-card.module.css';
import { messages } from './messages.ts';
import { PeopleLink } from './PeopleLink.tsx';
import { type GapRow, type GapView, toGapRows } from './to-gap-rows.ts';
import { useDraft } from './use-draft.ts';
import type { Differences, Portfolio } from './use-portfolio.ts';

const BLOCK_SIZE = 240;

/** Whom no persona stands for, what sets them apart, and a draft of the persona that would. */
export function GapCard({ portfolio: { nobody }, differences }: { portfolio: Portfolio; differences: LoadedQuery<Differences> }) {
  const words = messages.gap;
  return (
    <div id="gap" className={classes.gap}>
      <section className={classes.who} aria-label={words.title}>
        <h2>{words.title}</h2>
        <p className={classes.count}>
          <Figure>{formats.count(nobody.persona_customers)}</Figure>
        </p>
        <Shares nobody={nobody} />
        {nobody.persona_customers === 0 ? <p>{words.nobody}</p> : <Actions differences={differences.data} />}
      </section>
      <Loaded query={differences} skeleton={<SkeletonRows count={6} />}>
        {(data) => <Apart data={data} people={nobody.persona_customers} />}
      </Loaded>
    </div>
  );
}

function Shares({ nobody }: { nobody: Portfolio['nobody'] }) {
  const figure = toShareFigure(nobody);
  if (figure.grade === 'hidden' || figure.grade === 'nobody') return <p className={classes.share}>{messages.none}</p>;
  return (
    <p className={classes.share}>
      <Figure>{messages.gap.ofAll(figure.percent, figure.sample, figure.range)}</Figure>
    </p>
  );
}

function Actions({ differences }: { differences: Differences | undefined }) {
  const words = messages.gap;
  const mayWrite = useMay('write');
  const draft = useDraft();
  const more = differences?.items.filter(({ says }) => says === 'more') ?? [];
  const [first] = more;
  const peoplePercent = first?.people.percentage ?? 0;
  return (
    <>
      {first !== undefined && <p>{words.mostly(first.answer, formats.percentWhole(peoplePercent), formats.percentWhole(first.others.percentage ?? 0))}</p>}
      <div className={classes.actions}>
        {mayWrite && first !== undefined && (
          <Button leftSection={<Icon name="plus" />} loading={draft.isPending} onClick={() => draft.mutate({ name: words.draftName(first.answer), answers: more })}>
            {words.draft}
          </Button>
        )}
        <PeopleLink people="none" className={classes.see}>
          <Icon name="people" />
          {words.see}
        </PeopleLink>
      </div>
    </>
  );
}

function Apart({ data, people }: { data: Differences; people: number }) {
  const words = messages.gap;
  const view = toGapRows(data);
  const instead = people < TOO_FEW_BELOW ? words.tooFew(formats.count(people)) : view.rows.length === 0 ? words.nothing : null;
  const legend = (
    <span className={classes.legend}>
      <span>
        <TwoDotsKey kind="people" /> {words.these}
      </span>
      <span>
        <TwoDotsKey kind="others" /> {words.everyone}
      </span>
    </span>
  );
  return (
    <ChartCard
      fold="open"
      title={words.apart} caption={words.largest} blockSize={BLOCK_SIZE} {...(instead === null ? { legend } : { tooFew: <p className={classes.share}>{instead}</p> })}
      table={{ columns: toColumns(), rows: view.rows, rowKey: ({ key }) => key, csvName: words.apart }}
    >
      <GapChart view={view} />
    </ChartCard>
  );
}

function GapChart({ view: { rows, topPercent } }: { view: GapView }) {
  const ticks = Array.from({ length: topPercent / 20 + 1 }, (_, index) => index * 20);
  return (
    <>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li key={row.key}>
            <span className={classes.answer}>
              <bdi>{row.answer}</bdi>
              <span className={classes.question}>{row.question}</span>
            </span>
            <TwoDots people={row.people} others={row.others.estimate} topPercent={topPercent} />
            <span className={classes.figures}>
              <Figure className={classes.bold}>{formats.percentWhole(row.people.estimate)}</Figure> {messages.gap.not(formats.percentWhole(row.others.estimate))}
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.axis} aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick}>{tick === topPercent ? formats.percentWhole(tick) : tick}</span>
        ))}
      </p>
    </>
  );
}

function toColumns(): Column<GapRow>[] {
  const words = messages.gap;
  const percent = (key: string, header: string, valueOf: (row: GapRow) => number): Column<GapRow> => ({
    key, header, align: 'end', isSortable: true, value: valueOf, cell: (row) => <Figure>{formats.number(valueOf(row), 1)}</Figure>,
  });
  return [
    { key: 'answer', header: words.answer, isRowHeader: true, cell: ({ answer }) => answer, value: ({ answer }) => answer },
    { key: 'question', header: words.question, cell: ({ question }) => question, value: ({ question }) => question },
    percent('theirs', words.theirs, ({ people }) => people.estimate),
    percent('low', messages.coverage.low, ({ people }) => people.low),
    percent('high', messages.coverage.high, ({ people }) => people.high),
    { key: 'n', header: words.n, align: 'end', cell: ({ people }) => people.sample, value: ({ people }) => people.n },
    percent('others', words.othersShare, ({ others }) => others.estimate),
  ];
}
